//! A passport on paper: tagged, complete, the same twice, and with the signed file inside.

use crate::reader::Read;
use documents::{Document, passport, pdf};
use domain::codes::Evidence;
use domain::frameworks::Level;
use domain::ids::PassportId;
use domain::passport::{
    Basis, Curve, Format, Framework, HeldCompetency, HeldPost, Holder, Issuer, KeyType, Passport,
    PublicKey, Signer,
};
use uuid::Uuid;

const SIGNED: &[u8] = b"{\"format\":\"esteem-passport/1\"}";
const FINGERPRINT: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

fn held(domain: &str, number: usize) -> HeldCompetency {
    HeldCompetency {
        identifier: Uuid::from_u128(number as u128),
        code: format!("{}-{number}", &domain[..3].to_uppercase()),
        title: format!("{domain}: skill number {number}"),
        domain: domain.to_owned(),
        level: Level::ALL[number % 5],
        basis: Basis::ALL[number % 3],
        made_on: "2026-05-04".parse().unwrap(),
        original_on: (number % 3 == 2).then(|| "2026-02-01".parse().unwrap()),
        due_on: "2028-05-04".parse().unwrap(),
        by: vec![
            Signer { name: "Ben Okoro".into(), role: Some("Mental health nurse".into()) },
            Signer { name: "Cara Lind".into(), role: None },
        ],
        imported: number == 4,
        evidence: vec![Evidence::Observation, Evidence::CaseDiscussion],
    }
}

/// Of a nurse with that many competencies in each of two domains.
pub fn nurses(competencies: usize) -> Passport {
    let domains = ["Risk assessment", "Psychiatric emergencies"];
    let held = domains.iter().flat_map(|domain| (1..=competencies).map(|n| held(domain, n)));
    let text = str::to_owned;
    Passport {
        format: Format::First,
        id: PassportId(Uuid::from_u128(7)),
        issued_on: "2026-11-27".parse().unwrap(),
        issuer: Issuer {
            name: text("Tower Hamlets"),
            address: text("https://esteem.example.nhs.uk"),
        },
        person: Holder {
            name: text("Amina Khan"),
            employer: Some(text("Limehouse Practice")),
            employee_number: text("20417733"),
            registration: Some(text("18A2345E")),
        },
        posts: vec![HeldPost {
            role: text("Practice nurse"),
            team: text("Limehouse nursing team"),
            organisation: text("Limehouse Practice"),
            from: Some("2022-09-01".parse().unwrap()),
            to: None,
        }],
        framework: Framework {
            identifier: Uuid::from_u128(1),
            title: text("Mental health competencies"),
            version: 2,
        },
        competencies: held.collect(),
        key: PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x: text("AAAA") },
        signature: text("BBBB"),
    }
}

pub fn paper(of: &Passport) -> Document {
    passport(of, SIGNED.to_vec(), FINGERPRINT)
}

#[test]
fn it_is_tagged_and_says_its_title_and_its_language() {
    let read = Read::of(&paper(&nurses(2)));
    assert_eq!(read.says("MarkInfo", "Marked"), "true");
    assert_eq!(read.spoken(read.catalog().get(b"Lang").unwrap()), "en-GB");
    assert_eq!(read.title(), "Competency passport: Amina Khan");
    assert_eq!(read.says("ViewerPreferences", "DisplayDocTitle"), "true");
    assert!(read.catalog().has(b"Outlines"), "bookmarks");
    let properties = read.properties();
    for standard in ["<pdfuaid:part>1<", "<pdfaid:part>3<", "<pdfaid:conformance>A<"] {
        assert!(properties.contains(standard), "{standard} is not in {properties}");
    }
}

#[test]
fn its_headings_tables_and_lists_are_known_as_such() {
    let tags = Read::of(&paper(&nurses(2))).tags();
    let of = |tag: &str| tags.get(tag).copied().unwrap_or_default();
    // Posts, competencies, levels, how to check it; two domains.
    assert_eq!((of("H1"), of("H2"), of("H3")), (1, 4, 2), "{tags:?}");
    // Who and when, posts, two domains, levels, identifiers.
    assert_eq!((of("Table"), of("L"), of("LI")), (6, 1, 4), "{tags:?}");
    // 5 + 3 facts; 4 + 2 × 4 + 2 heads of columns, and 1 + 2 × 2 + 5 of rows.
    assert_eq!(of("TH"), 8 + 14 + 10, "{tags:?}");
}

#[test]
fn whatever_was_confirmed_is_in_it() {
    let passport = nurses(4);
    let text = Read::of(&paper(&passport)).text();
    for held in &passport.competencies {
        assert!(text.contains(&held.title) && text.contains(&held.code), "{}", held.title);
        assert!(text.contains(&format!("Level {} {}", held.level.number(), held.level.name())));
    }
    for said in [
        "Issued by Tower Hamlets",
        "Issued on 27 November 2026",
        "20417733 at Limehouse Practice",
        "18A2345E",
        "Mental health competencies, version 2",
        "Practice nurse",
        "1 September 2022",
        "Recognised on 4 May 2026",
        "Accepted from another employer on 4 May 2026, confirmed there on 1 February 2026",
        "By Ben Okoro (Mental health nurse) and Cara Lind",
        "Evidence: observation of practice, case discussion",
        "Brought in from a file",
        "4 May 2028",
        "https://esteem.example.nhs.uk/verify",
        FINGERPRINT,
        &passport.id.to_string(),
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn every_page_of_a_long_table_has_its_head_and_its_number() {
    let read = Read::of(&paper(&nurses(40)));
    let pages = read.pages();
    assert!(pages.len() > 4, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} of {}", at + 1, pages.len())), "{page}");
        let rows = page.matches("skill number").count();
        assert!(rows == 0 || page.contains("On what it rests"), "{page}");
    }
    assert_eq!(read.tags()["Table"], 6, "a table over several pages is still one");
}

#[test]
fn the_signed_file_is_inside_byte_for_byte() {
    let attached = Read::of(&paper(&nurses(1))).attached();
    assert_eq!(attached.into_iter().collect::<Vec<_>>(), [("passport.json".into(), SIGNED.into())]);
}

#[test]
fn nothing_held_is_said_in_words() {
    let mut passport = nurses(0);
    passport.posts.clear();
    passport.person.registration = None;
    let text = Read::of(&paper(&passport)).text();
    assert!(text.contains("Nothing was confirmed and current on that day."));
    assert!(text.contains("No posts are recorded.") && !text.contains("Professional registration"));
}

#[test]
fn equal_passports_are_equal_files_whatever_is_drawn_beside_them() {
    let first = pdf(&paper(&nurses(3))).unwrap();
    let drawn = |of: usize| std::thread::spawn(move || pdf(&paper(&nurses(of))).unwrap());
    let beside: Vec<_> = [3, 5, 3].map(drawn).into_iter().map(|one| one.join().unwrap()).collect();
    assert!(beside[0] == first && beside[2] == first && beside[1] != first);
}
