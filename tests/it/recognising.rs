//! A workforce lead recognises everyone of a role at once, and wherever such a level is shown it stands apart.

use crate::practice::{practice, sign_in};
use crate::small::bring;
use domain::codes::GrantKind::WorkforceLead;
use domain::imports::Kind;
use http::StatusCode;

const EVERYONE: &str = "Everyone with something to recognise (3 people)";

#[tokio::test]
async fn everyone_is_chosen_with_the_reason_in_one_form_and_what_is_given_stands_apart() {
    let esteem = practice().await;
    let mut lead = esteem.somebody("lead@staff.example", &[(WorkforceLead, "P1")]).await;
    let page = lead.visit("/recognise?role=PN").await;
    assert!(page.says(EVERYONE), "{}", page.words());
    let reason = ("reason", "Registered nurses");
    let refused = lead.submit(&page, "recognise", &[reason]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Choose at least one person") && refused.html.contains(reason.1));
    let done = lead.submit(&refused, "recognise", &[("everyone", "yes")]).await;
    assert!(done.says("Recognised 9 levels for 3 people"), "{}", done.words());

    let mut amina = sign_in(&esteem, "amina").await;
    let own = amina.visit("/my/competencies").await;
    assert!(own.says("3 (recognised)"), "{}", own.words());
    let mut dan = sign_in(&esteem, "dan").await;
    let matrix = dan.visit("/teams/T1/matrix?domain=RSK").await;
    assert!(matrix.says("Level 3 recognised, 3 asked"), "{}", matrix.words());
    let people = dan.visit("/people?q=Khan,+Amina").await;
    let record = dan.visit(&people.links("Khan, Amina")[0]).await;
    assert!(record.says("3 (recognised), due 2 November 2027"), "{}", record.words());
}

#[tokio::test]
async fn whoever_started_after_the_page_was_shown_is_not_recognised_unseen() {
    let esteem = practice().await;
    let mut lead = esteem.somebody("lead@staff.example", &[(WorkforceLead, "P1")]).await;
    let page = lead.visit("/recognise?role=PN").await;
    let starter = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n\
                   E7,Nadia,Miah,T1,PN,1.00,A7,2026-11-02\n";
    bring(&esteem, Kind::Staff, starter).await;
    let answers = [("everyone", "yes"), ("reason", "Registered nurses")];
    let done = lead.submit(&page, "recognise", &answers).await;
    assert!(done.says("Recognised 9 levels for 3 people"), "{}", done.words());
    assert!(done.says("Nadia Miah") && done.says("3 of 3 asked"), "{}", done.words());
    assert!(!done.says("Everyone with something to recognise"), "she is the only one left");
}
