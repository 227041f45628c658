//! Two signatures: what one signs counts for nothing until somebody independent has signed it too.

use super::place::{AMINA, BEN, CARA, DAN, ask, confirm, level, practice, standing, the_request};
use crate::ground::{Ground, day};
use domain::codes::GrantKind::{Assessor, TeamManager, WorkforceLead};
use domain::codes::{Evidence, JudgementKind, Sharing};
use domain::imports::Kind;
use domain::judgements::countersigning::SecondDecision;
use domain::judgements::forms::{AskForConfirmation, Decision};
use domain::judgements::observing::Observed;
use domain::refusal::Refusal;
use domain::sharing::SetSharing;
use services::{Ctx, judgements, sharing};

const TODAY: &str = crate::ground::TODAY;
/// Amina confirmed Ben 300 days ago, so he does not confirm her alone.
const MUTUAL: &str = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                      E2,RSK-1,confirmed,2026-01-05,4,E1,observation\n";

/// A request of Amina's that Ben signed first.
async fn signed_first(ground: &Ground) -> (Ctx, Ctx) {
    ground.bring(Kind::Judgements, MUTUAL).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    let decided = judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await;
    assert!(decided.unwrap().to_string().contains("It counts once"));
    (amina, ben)
}

/// Level 5 in `RSK-1`, on teaching.
fn asks_for_five() -> AskForConfirmation {
    AskForConfirmation {
        level: level(5),
        items: Vec::new(),
        described: Some((Evidence::Teaching, "I teach the course".to_owned())),
        attach_reflection: false,
    }
}

fn five(ctx: &Ctx) -> Decision {
    let evidence = vec![Evidence::Teaching];
    Decision::Confirm { level: level(5), evidence, made_on: ctx.today, note: None }
}

async fn waiting(ctx: &Ctx) -> Vec<i64> {
    let waiting = judgements::to_confirm(ctx).await.unwrap();
    waiting.signatures.iter().map(|signature| signature.sequence).collect()
}

#[tokio::test]
async fn lists_tell_what_waits_for_a_second_signature_from_what_nobody_has_answered() {
    let ground = practice().await;
    ground.bring(Kind::Judgements, MUTUAL).await;
    let people = SetSharing { level: Sharing::People, from: day(TODAY) };
    sharing::set(&ground.operator(), "P1", people).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let dan = ground.sign_in(DAN, Some((TeamManager, "T1"))).await;
    let hers = async || {
        let matrix = services::teams::matrix(&dan, "T1", "RSK").await.unwrap();
        let row = matrix.rows.into_iter().find(|row| row.name == "Khan, Amina").unwrap();
        let person = row.id;
        let to_observe = judgements::observable(&ben, person).await.unwrap().items;
        let item = to_observe.into_iter().find(|item| item.code == "RSK-1").unwrap();
        assert_eq!(item.waits, row.cells[0].waits);
        item.waits
    };
    ask(&amina, "").await.unwrap();
    assert_eq!(hers().await, Some(JudgementKind::Requested));
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    assert_eq!(hers().await, Some(JudgementKind::FirstSignature));
}

#[tokio::test]
async fn a_mutual_confirmation_counts_once_another_assessor_has_signed_it() {
    let ground = practice().await;
    let before = ground.coverage(TODAY).await;
    let (amina, ben) = signed_first(&ground).await;
    assert_eq!(standing(&amina).await.current(ben.today), None, "one signature is none");
    assert!(standing(&amina).await.requested.is_some(), "the request stays open");
    assert!(waiting(&ben).await.is_empty(), "never one's own");
    assert!(judgements::to_confirm(&ben).await.unwrap().requests.is_empty());

    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    let sequence = waiting(&cara).await[0];
    let opened = judgements::signature(&cara, sequence).await.unwrap();
    assert_eq!((opened.evidence, opened.cannot), (vec![Evidence::Simulation], None));
    assert_eq!(opened.awaiting.signed_by, "Ben Okoro");
    judgements::countersign(&cara, sequence, SecondDecision::Sign).await.unwrap();

    let now = standing(&amina).await;
    assert_eq!(now.current(ben.today), Some((level(3), JudgementKind::Confirmed)));
    assert!(!now.awaits_answer());
    assert_ne!(ground.coverage(TODAY).await, before);
    let history = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    let told = (history[0].by.as_deref(), history[0].first_signed_by.as_deref());
    assert_eq!(told, (Some("Cara Miah"), Some("Ben Okoro")));
}

