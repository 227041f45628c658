//! Evidence is its owner's; attached to a request it is history, and its assessor's to read while the request is open.

use super::place::{AMINA, BEN, CARA, DAN, ask, confirm, level, practice, standing, the_request};
use crate::ground::{Ground, TODAY, day};
use domain::codes::GrantKind::{Assessor, TeamManager, WorkforceLead};
use domain::codes::{Evidence, JudgementKind};
use domain::evidence::forms::{Describe, DescribeFields};
use domain::ids::EvidenceItemId;
use domain::imports::Kind;
use domain::judgements::countersigning::SecondDecision;
use domain::judgements::forms::{AskForConfirmation, Decision};
use domain::refusal::Refusal;
use entities::{
    audit_entry, evidence_content, evidence_item, grant, judgement_evidence, reflection,
};
use services::evidence::{self, Brought};
use services::{Ctx, grants, judgements, viewings};

/// Words that stand nowhere but in Amina's evidence.
const HER_WORDS: &str = "What I took from the Tuesday group";

/// A piece about `RSK-1`.
fn described(kind: &str) -> Describe {
    let fields = DescribeFields {
        kind: kind.to_owned(),
        what: HER_WORDS.to_owned(),
        happened_on: TODAY.to_owned(),
        hours: "1".to_owned(),
        minutes: "30".to_owned(),
        ..DescribeFields::default()
    };
    Describe::parse(&fields, vec!["RSK-1".to_owned()], day(TODAY)).unwrap()
}

fn pdf(words: &str) -> Brought {
    let content = format!("%PDF-1.7\n{words}\n%%EOF").into_bytes();
    Brought { name: "../certificate.exe".to_owned(), content }
}

async fn ask_with(ctx: &Ctx, items: Vec<EvidenceItemId>) -> services::Result<()> {
    let asked =
        AskForConfirmation { level: level(3), items, described: None, attach_reflection: false };
    judgements::ask(ctx, "RSK-1", asked, "").await.map(drop)
}

/// Amina with a simulation on record, her assessor, and the piece.
async fn with_a_piece(ground: &Ground) -> (Ctx, Ctx, EvidenceItemId) {
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let piece = evidence::add(&amina, described("simulation"), Some(pdf("hers"))).await.unwrap();
    (amina, ben, piece)
}

fn is_not_found<T: std::fmt::Debug>(result: services::Result<T>) -> bool {
    matches!(result, Err(services::Error::Refused(Refusal::NotFound(_))))
}

#[tokio::test]
async fn a_piece_is_listed_worded_anew_and_removed_while_it_is_attached_to_nothing() {
    let ground = practice().await;
    let (amina, _, piece) = with_a_piece(&ground).await;
    let own = evidence::own(&amina, None, "RSK-1", 1).await.unwrap();
    let line = &own.lines.entries[0];
    assert_eq!((line.minutes, line.about.len(), line.attached), (Some(90), 1, false));
    assert_eq!(line.file.as_ref().unwrap().name.to_string(), "certificate.pdf");
    assert!(evidence::own(&amina, Some(Evidence::Reading), "", 1).await.unwrap().lines.total == 0);

    let reworded = Describe { about: Vec::new(), ..described("case_discussion") };
    evidence::change(&amina, piece, reworded).await.unwrap();
    let about_it = evidence::own(&amina, None, "RSK-1", 1).await.unwrap();
    assert!(about_it.any && about_it.lines.total == 0);
    evidence::remove(&amina, piece).await.unwrap();
    assert!(ground.all::<evidence_item::Entity>().await.is_empty());
    assert!(ground.all::<evidence_content::Entity>().await.is_empty());
}

#[tokio::test]
async fn what_was_attached_is_history() {
    let ground = practice().await;
    let (amina, _, piece) = with_a_piece(&ground).await;
    ask_with(&amina, vec![piece]).await.unwrap();
    judgements::withdraw(&amina, "RSK-1").await.unwrap();
    let before = ground.only::<evidence_item::Entity>().await;
    for refused in [
        evidence::change(&amina, piece, described("reading")).await,
        evidence::remove(&amina, piece).await,
    ] {
        let told = refused.unwrap_err().to_string();
        assert!(told.contains("part of your history"), "{told}");
    }
    assert_eq!(ground.only::<evidence_item::Entity>().await, before);
    assert_eq!(ground.all::<evidence_content::Entity>().await.len(), 1);
}

