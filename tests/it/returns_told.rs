//! What the pages of a return tell: whom it waits for, how it comes back, what is left to do once it is submitted, and what was said before.

use crate::practice::{practice, sign_in};
use crate::returns_pages::{RETURN, checks, has_form, ola, prepares, rosa, steps, submits};
use crate::small::bring;
use domain::codes::GrantKind::{Approver, WorkforceLead};
use domain::imports::Kind;
use http::StatusCode;
use tests::Page;

/// Whether these stand in the page one after the other.
fn in_order(page: &Page, marks: &[&str]) -> bool {
    let at = |mark: &&str| page.html.find(mark).unwrap_or_else(|| panic!("no {mark}"));
    marks.iter().map(at).is_sorted()
}

#[tokio::test]
async fn who_waits_is_told_who_may_approve_and_whoever_approves_how_it_goes_back() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    // Una approves everywhere, and somebody in a network, which has no returns.
    esteem.somebody("una@staff.example", &[(Approver, "")]).await;
    esteem.somebody("elsewhere@staff.example", &[(Approver, "N2")]).await;
    let page = prepares(&mut rosa).await;
    assert!(!page.says("may approve it"), "nobody has checked it: {}", page.words());
    let both = [(WorkforceLead, "TH"), (Approver, "TH")];
    let mut both = esteem.somebody("both@staff.example", &both).await;
    let seen = both.visit(&page.path).await;
    let checked = checks(&mut both, &seen).await;
    let told = "una@staff.example may approve it. They are told so on their home page";
    assert!(checked.says(told), "{}", checked.words());
    assert!(!checked.says("elsewhere@staff.example"), "{}", checked.words());
    let mut ola = ola(&esteem).await;
    let told = "ola@staff.example, una@staff.example may approve it";
    assert!(rosa.visit(RETURN).await.says(told));
    let to_approve = ola.visit(RETURN).await;
    assert!(!to_approve.says("may approve it"), "she does it here: {}", to_approve.words());
    let back = "Tell both@staff.example, who checked it, what has to be put right.";
    assert!(to_approve.says(back), "{}", to_approve.words());
}

#[tokio::test]
async fn where_nobody_may_approve_it_says_who_can_change_that() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    let page = prepares(&mut rosa).await;
    let checked = checks(&mut rosa, &page).await;
    assert!(checked.says("Nobody may approve it yet."), "{}", checked.words());
    assert!(checked.says("An administrator can give the grant “Approver” for Tower Hamlets"));
}

#[tokio::test]
async fn what_somebody_confirms_to_have_looked_at_stands_above_the_button_and_beginning_again_below()
 {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    let above = ["Look at the figures", "What the place needs", "Download all files"];
    let below = ["Prepare it again", "This takes up to a minute."];
    assert!(in_order(&page, &[&above[..], &["I have checked it", below[0]]].concat()));
    assert!(!page.says("its check and approval fall"), "there are none yet");
    let checked = checks(&mut rosa, &page).await;
    assert!(checked.says("If today’s data differs, its check and approval fall"));
    let to_approve = ola.visit(RETURN).await;
    assert!(in_order(&to_approve, &[&above[..], &["Approve this return"]].concat()));
    ola.submit(&to_approve, "approve_return", &[]).await;
    let page = rosa.visit(RETURN).await;
    assert!(in_order(&page, &[&above[..], &["Submit this return"], &below[..1]].concat()));
    assert!(page.says(below[1]), "{}", page.words());
}

#[tokio::test]
async fn once_submitted_it_says_that_nothing_is_sent_and_what_is_left_to_do() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    assert!(!page.says("Esteem sends it to nobody."), "it is not submitted");
    let submitted = submits(&mut rosa, &mut ola, &page).await;
    assert!(submitted.says("Esteem sends it to nobody. No national return asks"));
    assert!(submitted.says("download all files (ZIP) and send them to NHS England."));
    assert_eq!(submitted.links("download all files (ZIP)"), [format!("{RETURN}/files.zip")]);
    let read = sign_in(&esteem, "amina").await.visit(RETURN).await;
    assert!(read.says("Esteem sends it to nobody.") && !read.says("What is left to do"));
    // Another of the same day is a correction, which begins on its page.
    let returns = rosa.visit("/returns").await;
    let refused = rosa.submit(&returns, "prepare_return", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("to correct it, begin its correction, TH-2026-09-30-r2, with a reason"));
    assert_eq!(refused.links("Open TH-2026-09-30-r1"), [RETURN]);
    assert!(refused.says("choose “Begin the correction”"), "{}", refused.words());
    assert!(has_form(&submitted, "revise_return") && submitted.says("Begin the correction"));
}

#[tokio::test]
async fn a_correction_is_linked_from_what_it_corrects_and_begins_with_the_reasons_given_there() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    let submitted = submits(&mut rosa, &mut ola, &page).await;
    let reason = [("reason", "Somebody was missing")];
    let next = rosa.submit(&submitted, "revise_return", &reason).await;
    let given = next.form("check_return").into_iter().filter(|(name, _)| name.starts_with("note["));
    let given: Vec<(String, String)> = given.collect();
    assert!(!given.is_empty() && given.iter().all(|(_, said)| said == "It is known"), "{given:?}");
    let told = "Reasons that were given in the revision before stand in the boxes.";
    assert!(next.says(told), "{}", next.words());
    // They are said of this revision once somebody checks it, and not before.
    assert!(has_form(&next, "check_return"));
    let mut amina = sign_in(&esteem, "amina").await;
    let read = amina.visit(RETURN).await;
    assert!(!read.says("TH-2026-09-30-r2"), "it is there for nobody else: {}", read.words());
    let first = rosa.visit(RETURN).await;
    assert!(first.says("TH-2026-09-30-r2 is begun as its correction, and not submitted yet"));
    submits(&mut rosa, &mut ola, &next).await;
    let read = amina.visit(RETURN).await;
    assert!(read.says("TH-2026-09-30-r2 corrects this return"), "{}", read.words());
    assert_eq!(read.links("See corrected"), ["/returns/TH-2026-09-30-r2"]);
}