#[tokio::test]
async fn a_workforce_lead_signs_what_two_confirmed_for_each_other_and_sees_no_other() {
    let ground = practice().await;
    let (amina, ben) = signed_first(&ground).await;
    let elsewhere = ground.sign_in(CARA, Some((WorkforceLead, "T2"))).await;
    assert!(waiting(&elsewhere).await.is_empty());
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    let sequence = waiting(&lead).await[0];
    not_found(judgements::countersign(&elsewhere, sequence, SecondDecision::Sign).await);
    judgements::countersign(&lead, sequence, SecondDecision::Sign).await.unwrap();
    assert_eq!(
        standing(&amina).await.current(ben.today),
        Some((level(3), JudgementKind::Confirmed))
    );
}

#[tokio::test]
async fn whoever_confirmed_as_one_of_two_makes_it_mutual_and_a_leads_to_join() {
    let ground = practice().await;
    let held = "employee_number,competency_code,kind,made_on,level,evidence\n\
                E1,RSK-1,confirmed,2026-01-05,4,observation\n";
    ground.bring(Kind::Judgements, held).await;
    let amina = ground.sign_in(AMINA, Some((Assessor, "N1"))).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    // Amina signs Ben's level 5 first, and Cara second: nobody but Cara stands beside the confirmation itself.
    judgements::ask(&ben, "RSK-1", asks_for_five(), "").await.unwrap();
    judgements::decide(&amina, the_request(&amina).await, five(&amina)).await.unwrap();
    judgements::countersign(&cara, waiting(&cara).await[0], SecondDecision::Sign).await.unwrap();

    ask(&amina, "").await.unwrap();
    let signed = judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await;
    assert!(signed.unwrap().to_string().contains("or a workforce lead"));
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    let sequence = waiting(&lead).await[0];
    assert_eq!(judgements::signature(&lead, sequence).await.unwrap().cannot, None);
    judgements::countersign(&lead, sequence, SecondDecision::Sign).await.unwrap();
    assert_eq!(standing(&amina).await.current(ben.today).map(|(l, _)| l), Some(level(3)));
}

#[tokio::test]
async fn what_was_signed_within_the_year_stays_a_leads_to_join_when_the_year_passes() {
    let ground = practice().await;
    // 356 days before Ben signs, and 376 before the lead does.
    let mutual = MUTUAL.replace("2026-01-05", "2025-11-10");
    ground.bring(Kind::Judgements, &mutual).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    let later = Ctx { today: lead.today + chrono::TimeDelta::days(20), ..lead };
    let sequence = waiting(&later).await[0];
    judgements::countersign(&later, sequence, SecondDecision::Sign).await.unwrap();
}