#[tokio::test]
async fn a_request_rests_on_pieces_and_so_does_its_confirmation() {
    let ground = practice().await;
    let (amina, ben, piece) = with_a_piece(&ground).await;
    ask_with(&amina, vec![piece]).await.unwrap();
    let request = judgements::request(&ben, the_request(&ben).await).await.unwrap();
    assert_eq!(request.evidence, [Evidence::Simulation], "the kinds are those of the pieces");
    assert_eq!((request.items.len(), request.note), (1, None));
    assert_eq!(request.items[0].what.to_string(), HER_WORDS);
    judgements::decide(&ben, request.request.sequence, confirm(&ben, 3)).await.unwrap();
    assert_eq!(ground.all::<judgement_evidence::Entity>().await.len(), 2);
    let history = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    assert_eq!((history[0].kind, history[0].items.len()), (JudgementKind::Confirmed, 1));
    assert!(standing(&amina).await.meets(level(3), amina.today));
}

#[tokio::test]
async fn nobody_shows_what_is_somebody_elses() {
    let ground = practice().await;
    let (_, ben, piece) = with_a_piece(&ground).await;
    let told = ask_with(&ben, vec![piece]).await.unwrap_err().to_string();
    assert!(told.contains("your own evidence"), "{told}");
    assert!(is_not_found(evidence::form(&ben, Some(piece), "").await));
    assert!(is_not_found(evidence::change(&ben, piece, described("reading")).await));
    assert!(is_not_found(evidence::remove(&ben, piece).await));
    assert!(evidence::own(&ben, None, "", 1).await.unwrap().lines.entries.is_empty());
}

#[tokio::test]
async fn a_file_is_opened_by_its_owner_and_the_assessor_of_an_open_request_and_the_look_is_noted() {
    let ground = practice().await;
    let (amina, ben, piece) = with_a_piece(&ground).await;
    assert!(evidence::open_file(&amina, piece).await.is_ok());
    assert!(is_not_found(evidence::open_file(&ben, piece).await), "nothing is asked of him");
    ask_with(&amina, vec![piece]).await.unwrap();
    let looks = viewings::of_myself(&amina, 10).await.unwrap().len();
    let opened = evidence::open_file(&ben, piece).await.unwrap();
    assert_eq!(opened.name, "certificate.pdf");
    assert_eq!(viewings::of_myself(&amina, 10).await.unwrap().len(), looks + 1);

    let cara = ground.sign_in(CARA, Some((Assessor, "T2"))).await;
    let dan = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    for stranger in [&cara, &dan, &ground.operator()] {
        assert!(is_not_found(evidence::open_file(stranger, piece).await));
    }
    let nobody = evidence::open_file(&ground.nobody(), piece).await;
    assert!(matches!(nobody, Err(services::Error::Refused(Refusal::SignInFirst))));

    let sent_back = Decision::SendBack { reason: "Say more".to_owned() };
    judgements::decide(&ben, the_request(&ben).await, sent_back).await.unwrap();
    assert!(is_not_found(evidence::open_file(&ben, piece).await), "the request is closed");
}

#[tokio::test]
async fn whoever_may_sign_second_reads_the_pieces_as_an_assessor_and_the_kinds_as_a_lead() {
    let ground = practice().await;
    let mutual = "employee_number,competency_code,kind,made_on,level,by_employee_number,evidence\n\
                  E2,RSK-1,confirmed,2026-01-05,4,E1,observation\n";
    ground.bring(Kind::Judgements, mutual).await;
    let (amina, ben, piece) = with_a_piece(&ground).await;
    ask_with(&amina, vec![piece]).await.unwrap();
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    let lead = ground.sign_in(DAN, Some((WorkforceLead, "N1"))).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    let sequence = judgements::to_confirm(&lead).await.unwrap().signatures[0].sequence;

    let seen = judgements::signature(&lead, sequence).await.unwrap();
    assert!(seen.items.is_empty() && !seen.reads_evidence && seen.cannot.is_none());
    assert_eq!(seen.evidence, [Evidence::Simulation]);
    let seen = format!("{seen:?}");
    assert!(!seen.contains(HER_WORDS) && !seen.contains("certificate"), "{seen}");
    assert!(
        is_not_found(evidence::open_file(&lead, piece).await),
        "the file no more than the page"
    );

    let seen = judgements::signature(&cara, sequence).await.unwrap();
    assert!(seen.reads_evidence);
    assert_eq!(seen.items[0].what.to_string(), HER_WORDS);
    assert!(evidence::open_file(&cara, piece).await.is_ok());
    judgements::countersign(&cara, sequence, SecondDecision::Sign).await.unwrap();
    assert!(is_not_found(evidence::open_file(&cara, piece).await), "nothing waits any more");
}

