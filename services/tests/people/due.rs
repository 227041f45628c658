//! Of whom something is due, and nudging them: seen on their home page, at most once a week, until they act.

use super::place::{AMINA, DAN, EVE, is_not_found, practices, told};
use chrono::TimeDelta;
use domain::codes::GrantKind::{PracticeLead, TeamManager, WorkforceLead};
use domain::frameworks::Level;
use domain::judgements::forms::SelfAssess;
use domain::people::due::Due;
use entities::nudge as table;
use services::Ctx;
use services::imports::Kind;
use services::judgements::{self, waiting};
use services::teams::{due, nudge};

#[tokio::test]
async fn what_is_due_of_each_person_is_counted_from_what_is_asked_of_them() {
    let ground = practices().await;
    // RSK-1 at level 3 was confirmed on 5 January 2024 for 24 months, so it expired on 5 January 2026; EMG-1 is due
    // twelve months after 20 November 2025, 19 days from today.
    let judged = "employee_number,employer_code,competency_code,kind,made_on,level,evidence\n\
                  E5,P2,RSK-1,confirmed,2024-01-05,3,observation\nE5,P2,EMG-1,confirmed,2025-11-20,2,simulation\n";
    ground.bring(Kind::Judgements, judged).await;
    let finn = ground.finn().await;
    let told = due(&finn, "T2").await.unwrap();
    let of = |name: &str| told.people.iter().find(|line| line.name == name).unwrap();
    let eve = of("Ali, Eve").due;
    assert_eq!((eve.met.met, eve.met.asked, eve.critical, eve.expired), (1, 2, 1, 1));
    assert_eq!((eve.due_soon, eve.first_due_on), (1, "2026-11-20".parse().ok()));
    assert_eq!(told.people[0].name, "Ali, Eve", "the critical gap comes first");
    assert_eq!(of("Cole, Finn").due, Due::default(), "a manager is asked nothing");
    assert!(!of("Cole, Finn").may_nudge && of("Ali, Eve").may_nudge);
}

#[tokio::test]
async fn a_nudge_is_seen_until_its_person_acts_and_not_repeated_within_a_week() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ids = [ground.person(AMINA).await.to_string()];
    let nudged = nudge(&dan, "T1", &ids).await.unwrap();
    assert_eq!(nudged.people.len(), 1);
    let seen = waiting(&amina).await.unwrap().nudge.unwrap();
    assert_eq!((seen.by.as_str(), seen.made_on), ("Dan Reid", dan.today));

    let again = nudge(&dan, "T1", &ids).await.unwrap();
    assert_eq!(again.left_alone, ["Amina Khan"]);
    assert_eq!(ground.all::<table::Entity>().await.len(), 1);
    let line = due(&dan, "T1").await.unwrap().people.remove(0);
    assert_eq!((line.nudged_on, line.may_nudge), (Some(dan.today), false));

    let assessed = SelfAssess { level: Level::KNOWS_HOW, reflection: None, confidence: None };
    judgements::self_assess(&amina, "EMG-1", assessed).await.unwrap();
    assert_eq!(waiting(&amina).await.unwrap().nudge, None);
}

#[tokio::test]
async fn a_nudge_is_seen_by_whoever_had_acted_earlier_on_its_day() {
    let ground = practices().await;
    let dan = ground.dan().await;
    let amina = ground.sign_in(AMINA, None).await;
    let earlier = Ctx { now: dan.now - TimeDelta::hours(1), ..amina.clone() };
    let assessed = SelfAssess { level: Level::KNOWS_HOW, reflection: None, confidence: None };
    judgements::self_assess(&earlier, "EMG-1", assessed).await.unwrap();
    nudge(&dan, "T1", &[ground.person(AMINA).await.to_string()]).await.unwrap();
    assert!(waiting(&amina).await.unwrap().nudge.is_some());
}

#[tokio::test]
async fn starters_who_have_not_begun_are_counted_for_whoever_manages_the_posts() {
    let ground = practices().await;
    let starters = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,employer_code\n\
                    E7,Nadia,Miah,T1,PN,1.00,A7,2026-11-16,P1\nE8,Omar,Syed,T1,PN,1.00,A8,2026-11-01,P1\n";
    ground.bring(Kind::Staff, starters).await;
    let told = due(&ground.dan().await, "T1").await.unwrap();
    assert_eq!(told.not_begun, 1, "the other has begun today");
    assert!(told.people.iter().any(|line| line.name == "Syed, Omar"));
    assert!(told.people.iter().all(|line| line.name != "Miah, Nadia"));
    let lead = ground.sign_in(AMINA, Some((PracticeLead, "T1"))).await;
    assert_eq!(due(&lead, "T1").await.unwrap().not_begun, 0, "she manages no posts");
}

#[tokio::test]
async fn managers_and_practice_leads_nudge_their_own_people_and_nobody_else_does() {
    let ground = practices().await;
    let amina = [ground.person(AMINA).await.to_string()];
    let eve = [ground.person(EVE).await.to_string()];
    assert!(is_not_found(nudge(&ground.finn().await, "T1", &amina).await));
    let lead = ground.sign_in(EVE, Some((WorkforceLead, "N1"))).await;
    assert!(is_not_found(nudge(&lead, "T1", &amina).await));
    let dan = ground.sign_in(DAN, Some((PracticeLead, "T1"))).await;
    assert!(is_not_found(nudge(&dan, "T1", &eve).await), "not in this team");
    let own = [ground.person(DAN).await.to_string()];
    assert!(is_not_found(nudge(&dan, "T1", &own).await), "nobody nudges themselves");
    assert!(told(nudge(&dan, "T1", &[]).await).of("people").is_some());
    assert_eq!(nudge(&dan, "T1", &amina).await.unwrap().people.len(), 1);
    let manager = ground.sign_in(AMINA, Some((TeamManager, "T1"))).await;
    assert!(due(&manager, "T1").await.is_ok() && due(&lead, "T1").await.is_err());
}