#[tokio::test]
async fn as_many_queries_find_many_first_signatures_as_one() {
    let ground = practice().await;
    let (_, ben) = signed_first(&ground).await;
    let lead = ground.sign_in(CARA, Some((WorkforceLead, "N1"))).await;
    waiting(&lead).await;
    let (one, for_one) = services::db::counted(waiting(&lead)).await;
    let back = MUTUAL.replace(",E1,", ",E4,");
    ground.bring(Kind::Judgements, &back).await;
    let dan = ground.sign_in("E4", None).await;
    ask(&dan, "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    waiting(&lead).await;
    let (two, for_two) = services::db::counted(waiting(&lead)).await;
    assert_eq!((one.len(), two.len()), (1, 2));
    assert_eq!(for_one, for_two);
}

#[tokio::test]
async fn where_only_a_signature_waits_whoever_asks_is_told_so_and_of_no_request() {
    let ground = practice().await;
    ground.bring(Kind::Judgements, MUTUAL).await;
    let people = SetSharing { level: Sharing::People, from: day(TODAY) };
    sharing::set(&ground.operator(), "P1", people).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let (code, evidence) = ("RSK-1".to_owned(), vec![Evidence::Observation]);
    let saw = Observed { code, level: level(3), evidence, made_on: ben.today, note: None };
    let done = judgements::observe(&ben, ground.person(AMINA).await, vec![saw]).await.unwrap();
    assert_eq!((done.confirmed, done.signed), (0, 1));
    let told = ask(&amina, "").await.unwrap_err().to_string();
    assert!(told.contains("signed level 3") && told.contains("second signature"), "{told}");
    assert!(!told.contains("ithdraw"), "there is no request: {told}");
    let manager = ground.sign_in("E4", None).await;
    let read = services::people::competency(&manager, ground.person(AMINA).await, "RSK-1").await;
    assert_eq!(read.unwrap().may_ask_of, None, "nor can anybody ask for her");
}

#[tokio::test]
async fn nobody_signs_twice_nor_after_somebody_else() {
    let ground = practice().await;
    let (amina, ben) = signed_first(&ground).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    let sequence = waiting(&cara).await[0];
    let twice = judgements::countersign(&ben, sequence, SecondDecision::Sign).await.unwrap_err();
    assert!(twice.to_string().contains("You signed this first"), "{twice}");
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    let (first, second) = tokio::join!(
        judgements::countersign(&cara, sequence, SecondDecision::Sign),
        judgements::countersign(&lead, sequence, SecondDecision::Sign),
    );
    assert!(first.is_ok() != second.is_ok());
    let history = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    let confirmed = history.iter().filter(|line| line.kind == JudgementKind::Confirmed);
    assert_eq!(confirmed.count(), 1);
}

#[tokio::test]
async fn sending_back_and_withdrawing_end_a_first_signature() {
    let ground = practice().await;
    let (amina, ben) = signed_first(&ground).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    let again = ask(&amina, "").await.unwrap_err().to_string();
    assert!(again.contains("already asked"), "{again}");
    let back = SecondDecision::send_back("Not enough").unwrap();
    judgements::countersign(&cara, waiting(&cara).await[0], back).await.unwrap();
    assert!(!standing(&amina).await.awaits_answer());

    ask(&amina, "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    judgements::withdraw(&amina, "RSK-1").await.unwrap();
    assert!(!standing(&amina).await.awaits_answer() && waiting(&cara).await.is_empty());
}

#[tokio::test]
async fn two_holders_of_four_make_a_five() {
    let ground = practice().await;
    let held = "employee_number,competency_code,kind,made_on,level,evidence\n\
                E1,RSK-1,confirmed,2026-01-05,4,observation\n";
    ground.bring(Kind::Judgements, held).await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    judgements::ask(&amina, "RSK-1", asks_for_five(), "").await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, five(&ben)).await.unwrap();
    assert_eq!(standing(&amina).await.current(ben.today).map(|(l, _)| l), Some(level(4)));
    let lead = ground.sign_in("E4", Some((WorkforceLead, "N1"))).await;
    assert!(waiting(&lead).await.is_empty(), "a lead is no holder of 4");
    let sequence = waiting(&cara).await[0];
    judgements::countersign(&cara, sequence, SecondDecision::Sign).await.unwrap();
    assert_eq!(standing(&amina).await.current(ben.today).map(|(l, _)| l), Some(level(5)));
}

fn not_found<T: std::fmt::Debug>(result: services::Result<T>) {
    let error = result.unwrap_err();
    assert!(matches!(error, services::Error::Refused(Refusal::NotFound(_))), "{error}");
}
