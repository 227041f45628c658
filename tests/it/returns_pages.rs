//! A return from page to page, without scripts: prepared, checked, approved by somebody else, submitted and locked, corrected.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::codes::GrantKind::{Approver, Auditor, WorkforceLead};
use domain::imports::Kind;
use http::StatusCode;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName, X_CONTENT_TYPE_OPTIONS};
use tests::{Installation, Page, User};

/// The end of the last whole quarter before the practice's today, 2 November 2026.
pub const RETURN: &str = "/returns/TH-2026-09-30-r1";

/// Who prepares returns of the whole place.
pub async fn rosa(esteem: &Installation) -> User {
    esteem.somebody("rosa@staff.example", &[(WorkforceLead, "TH")]).await
}

/// Who approves them.
pub async fn ola(esteem: &Installation) -> User {
    esteem.somebody("ola@staff.example", &[(Approver, "TH")]).await
}

pub async fn prepares(rosa: &mut User) -> Page {
    let page = rosa.visit("/returns").await;
    let prepared = rosa.submit(&page, "prepare_return", &[]).await;
    assert_eq!(prepared.path, RETURN, "{}", prepared.words());
    prepared
}

/// The fields in which a page asks why something may stand.
fn asked(page: &Page) -> Vec<String> {
    let fields = page.form("check_return").into_iter().map(|(name, _)| name);
    fields.filter(|name| name.starts_with("note[")).collect()
}

/// Checks it, with the same reason for everything.
pub async fn checks(rosa: &mut User, page: &Page) -> Page {
    let asked = asked(page);
    let reasons: Vec<_> = asked.iter().map(|name| (name.as_str(), "It is known")).collect();
    rosa.submit(page, "check_return", &reasons).await
}

/// Checked by Rosa, approved by Ola, submitted by Rosa.
pub async fn submits(rosa: &mut User, ola: &mut User, page: &Page) -> Page {
    let checked = checks(rosa, page).await;
    assert!(checked.says("You checked this return"), "{}", checked.words());
    let to_approve = ola.visit(&page.path).await;
    let approved = ola.submit(&to_approve, "approve_return", &[]).await;
    assert!(approved.says("You approved this return"), "{}", approved.words());
    let page = rosa.visit(&page.path).await;
    let submitted = rosa.submit(&page, "submit_return", &[("sure", "yes")]).await;
    assert!(submitted.says("This return is submitted and locked"), "{}", submitted.words());
    submitted
}

/// The steps as they are listed, each with where it stands.
pub fn steps(page: &Page) -> [String; 4] {
    page.all("ol.nhsuk-list--number li").try_into().expect("four steps")
}

/// Whether a page has the form that calls a server function.
pub fn has_form(page: &Page, function: &str) -> bool {
    page.html.contains(&format!("value=\"{function}\""))
}

#[tokio::test]
async fn a_return_is_prepared_checked_approved_by_another_submitted_and_locked() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let none = rosa.visit("/returns").await;
    assert!(none.says("There are no returns yet"), "{}", none.words());
    let offered = none.form("prepare_return");
    for (name, value) in [("place", "TH"), ("day-day", "30"), ("day-month", "9")] {
        assert!(offered.contains(&(name.to_owned(), value.to_owned())), "{name}: {offered:?}");
    }
    let page = prepares(&mut rosa).await;
    assert_eq!(page.text("h1"), "Return of Tower Hamlets, 30 September 2026");
    let [prepared, checked, ..] = steps(&page);
    assert!(prepared.contains("Done"), "{prepared}");
    assert!(prepared.contains("By rosa@staff.example on"), "{prepared}");
    assert_eq!(checked, "Checked Next");
    assert!(rosa.visit("/").await.says("1 return waits to be checked."));
    assert!(!has_form(&page, "approve_return") && !has_form(&page, "submit_return"));
    let checked = checks(&mut rosa, &page).await;
    assert!(checked.says("You checked this return"), "{}", checked.words());
    assert!(!has_form(&checked, "check_return") && !has_form(&checked, "approve_return"));
    assert!(ola.visit("/").await.says("1 return waits for you to approve it."));
    let to_approve = ola.visit(RETURN).await;
    let told = "Practice 1: less than half of what is asked is assessed";
    assert!(to_approve.says(told), "{}", to_approve.words());
    // It is of a commissioner that has nothing to do with the place.
    assert!(!to_approve.says("Workforce office"), "{}", to_approve.words());
    assert!(to_approve.says("It is known"), "with the reason: {}", to_approve.words());
    let approved = ola.submit(&to_approve, "approve_return", &[]).await;
    assert!(approved.says("You approved this return"), "{}", approved.words());
    let page = rosa.visit(RETURN).await;
    let unsure = rosa.submit(&page, "submit_return", &[]).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.says("Tick the box to submit it"), "{}", unsure.words());
    let submitted = rosa.submit(&page, "submit_return", &[("sure", "yes")]).await;
    assert!(submitted.says("This return is submitted and locked"), "{}", submitted.words());
    assert!(steps(&submitted).iter().all(|step| step.contains("Done")), "{:?}", steps(&submitted));
    for function in ["check_return", "approve_return", "submit_return"] {
        assert!(!has_form(&submitted, function), "{function}");
    }
    // The page from before knows nothing of it.
    let late = rosa.submit(&page, "submit_return", &[("sure", "yes")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.says("is locked"), "{}", late.words());
    let listed = rosa.visit("/returns").await;
    assert!(listed.says("Submitted") && listed.says("NHS England"), "{}", listed.words());
}

