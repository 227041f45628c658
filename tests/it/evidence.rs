//! Evidence through the router: added with a file on the way to a request, opened by few; and files that are none.

use crate::practice::{TODAY, practice, sign_in};
use crate::sweep::place::place;
use axum::body::{Body, Bytes, HttpBody};
use http::StatusCode;
use http_body::Frame;
use std::convert::Infallible;
use std::io::{Cursor, Write};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use tests::user::{BOUNDARY, is_refused};
use tests::{Page, User};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PDF: &[u8] = b"%PDF-1.7\nThe certificate\n%%EOF";
const FIELDS: [(&str, &str); 4] = [
    ("kind", "simulation"),
    ("what", "With the crisis team"),
    ("happened_on", TODAY),
    ("about[]", "RSK-1"),
];

async fn add(user: &mut User, name: &str, content: &[u8]) -> Page {
    user.upload("/my/evidence/upload", &FIELDS, (name, content)).await
}

#[tokio::test]
async fn evidence_is_added_on_the_way_to_a_request_without_losing_what_was_typed() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit("/my/competencies/RSK-1").await;
    let mut fields = page.form("ask_for_confirmation");
    for (name, value) in [("level", "2"), ("evidence", "reading"), ("note", "And a leaflet")] {
        fields.retain(|(known, _)| known != name);
        fields.push((name.to_owned(), value.to_owned()));
    }
    fields.push(("form".to_owned(), "add_evidence_first".to_owned()));
    let answer = amina.post(&page.path, &fields).await;
    assert_eq!(answer.location.as_deref(), Some("/my/evidence/add?ask=RSK-1"));

    let typed = [FIELDS.as_slice(), &[("ask", "RSK-1")]].concat();
    let back = amina.upload("/my/evidence/upload", &typed, ("certificate.pdf", PDF)).await;
    assert!(back.path.starts_with("/my/competencies/RSK-1?ask="), "{}", back.path);
    let form = back.form("ask_for_confirmation");
    let of = |name: &str| form.iter().find(|(known, _)| known == name).map(|(_, v)| v.as_str());
    assert_eq!((of("note"), of("level").is_some()), (Some("And a leaflet"), true));
    assert!(of("items[]").is_some(), "the new piece stands ticked");
    assert!(back.says("Supports levels up to 3. With the crisis team"), "{}", back.words());
    let sent = amina.submit(&back, "ask_for_confirmation", &[("level", "4")]).await;
    let told = "Your request was sent. Your evidence supports level 3 at most. Your assessor can confirm level 4 only with \
                more, such as observation of practice";
    assert!(sent.says(told), "{}", sent.words());

    let mut ben = sign_in(&esteem, "ben").await;
    let list = ben.visit("/confirm").await;
    let request = ben.visit(&list.links("Amina Khan")[0]).await;
    assert!(request.says("What they show") && request.says("With the crisis team"));
    let file = ben.visit(&request.links("certificate.pdf")[0]).await;
    assert_eq!(file.html.as_bytes(), PDF);
}

#[tokio::test]
async fn what_was_refused_is_shown_again_as_it_was_typed() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let typed = [("kind", "simulation"), ("what", "With the crisis team"), ("link", "http://x")];
    let page = amina.upload("/my/evidence/upload", &typed, ("", b"")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("title").starts_with("Error: Add evidence"));
    assert_eq!(page.text("textarea"), "With the crisis team");
    assert!(page.says("starts with https://") && page.says("Enter the day it happened"));
}