#[tokio::test]
async fn words_of_evidence_stand_on_no_page_of_others_and_in_no_log() {
    let ground = practice().await;
    let (amina, _, piece) = with_a_piece(&ground).await;
    ask_with(&amina, vec![piece]).await.unwrap();
    let person = ground.person(AMINA).await;
    let manager = ground.sign_in(DAN, Some((TeamManager, "P1"))).await;
    let lead = ground.sign_in(CARA, Some((WorkforceLead, "P1"))).await;
    for reader in [&manager, &lead] {
        let seen = judgements::competency(reader, Some(person), "RSK-1").await.unwrap();
        assert!(seen.items.is_empty() && seen.history.iter().all(|line| line.items.is_empty()));
        assert!(!format!("{seen:?}").contains(HER_WORDS));
    }
    let log = ground.all::<audit_entry::Entity>().await;
    assert!(log.iter().any(|entry| entry.action == "add evidence"));
    let log = format!("{log:?}");
    assert!(!log.contains(HER_WORDS) && !log.contains("certificate"));
}

#[tokio::test]
async fn the_same_file_twice_is_refused_and_in_other_hands_it_is_another() {
    let ground = practice().await;
    let (amina, ben, _) = with_a_piece(&ground).await;
    let told = evidence::add(&amina, described("reading"), Some(pdf("hers"))).await.unwrap_err();
    assert!(told.to_string().contains("this very file"), "{told}");
    assert_eq!(ground.all::<evidence_item::Entity>().await.len(), 1, "and nothing is left of it");
    evidence::add(&amina, described("reading"), Some(pdf("another"))).await.unwrap();
    evidence::add(&ben, described("reading"), Some(pdf("hers"))).await.unwrap();
}

#[tokio::test]
async fn a_request_that_was_sent_back_or_lapsed_is_made_again_with_its_evidence() {
    let ground = practice().await;
    let (amina, ben, piece) = with_a_piece(&ground).await;
    assert!(judgements::resend(&amina, "RSK-1").await.is_err(), "nothing was asked");
    let assessor = ground.person(BEN).await;
    let asked = AskForConfirmation {
        level: level(3),
        items: vec![piece],
        described: Some((Evidence::CaseDiscussion, "And talked it over".to_owned())),
        attach_reflection: false,
    };
    judgements::ask(&amina, "RSK-1", asked, &assessor.to_string()).await.unwrap();
    assert!(judgements::resend(&amina, "RSK-1").await.is_err(), "it is open");
    let sent_back = Decision::SendBack { reason: "Say more".to_owned() };
    judgements::decide(&ben, the_request(&ben).await, sent_back).await.unwrap();
    judgements::resend(&amina, "RSK-1").await.unwrap();
    let again = judgements::request(&ben, the_request(&ben).await).await.unwrap();
    assert!(again.request.for_me && again.items.len() == 1);
    assert_eq!(again.evidence, [Evidence::CaseDiscussion, Evidence::Simulation]);
    assert_eq!(again.note.unwrap().to_string(), "And talked it over");

    // 29 days later nobody has answered.
    let later = Ctx { today: amina.today + chrono::TimeDelta::days(29), ..amina.clone() };
    assert!(standing(&later).await.may_ask_again());
    judgements::resend(&later, "RSK-1").await.unwrap();
    let standing = standing(&later).await;
    assert_eq!(standing.requested.map(|request| request.asked_on), Some(later.today));
    judgements::withdraw(&later, "RSK-1").await.unwrap();
    assert!(judgements::resend(&later, "RSK-1").await.is_err(), "she thought better of it");
}

#[tokio::test]
async fn what_was_shown_to_a_named_assessor_is_sent_again_to_nobody_else() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, &ground.person(BEN).await.to_string()).await.unwrap();
    let sent_back = Decision::SendBack { reason: "Say more".to_owned() };
    judgements::decide(&ben, the_request(&ben).await, sent_back).await.unwrap();
    grants::end(&ground.operator(), ground.only::<grant::Entity>().await.id).await.unwrap();
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;

    let written = ground.all::<reflection::Entity>().await.len();
    let told = judgements::resend(&amina, "RSK-1").await.unwrap_err().to_string();
    assert!(told.starts_with("Ben Okoro can no longer confirm this. Ask anew"), "{told}");
    assert_eq!(ground.all::<reflection::Entity>().await.len(), written);
    assert!(standing(&amina).await.requested.is_none());
    assert!(judgements::to_confirm(&cara).await.unwrap().requests.is_empty());
    ask(&amina, "").await.unwrap();
    the_request(&cara).await;
}

#[tokio::test]
async fn a_reflection_stands_in_no_log_and_in_no_figure() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    ask(&amina, "").await.unwrap();
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    let log = format!("{:?}", ground.all::<audit_entry::Entity>().await);
    let figures = ground.coverage(TODAY).await;
    let pack = evidence::revalidation_csv(&amina, amina.today).await.unwrap();
    for told in [log, figures, String::from_utf8(pack).unwrap()] {
        assert!(!told.contains("harder than I thought"), "{told}");
    }
}