#[tokio::test]
async fn nobody_approves_what_they_prepared_or_checked() {
    let esteem = practice().await;
    let both = [(WorkforceLead, "TH"), (Approver, "TH")];
    let mut both = esteem.somebody("both@staff.example", &both).await;
    let page = prepares(&mut both).await;
    let checked = checks(&mut both, &page).await;
    assert!(!has_form(&checked, "approve_return"), "{}", checked.words());
    let digest = page.form("check_return").into_iter().find(|(name, _)| name == "digest");
    let fields = [("form", "approve_return"), ("id", "TH-2026-09-30-r1")];
    let mut fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    fields.extend(digest);
    let refused = both.post(RETURN, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("somebody else has to approve it"), "{}", refused.words());
}

#[tokio::test]
async fn what_was_typed_stays_where_a_form_is_refused() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    let page = rosa.visit("/returns").await;
    for (answer, told) in [
        (("day-month", "13"), "Enter the reference date as a real date"),
        (("day-year", "2027"), "Enter 2 November 2026 or an earlier day"),
    ] {
        let refused = rosa.submit(&page, "prepare_return", &[answer]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:?}");
        assert_eq!(refused.links(told), ["#prepare_return-day"], "{}", refused.words());
        let kept = (answer.0.to_owned(), answer.1.to_owned());
        assert!(refused.form("prepare_return").contains(&kept), "{answer:?}");
    }
    let page = prepares(&mut rosa).await;
    let asked = asked(&page);
    let first = asked.first().expect("something may stand").as_str();
    let typed = |page: &Page, name: &str| {
        let found = page.form("check_return").into_iter().find(|(known, _)| known == name);
        found.expect("the field").1
    };
    // One reason is given, and one is missing for each of the others, beside its field.
    let refused = rosa.submit(&page, "check_return", &[(first, "Its own office")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let missing = refused.links("Enter why it may stand as it is");
    assert_eq!(missing.len(), asked.len() - 1, "{}", refused.words());
    for link in missing {
        let id = link.trim_start_matches('#');
        assert!(refused.html.contains(&format!("id=\"{id}\"")), "{link} leads nowhere");
    }
    assert_eq!(typed(&refused, first), "Its own office");
    // Nothing about a patient is kept, and nothing that was typed is lost.
    let told = "Its number is 401 023 2137";
    let reasons: Vec<_> = asked.iter().map(|name| (name.as_str(), told)).collect();
    let refused = rosa.submit(&refused, "check_return", &reasons).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    assert_eq!(typed(&refused, first), told);
    assert!(has_form(&rosa.visit(RETURN).await, "check_return"), "it is not checked");
}

#[tokio::test]
async fn one_reason_does_for_many_of_one_kind() {
    let esteem = practice().await;
    let each = |row: fn(usize) -> String| (3..7).map(row).collect::<String>();
    let organisations = each(|n| format!("P{n},Practice {n},gp_practice,N1\n"));
    let teams = each(|n| format!("X{n},Team {n},primary_care,P{n}\n"));
    let staff = each(|n| format!("X{n},First{n},Last{n},X{n},PN,1.00,X{n},2024-01-01\n"));
    let head = "code,name,sector,network_code\n";
    bring(&esteem, Kind::Organisations, &format!("{head}{organisations}")).await;
    let head = "code,name,setting,organisation_code\n";
    bring(&esteem, Kind::Teams, &format!("{head}{teams}")).await;
    let head = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n";
    bring(&esteem, Kind::Staff, &format!("{head}{staff}")).await;
    let mut rosa = rosa(&esteem).await;
    let page = prepares(&mut rosa).await;
    let refused = rosa.submit(&page, "check_return", &[]).await;
    let told = "Enter why they may stand as they are, or say it of each";
    assert_eq!(refused.links(told), ["#check_return-of_all-provisional"], "{}", refused.words());
    let one = ("note[provisional.P1]", "Its manager left");
    let all = ("of_all[provisional]", "They have only begun");
    let checked = rosa.submit(&refused, "check_return", &[one, all]).await;
    assert!(checked.says("You checked this return"), "{}", checked.words());
    assert!(checked.says("Its manager left"), "{}", checked.words());
    // Five of the six practices: P2 to P6.
    assert_eq!(checked.words().matches("They have only begun").count(), 5, "{}", checked.words());
}

#[tokio::test]
async fn what_is_not_submitted_is_found_by_nobody_else_and_what_is_by_everybody() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    let below = ["", "/figures", "/needs", "/files/coverage.csv", "/files.zip", "/annex"];
    let (mut lead, mut amina) = (sign_in(&esteem, "lead").await, sign_in(&esteem, "amina").await);
    for below in below {
        let path = format!("{RETURN}{below}");
        for user in [&mut lead, &mut amina] {
            assert_eq!(user.visit(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let stranger = esteem.stranger().visit(&path).await;
        assert!(stranger.path.starts_with("/sign-in?then="), "{}", stranger.path);
    }
    assert!(!amina.visit("/returns").await.says("30 September 2026"));
    let mut auditor = esteem.somebody("auditor@staff.example", &[(Auditor, "")]).await;
    for reader in [&mut auditor, &mut ola] {
        let early = reader.visit(RETURN).await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "nobody has checked it");
    }
    let mut fields = page.form("check_return");
    for name in asked(&page) {
        fields.retain(|(known, _)| *known != name);
        fields.push((name, "It is known".to_owned()));
    }
    for user in [&mut lead, &mut amina, &mut auditor, &mut ola] {
        let answer = user.post(RETURN, &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.words());
    }
    submits(&mut rosa, &mut ola, &page).await;
    assert!(amina.visit("/returns").await.says("30 September 2026"));
    let read = amina.visit(RETURN).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.words());
    assert!(!read.says("What the checks found") && !has_form(&read, "revise_return"));
    assert!(amina.visit(&format!("{RETURN}/figures")).await.says("These figures are published."));
    let file = amina.visit(&format!("{RETURN}/files/coverage.csv")).await;
    assert_eq!(file.status, StatusCode::OK);
    let annex = amina.visit(&format!("{RETURN}/annex")).await;
    assert_eq!(annex.status, StatusCode::NOT_FOUND, "never for everybody");
}

#[tokio::test]
async fn a_correction_has_a_reason_and_the_first_stays_readable() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    let submitted = submits(&mut rosa, &mut ola, &page).await;
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
         E8,Kit,Vale,T2,PN,1.00,A8,2024-01-01\n";
    bring(&esteem, Kind::Staff, staff).await;
    let beside = submitted.links("See whether today’s data would make other files");
    let beside = rosa.visit(&beside[0]).await;
    assert!(beside.says("What was submitted stays as it is"), "{}", beside.words());
    let refused = rosa.submit(&submitted, "revise_return", &[("reason", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = "Enter the reason for the correction";
    assert_eq!(refused.links(told), ["#revise_return-reason"], "{}", refused.words());
    let reason = [("reason", "Somebody was missing")];
    let next = rosa.submit(&submitted, "revise_return", &reason).await;
    assert_eq!(next.path, "/returns/TH-2026-09-30-r2");
    assert_eq!(next.text("h1"), "Return of Tower Hamlets, 30 September 2026, revision 2");
    assert!(next.says("This is a correction of TH-2026-09-30-r1"), "{}", next.words());
    assert!(next.says("Somebody was missing"), "{}", next.words());
    // P2 has one person more: its people are 2 now, as many as are asked.
    assert!(next.says("c of 1 → c of 2"), "{}", next.words());
    // It is told by titles, as in the report, and what else changed is counted.
    assert!(next.says("People with everything met"), "{}", next.words());
    assert!(next.says("Other tables that changed:"), "{}", next.words());
    let first = rosa.visit(RETURN).await;
    let begun = "TH-2026-09-30-r2 is begun as its correction";
    assert!(first.says(begun), "{}", first.words());
    let beside = next.links("See whether today’s data would make other files");
    let beside = rosa.visit(&beside[0]).await;
    assert!(beside.says("Today’s data makes the same files"), "{}", beside.words());
    assert!(!rosa.visit("/returns").await.says("Corrected"), "it is only begun");
    // Submitting the second is another's to approve again, and changes nothing of the first.
    let second = submits(&mut rosa, &mut ola, &next).await;
    assert_eq!(second.path, next.path);
    assert!(rosa.visit("/returns").await.says("Corrected"));
    let file = format!("{RETURN}/files/coverage.csv");
    assert!(rosa.visit(&file).await.html.contains("TH-2026-09-30-r1,2026-09-30"));
}

#[tokio::test]
async fn files_are_taken_along_one_by_one_and_all_together() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    let page = prepares(&mut rosa).await;
    let said =
        |page: &Page, name: HeaderName| page.headers[&name].to_str().expect("a text").to_owned();
    let file = rosa.visit(&page.links("coverage.csv")[0]).await;
    assert_eq!(said(&file, CONTENT_DISPOSITION), "attachment; filename=\"coverage.csv\"");
    assert_eq!(said(&file, CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(said(&file, X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(file.html.starts_with("return_id,reference_date,framework_version,"));
    for name in ["needs.csv", "sessions.csv", "datapackage.json"] {
        assert_eq!(page.links(name).len(), 1, "{name}: {}", page.words());
    }
    let taken = rosa.visit(&page.links("submission.json")[0]).await;
    assert_eq!(said(&taken, CONTENT_TYPE), "application/json");
    assert!(taken.html.contains("rosa@staff.example"), "{}", taken.html);
    let all = &page.links("Download all files")[0];
    let archive = rosa.visit(all).await;
    let named = "attachment; filename=\"TH-2026-09-30-r1.zip\"";
    assert_eq!(said(&archive, CONTENT_DISPOSITION), named);
    assert_eq!(said(&archive, CONTENT_TYPE), "application/zip");
    assert!(archive.html.starts_with("PK") && archive.html.contains("coverage.csv"));
    assert_eq!(rosa.visit(all).await.html, archive.html, "byte by byte");
    for nothing in ["nothing.csv", "..%2Fcoverage.csv"] {
        let page = rosa.visit(&format!("{RETURN}/files/{nothing}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

#[tokio::test]
async fn the_annex_is_taken_for_somebody_by_name() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    let submitted = submits(&mut rosa, &mut ola, &page).await;
    let annex = rosa.visit(&submitted.links("Open the restricted annex")[0]).await;
    assert!(annex.says("It is logged that you took it"), "{}", annex.words());
    let refused = rosa.submit(&annex, "open_annex", &[("to", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("There is a problem"), "{}", refused.words());
    assert_eq!(refused.text("h1"), annex.text("h1"));
    let whom = [("to", "Dr Shah, integrated care board")];
    let file = rosa.submit(&refused, "open_annex", &whom).await;
    assert_eq!(file.status, StatusCode::OK);
    let name = file.headers[&CONTENT_DISPOSITION].to_str().expect("a text");
    assert!(name.contains("TH-2026-09-30-r1-restricted-annex.csv"), "{name}");
    assert!(file.html.starts_with("return_id,") && file.html.contains("Practice 1 team"));
    let mut amina = sign_in(&esteem, "amina").await;
    let mut fields = annex.form("open_annex");
    fields.retain(|(name, _)| name != "to");
    fields.push(("to".to_owned(), "Me".to_owned()));
    let answer = amina.post(&annex.path, &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.words());
    // Any other form of that page goes where forms go.
    let out = rosa.submit(&annex, "sign_out", &[]).await;
    assert!(!rosa.is_signed_in(), "{}", out.words());
}

#[tokio::test]
async fn figures_are_as_they_are_published_and_lead_to_exact_ones_for_whoever_sees_those() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    let figures = rosa.visit(&page.links("Look at the figures")[0]).await;
    assert!(figures.says("These figures are not published yet"), "{}", figures.words());
    assert!(figures.text("table.heatmap").contains("Network 1"), "{}", figures.words());
    let of_organisations = format!("{RETURN}/figures?rows=organisation&item=RSK");
    let figures = rosa.visit(&of_organisations).await;
    // Three people are asked something in risk there, and none of them is told.
    let row = figures.all("table.heatmap tbody tr");
    let row = row.iter().find(|row| row.contains("Practice 1")).expect("a row");
    assert!(row.contains("c of 3"), "{row}");
    let exact = figures.links("Practice 1");
    assert_eq!(exact, ["/coverage?in=P1&as_at=2026-09-30"], "{}", figures.words());
    assert_eq!(rosa.visit(&exact[0]).await.status, StatusCode::OK);
    submits(&mut rosa, &mut ola, &page).await;
    let published = sign_in(&esteem, "amina").await.visit(&of_organisations).await;
    assert!(published.says("Practice 1") && published.links("Practice 1").is_empty());
}
