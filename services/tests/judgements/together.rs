//! Confirming together: what an assessor saw of several people at once, each by their own rules.

use super::place::{AMINA, BEN, DAN, level, practice};
use crate::ground::{Ground, day};
use domain::codes::GrantKind::Assessor;
use domain::codes::{Evidence, JudgementKind, Sharing};
use domain::ids::PersonId;
use domain::imports::Kind;
use domain::judgements::together::{Seen, SeenFields};
use domain::refusal::Refusal;
use domain::sharing::SetSharing;
use entities::judgement;
use services::judgements::{TogetherAsk, confirm_together, together};
use services::{Ctx, sharing};

const HEAD: &str =
    "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n";

/// The practice shares people; Ben assesses the network and holds both competencies.
async fn session() -> (Ground, Ctx) {
    let ground = practice().await;
    let level = SetSharing { level: Sharing::People, from: day(crate::ground::TODAY) };
    sharing::set(&ground.operator(), "P1", level).await.unwrap();
    let held = "E2,EMG-1,confirmed,2026-01-05,4,,observation\n";
    ground.bring(Kind::Judgements, &format!("{HEAD}{held}")).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    (ground, ben)
}

fn seen(number: u8, codes: &[&str]) -> Seen {
    let codes = codes.iter().map(|code| (*code).to_owned()).collect();
    let today = day(crate::ground::TODAY);
    Seen::of(Evidence::CaseDiscussion, day("2026-10-10"), level(number), codes, today).unwrap()
}

async fn people(ground: &Ground, numbers: &[&str]) -> Vec<PersonId> {
    let mut people = Vec::new();
    for number in numbers {
        people.push(ground.person(number).await);
    }
    people
}

#[tokio::test]
async fn several_people_are_confirmed_in_one_act_from_today_on_what_was_seen_that_day() {
    let (ground, ben) = session().await;
    let both = people(&ground, &[AMINA, DAN, AMINA]).await;
    let done = confirm_together(&ben, &seen(2, &["RSK-1", "EMG-1"]), &both).await.unwrap();
    assert_eq!((done.confirmed, done.refused.len()), (4, 0), "named twice is once");
    let rows = ground.all::<judgement::Entity>().await;
    let made: Vec<_> = rows
        .iter()
        .filter(|row| row.by_person_id.is_some() && row.import_id.is_none())
        .map(|row| (row.kind, row.level, row.made_on, row.evidence_on, row.evidence.as_deref()))
        .collect();
    let one = (
        JudgementKind::Confirmed,
        Some(2),
        ben.today,
        Some(day("2026-10-10")),
        Some("case_discussion"),
    );
    assert_eq!(made, [one; 4]);
    let again = confirm_together(&ben, &seen(2, &["RSK-1"]), &both).await.unwrap_err().to_string();
    assert!(again.contains("confirmed today already"), "{again}");
}

#[tokio::test]
async fn each_is_confirmed_by_their_own_rules_and_the_refused_are_told_by_name() {
    let (ground, ben) = session().await;
    let holds_more = "E1,RSK-1,confirmed,2026-01-05,3,,observation\n";
    ground.bring(Kind::Judgements, &format!("{HEAD}{holds_more}")).await;
    let both = people(&ground, &[AMINA, DAN]).await;
    let done = confirm_together(&ben, &seen(2, &["RSK-1"]), &both).await.unwrap();
    assert_eq!(done.confirmed, 1);
    let (what, why) = &done.refused[0];
    assert_eq!(what, "Amina Khan in “Ask about risk”");
    assert!(why.contains("They hold level 3"), "{why}");
}

#[tokio::test]
async fn whoever_is_not_the_assessors_to_observe_is_not_found_and_then_nobody_is_confirmed() {
    let (ground, ben) = session().await;
    let with_himself = people(&ground, &[AMINA, BEN]).await;
    not_found(confirm_together(&ben, &seen(2, &["RSK-1"]), &with_himself).await);
    let amina = people(&ground, &[AMINA]).await;
    not_found(confirm_together(&ben, &seen(2, &["ZZZ-1"]), &amina).await);
    let dan = ground.sign_in(DAN, None).await;
    not_found(confirm_together(&dan, &seen(2, &["RSK-1"]), &amina).await);
    not_found(together(&dan, &TogetherAsk::default()).await);
    let nobody = confirm_together(&ben, &seen(2, &["RSK-1"]), &[]).await.unwrap_err();
    assert!(nobody.to_string().contains("at least one person"), "{nobody}");
    let facts = ben.facts().await.unwrap();
    assert!(facts.person(amina[0]).unwrap().judgements.is_empty());
}

fn ask(words: &str) -> TogetherAsk {
    let seen = SeenFields {
        evidence: "knowledge_check".to_owned(),
        seen_on: "2026-10-10".to_owned(),
        level: "2".to_owned(),
        codes: vec!["RSK-1".to_owned(), "EMG-1".to_owned()],
    };
    TogetherAsk { seen, words: words.to_owned(), page: 1 }
}

#[tokio::test]
async fn the_page_says_beside_each_name_what_cannot_be_confirmed() {
    let (ground, ben) = session().await;
    let at_first = together(&ben, &TogetherAsk::default()).await.unwrap();
    assert!(at_first.seen.is_none() && at_first.wrong.is_empty());
    let may: Vec<_> = at_first.competencies.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(may, ["RSK-1", "EMG-1"]);
    let half = TogetherAsk { seen: SeenFields { level: "3".into(), ..ask("").seen }, ..ask("") };
    assert!(together(&ben, &half).await.unwrap().wrong[0].contains("level 2 at most"));

    let holds_more = "E1,RSK-1,confirmed,2026-01-05,3,,observation\n";
    ground.bring(Kind::Judgements, &format!("{HEAD}{holds_more}")).await;
    away(&ground, "E4", "Dan", "Reid", "A4").await;
    let page = together(&ben, &ask("amina, reid")).await.unwrap();
    let names: Vec<_> = page.people.entries.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Khan, Amina", "Reid, Dan"]);
    let amina = &page.people.entries[0];
    assert!(amina.may_confirm && amina.cannot.len() == 1 && amina.cannot[0].0 == "Ask about risk");
    let dan = &page.people.entries[1];
    assert!(!dan.may_confirm && dan.cannot[0].1.contains("away from their post"), "{dan:?}");
    let team = together(&ben, &ask("Practice 1")).await.unwrap();
    assert_eq!(team.people.total, 2, "by the name of their team; never himself");
    assert_eq!(together(&ben, &ask("")).await.unwrap().people.total, 0);
}

/// Somebody of the practice's team is away from today on.
pub async fn away(ground: &Ground, number: &str, first: &str, last: &str, post: &str) {
    let file = format!(
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,assignment_status\n\
         {number},{first},{last},T1,PN,1.00,{post},2024-01-01,away\n"
    );
    ground.bring(Kind::Staff, &file).await;
}

fn not_found<T: std::fmt::Debug>(result: services::Result<T>) {
    let error = result.unwrap_err();
    assert!(matches!(error, services::Error::Refused(Refusal::NotFound(_))), "{error}");
}