#[tokio::test]
async fn beside_today_the_cells_are_listed_that_would_be_others() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    let page = prepares(&mut rosa).await;
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
         E8,Kit,Vale,T2,PN,1.00,A8,2024-01-01\n";
    bring(&esteem, Kind::Staff, staff).await;
    let beside = rosa.visit(&format!("{}?beside=today", page.path)).await;
    assert!(beside.says("Today’s data would make other files."), "{}", beside.words());
    assert!(beside.says("Changed cells"), "{}", beside.words());
    // Four nurses were asked something in the place, and are five now. Places come first.
    assert!(beside.says("Place TH"), "{}", beside.words());
    assert!(beside.says("c of 4 → c of 5"), "{}", beside.words());
}

#[tokio::test]
async fn each_missing_reason_is_told_with_what_it_is_of() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    let page = prepares(&mut rosa).await;
    let refused = rosa.submit(&page, "check_return", &[]).await;
    let told = "Enter why it may stand as it is: Practice 1: less than half of what is asked";
    assert_eq!(refused.links(told).len(), 1, "{}", refused.words());
    let mut messages = refused.all(".nhsuk-error-summary__list li");
    let many = messages.len();
    messages.sort();
    messages.dedup();
    assert_eq!(messages.len(), many, "no two are the same: {messages:?}");
}

#[tokio::test]
async fn needs_begin_with_what_the_place_is_short_of_and_are_looked_at_by_role_and_competency() {
    let esteem = practice().await;
    let mut rosa = rosa(&esteem).await;
    prepares(&mut rosa).await;
    let needs = rosa.visit(&format!("{RETURN}/needs")).await;
    let first = needs.all("tbody tr").remove(0);
    assert!(first.contains("Competencies that fewer than two people may confirm"), "{first}");
    assert!(!needs.says("What the lead says"), "nobody said anything: {}", needs.words());
    let of_role = rosa.visit(&format!("{RETURN}/needs?role=PN&item=RSK-1")).await;
    let rows = of_role.all("tbody tr");
    assert!(rows.len() == 1 && rows[0].contains("RSK-1 Ask about risk"), "{rows:?}");
    let say = rosa.visit(&of_role.links("Add words")[0]).await;
    let words = [("words", "Two nurses train in May")];
    let said = rosa.submit(&say, "say_of_need", &words).await;
    assert_eq!(said.path, format!("{RETURN}/needs?role=PN&item=RSK-1&page=1"));
    assert!(said.says("What the lead says") && said.says("Two nurses train in May"));
    let none = rosa.visit(&format!("{RETURN}/needs?role=nobody")).await;
    assert!(none.says("There are no such needs in this return"), "{}", none.words());
}

#[tokio::test]
async fn a_lead_says_something_of_a_need_and_what_was_done_begins_again() {
    let esteem = practice().await;
    let (mut rosa, mut ola) = (rosa(&esteem).await, ola(&esteem).await);
    let page = prepares(&mut rosa).await;
    checks(&mut rosa, &page).await;
    let needs = rosa.visit(&page.links("What the place needs")[0]).await;
    let to_say = needs.links("Add words");
    assert!(!to_say.is_empty(), "{}", needs.words());
    let say = rosa.visit(&to_say[0]).await;
    assert!(say.says("Do not name anybody: patients or staff."), "{}", say.words());
    assert!(!page.says("Words that will be published"), "nobody wrote anything yet");
    let patient = [("words", "Ask 401 023 2137")];
    let refused = rosa.submit(&say, "say_of_need", &patient).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.text("textarea"), "Ask 401 023 2137");
    let words = [("words", "Two nurses train in May")];
    let said = rosa.submit(&refused, "say_of_need", &words).await;
    assert!(said.says("Saved what you say of this need"), "{}", said.words());
    assert!(said.says("Two nurses train in May") && said.says("Change the words"));
    let again = rosa.visit(RETURN).await;
    assert_eq!(steps(&again)[1], "Checked Next");
    // Whoever checks and whoever approves reads it above the button.
    let told = |page: &Page, button: &str| {
        let at = |what: &str| page.html.find(what).unwrap_or_else(|| panic!("no {what}"));
        at("Words that will be published") < at("Two nurses train in May")
            && at("Two nurses train in May") < at(button)
    };
    assert!(told(&again, "I have checked it"), "{}", again.words());
    assert!(again.says("Earlier files"), "the first check is about others: {}", again.words());
    checks(&mut rosa, &again).await;
    let to_approve = ola.visit(RETURN).await;
    assert!(told(&to_approve, "Approve this return"), "{}", to_approve.words());
    let read = ola.visit(&format!("{RETURN}/needs")).await;
    assert!(read.says("Two nurses train in May") && read.links("Change the words").is_empty());
    let not_hers = ola.visit(&to_say[0]).await;
    assert_eq!(not_hers.status, StatusCode::NOT_FOUND);
}