#[tokio::test]
async fn a_file_is_opened_by_its_owner_and_the_assessor_of_an_open_request() {
    let mut place = place().await;
    let [attached, free] = place.evidence.clone().map(|id| format!("/evidence/{id}/file"));
    let stranger = place.esteem.stranger().visit(&attached).await;
    assert!(stranger.path.starts_with("/sign-in") && !stranger.html.contains("Amina Khan"));
    for wrong in ["eve", "finn", "dan", "lead", "yusra", "ig"] {
        let page = place.user(wrong).visit(&attached).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    for (right, path) in [("amina", &attached), ("amina", &free), ("ben", &attached)] {
        let file = place.user(right).visit(path).await;
        assert!(file.status.is_success() && file.html.starts_with("%PDF-"), "{right}");
        let said = |name: &str| file.headers[name].to_str().unwrap().to_owned();
        assert!(said("content-disposition").starts_with("attachment; filename="));
        assert_eq!(said("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!(said("x-content-type-options"), "nosniff");
        assert_eq!(said("cache-control"), "no-store");
        assert_eq!(said("content-type"), "application/pdf");
    }
    assert_eq!(place.user("ben").visit(&free).await.status, StatusCode::NOT_FOUND);
    let account = place.user("amina").visit("/account").await;
    assert!(account.says("ben@staff.example"), "she sees that he looked");
}

#[tokio::test]
async fn a_redacted_file_is_gone_for_everybody_and_the_page_says_when() {
    let mut place = place().await;
    let (id, request) = (place.evidence[0].clone(), place.requests[0].clone());
    let path = format!("/redactions/texts/evidence_file/{id}");
    let una = place.user("una");
    let page = una.visit(&path).await;
    assert!(page.says("certificate.pdf") && page.links("certificate.pdf").is_empty());
    una.submit(&page, "propose_redaction", &[("reason", "It names a patient")]).await;
    let ig = place.user("ig");
    let home = ig.visit("/").await;
    assert!(home.says("for you to decide"), "{}", home.words());
    let page = ig.visit(&path).await;
    let done = ig.submit(&page, "decide_redaction", &[]).await;
    assert!(done.says("The text was redacted"), "{}", done.words());
    for who in ["amina", "ben", "una", "ig"] {
        let file = place.user(who).visit(&format!("/evidence/{id}/file")).await;
        assert_eq!(file.status, StatusCode::NOT_FOUND, "{who}");
    }
    for (who, path) in
        [("amina", "/my/evidence".to_owned()), ("ben", format!("/confirm/{request}"))]
    {
        let page = place.user(who).visit(&path).await;
        assert!(page.says("File: Redacted on"), "{who}: {}", page.words());
        assert!(page.links("certificate.pdf").is_empty(), "{who}");
    }
}

#[tokio::test]
async fn evidence_is_taken_from_nobody_without_a_record() {
    let mut place = place().await;
    let mut stranger = place.esteem.stranger();
    let page = add(&mut stranger, "certificate.pdf", PDF).await;
    assert!(is_refused(page.status) || page.path.starts_with("/sign-in"), "{}", page.status);
    let page = add(place.user("yusra"), "certificate.pdf", PDF).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "no staff record");
}

#[tokio::test]
async fn the_pack_is_given_to_its_owner_alone() {
    let mut place = place().await;
    let stranger = place.esteem.stranger().visit("/my/revalidation.csv").await;
    assert!(stranger.path.starts_with("/sign-in"), "{}", stranger.path);
    let hers = place.user("amina").visit("/my/revalidation.csv?last=2026-12-31").await;
    assert!(hers.html.contains("certificate"), "{}", hers.html);
    let disposition = hers.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.contains("revalidation-2026-12-31.csv"), "{disposition}");
    let eves = place.user("eve").visit("/my/revalidation.csv").await;
    assert!(!eves.html.contains("certificate") && eves.html.starts_with("regulator,"));
}

#[tokio::test]
async fn the_pack_on_paper_is_given_to_its_owner_alone() {
    let mut place = place().await;
    let stranger = place.esteem.stranger().visit("/my/revalidation.pdf").await;
    assert!(stranger.path.starts_with("/sign-in"), "{}", stranger.path);
    let page = place.user("amina").visit("/my/revalidation").await;
    let hers = place.user("amina").visit(&page.links("Download as PDF")[0]).await;
    // The file's properties are plain text in it; its pages are not.
    assert!(hers.html.starts_with("%PDF-1.7") && hers.html.contains("Revalidation pack: Amina"));
    let said = |name: &str| hers.headers[name].to_str().unwrap().to_owned();
    assert!(said("content-disposition").contains(&format!("revalidation-{TODAY}.pdf")));
    assert_eq!(said("content-type"), "application/pdf");
    assert_eq!(said("cache-control"), "no-store");
    assert_eq!(said("content-security-policy"), "default-src 'none'; sandbox");
    let dated = place.user("amina").visit("/my/revalidation.pdf?last=2026-12-31").await;
    assert!(dated.html != hers.html, "every period ends on the day that was asked for");
    let eves = place.user("eve").visit("/my/revalidation.pdf").await;
    assert!(eves.html.starts_with("%PDF-") && !eves.html.contains("Amina"));
    let nobodys = place.user("yusra").visit("/my/revalidation.pdf").await;
    assert!(!nobodys.status.is_success() && !nobodys.html.starts_with("%PDF-"), "no record");
}

fn bomb() -> Vec<u8> {
    const TYPES: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let huge = vec![0; 101 * 1024 * 1024];
    for (name, content) in [("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", &huge)]
    {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[tokio::test]
async fn files_that_are_something_else_are_refused_or_harmless() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let (bomb, large) = (bomb(), [b"%PDF-1.7\n".to_vec(), vec![b' '; 11 << 20]].concat());
    let refused: [(&str, &[u8], &str); 6] = [
        ("certificate.pdf", b"MZ\x90\x00\x03", "something else, whatever its name says"),
        ("picture.png", svg, "something else, whatever its name says"),
        ("page.pdf", b"<!doctype html><script>alert(1)</script>", "something else"),
        ("essay.docx", &bomb, "once it is unpacked"),
        ("photo.jpg", b"\xff\xd8\xff\xe1 and no more", "does not open as a JPEG picture"),
        ("long.pdf", &large, "10 MB at most"),
    ];
    for (name, content, words) in refused {
        let page = add(&mut amina, name, content).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(page.text(".nhsuk-error-message").contains(words), "{name}: {}", page.words());
        assert_eq!(page.text("textarea"), "With the crisis team");
    }
    let named = add(&mut amina, "../../etc/passwd\\<script>.exe", PDF).await;
    assert_eq!(named.links("script.pdf").len(), 1, "{}", named.words());
    let twice = add(&mut amina, "again.pdf", PDF).await;
    assert!(twice.text(".nhsuk-error-message").contains("this very file"));
    assert_eq!(amina.visit("/my/evidence").await.links(".pdf").len(), 1);
}

/// A form whose file has a gigabyte; it counts what was taken of it.
struct Gigabyte {
    next: Bytes,
    left: usize,
    taken: Arc<AtomicUsize>,
    /// A network pauses between pieces.
    pauses: bool,
}

impl HttpBody for Gigabyte {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.pauses = !self.pauses;
        if self.pauses {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let Some(left) = self.left.checked_sub(self.next.len()) else { return Poll::Ready(None) };
        self.left = left;
        self.taken.fetch_add(self.next.len(), Ordering::Relaxed);
        let piece = std::mem::replace(&mut self.next, Bytes::from_static(&[b' '; 64 * 1024]));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}

#[tokio::test]
async fn a_gigabyte_ends_early() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let part = |named: &str, value: &str| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {named}\r\n\r\n{value}")
    };
    let fields = FIELDS.map(|(name, value)| part(&format!("name=\"{name}\""), value) + "\r\n");
    let file = part("name=\"file\"; filename=\"long.pdf\"", "%PDF-1.7\n");
    let (next, taken) = (Bytes::from(fields.concat() + &file), Arc::new(AtomicUsize::new(0)));
    let form = Gigabyte { next, left: 1 << 30, taken: Arc::clone(&taken), pauses: false };
    let page = amina.stream("/my/evidence/upload", Body::new(form)).await;
    assert!(page.text(".nhsuk-error-message").contains("10 MB at most"), "{}", page.words());
    let taken = taken.load(Ordering::Relaxed);
    assert!(taken < 32 * 1024 * 1024, "{taken} bytes were taken in");
}
