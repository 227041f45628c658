//! Recognition fills an empty start, never over what somebody confirmed, and for nobody out of reach.

use super::place::{AMINA, BEN, DAN, ask, confirm, level, practice, standing, the_request};
use crate::ground::Ground;
use domain::codes::GrantKind::{Assessor, WorkforceLead};
use domain::codes::JudgementKind;
use services::Ctx;
use services::judgements::{self, Recognise};

async fn nurses(ground: &Ground, reason: &str) -> Recognise {
    let people = vec![ground.person(AMINA).await.to_string(), ground.person(DAN).await.to_string()];
    Recognise { role_code: "PN".into(), people, domain_code: String::new(), reason: reason.into() }
}

#[tokio::test]
async fn what_is_confirmed_stays_and_the_rest_is_recognised() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 1)).await.unwrap();
    let lead = ground.sign_in("E3", Some((WorkforceLead, "P1"))).await;

    let page = judgements::recognition(&lead, "PN", "").await.unwrap();
    let open: Vec<_> = page.candidates.unwrap().iter().map(|c| (c.name.clone(), c.open)).collect();
    assert_eq!(open, [("Amina Khan".into(), 1), ("Dan Reid".into(), 2)]);
    let typed = nurses(&ground, "Registered nurses").await;
    let outcome = judgements::recognise(&lead, &typed).await.unwrap();
    assert_eq!((outcome.recognised, outcome.people, outcome.left_alone), (3, 2, 1));
    let held = standing(&amina).await.current(lead.today);
    assert_eq!(held, Some((level(1), JudgementKind::Confirmed)), "though her role asks 3");

    let again = judgements::recognise(&lead, &typed).await.unwrap();
    assert_eq!((again.recognised, again.unchanged.len()), (0, 2));
}

#[tokio::test]
async fn somebody_whom_the_form_sends_twice_is_recognised_once() {
    let ground = practice().await;
    let lead = ground.sign_in("E3", Some((WorkforceLead, "P1"))).await;
    let once = nurses(&ground, "Registered nurses").await;
    let twice = Recognise { people: [once.people.clone(), once.people].concat(), ..once };
    let outcome = judgements::recognise(&lead, &twice).await.unwrap();
    assert_eq!((outcome.recognised, outcome.people), (4, 2));
    let rows = ground.all::<entities::judgement::Entity>().await;
    let given = rows.iter().filter(|row| row.kind == JudgementKind::Recognised);
    assert_eq!(given.count(), 4);
}

async fn everyone(lead: &Ctx, shown: &[String]) -> Vec<String> {
    judgements::everyone_to_recognise(lead, "PN", "", shown).await.unwrap()
}

#[tokio::test]
async fn everyone_to_recognise_is_whoever_was_shown_and_lacks_something_within_reach() {
    let ground = practice().await;
    let lead = ground.sign_in("E3", Some((WorkforceLead, "P1"))).await;
    let nurses = nurses(&ground, "Registered nurses").await;
    assert_eq!(everyone(&lead, &nurses.people).await, nurses.people);
    assert_eq!(
        everyone(&lead, &nurses.people[1..]).await,
        nurses.people[1..],
        "Amina was not shown"
    );
    let ben = ground.person(BEN).await.to_string();
    assert!(everyone(&lead, &[ben]).await.is_empty(), "out of reach, and of another role");
    judgements::recognise(&lead, &nurses).await.unwrap();
    assert!(everyone(&lead, &nurses.people).await.is_empty(), "they hold what their role asks");
    let amina = ground.sign_in(AMINA, None).await;
    let hers = judgements::everyone_to_recognise(&amina, "PN", "", &nurses.people).await;
    assert!(hers.is_err());
}

#[tokio::test]
async fn without_a_reason_or_out_of_reach_nobody_is_recognised() {
    let ground = practice().await;
    let lead = ground.sign_in("E3", Some((WorkforceLead, "T2"))).await;
    assert!(judgements::recognition(&lead, "PN", "").await.unwrap().candidates.unwrap().is_empty());
    assert!(judgements::recognise(&lead, &nurses(&ground, "Registered").await).await.is_err());
    let wordless = judgements::recognise(&lead, &nurses(&ground, " ").await).await.unwrap_err();
    assert!(wordless.to_string().contains("Enter the reason"), "{wordless}");
    let amina = ground.sign_in(AMINA, None).await;
    assert!(judgements::recognition(&amina, "", "").await.is_err());
    assert_eq!(standing(&amina).await.current(lead.today), None);
}
