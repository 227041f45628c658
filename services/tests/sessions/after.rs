//! What coming to a session is afterwards: evidence, CPD time, a question; never a level.

use super::giving_feedback::answers;
use super::place::{
    AMINA, ASKED, BASE_URL, BEN, CARA, EVE, UNDER_WAY, for_two_days, is_not_found, on, place,
    refused, says, scheduled, with_educator,
};
use crate::ground::Ground;
use domain::codes::{Evidence, EvidenceSource, GrantKind, JudgementKind};
use domain::frameworks::Level;
use domain::ids::SessionId;
use domain::judgements::forms::{AskForConfirmation, SelfAssess};
use domain::sessions::Attendee;
use domain::sessions::feedback::FeedbackFields;
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::{Attendance, Correction, Mark, TakeRegister, WalkIn};
use entities::{evidence_item, judgement, judgement_attendance};
use services::imports::Kind;
use services::sessions::CheckedIn;
use services::{Ctx, evidence, judgements, sessions};

/// A day on which all sessions are over.
const AFTER: &str = "2026-12-02";

/// A session that was over and closed when its file came, and who came to it.
const BROUGHT: [(Kind, &str); 2] = [
    (
        Kind::Sessions,
        "code,title,starts_at,minutes,lead_employee_number,capacity,format,location,outcomes,audience,state\n\
         W-1,Safety plans,2026-10-05 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1,closed\n",
    ),
    (Kind::Attendance, "session_code,employee_number,state\nW-1,E1,attended\nW-1,E2,attended\n"),
];

/// Ben came to the whole of a session that builds RSK-1, Amina to a part; its register is not closed yet.
async fn taken(ground: &Ground) -> (SessionId, Ctx, Ctx, Ctx) {
    let cara = ground.sign_in(CARA, Some((GrantKind::Educator, "TH"))).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    for person in [&ben, &amina] {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let [cara, ben, amina] = [&cara, &ben, &amina].map(|person| on(person, AFTER));
    let attendee = Attendee::Person(amina.actor.person().unwrap());
    let part = Mark { attendee, was: None, now: Some(Attendance::PartAttended) };
    let says = TakeRegister { marks: vec![part], service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &says).await.unwrap();
    (id, cara, ben, amina)
}

async fn pieces(ctx: &Ctx) -> Vec<domain::evidence::views::EvidenceLine> {
    evidence::own(ctx, None, "", 1).await.unwrap().lines.entries
}

/// Everything by which the register of a session comes to say that somebody was there, and all that follows of it: Ben checks in by
/// the code, Eve walks in, Amina is marked; the register is closed, opened again and closed; Ben says what he made of it.
async fn come_in_every_way(ground: &Ground, cara: &Ctx, ben: &Ctx) {
    let id = scheduled(cara, &for_two_days("Safety plans")).await;
    let amina = ground.sign_in(AMINA, None).await;
    for person in [ben, &amina] {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let that_day = on(cara, UNDER_WAY);
    let code = sessions::check_in_code(&that_day, id, BASE_URL).await.unwrap().code.unwrap();
    let checked_in = sessions::check_in(&on(ben, UNDER_WAY), id, &code).await.unwrap();
    assert_eq!(checked_in, CheckedIn::Now);
    let eve = WalkIn::Colleague("eve@staff.example".to_owned());
    sessions::add_walk_in(&that_day, id, &eve).await.unwrap();
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    let cara = on(cara, AFTER);
    assert_eq!(sessions::take_register(&cara, id, &everyone).await.unwrap(), 1, "Amina");
    let (before, now) = (answers("1"), answers("5"));
    let fields = FeedbackFields { reaction: "useful", before: &before, now: &now, wellbeing: "" };
    sessions::give_feedback(&on(ben, AFTER), id, fields).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    sessions::reopen_register(&cara, id, Correction::Other).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
}

#[tokio::test]
async fn no_path_from_attendance_alone_raises_a_confirmed_level() {
    let (ground, cara) = with_educator().await;
    ground.bring(Kind::Requirements, ASKED).await;
    let ben = ground.sign_in(BEN, None).await;
    let (facts, figures) = (ground.facts().await, ground.coverage(AFTER).await);
    assert!(figures.contains(",RSK-1,"), "it is asked of them: {figures}");
    come_in_every_way(&ground, &cara, &ben).await;
    for (kind, text) in BROUGHT {
        ground.bring(kind, text).await;
    }
    let shown = pieces(&on(&ben, AFTER)).await;
    let kinds: Vec<_> = shown.iter().map(|piece| piece.kind).collect();
    assert_eq!(kinds, [Evidence::Attendance; 2], "it is evidence, both times");
    assert_eq!(ground.facts().await, facts, "nobody judged anything by it");
    assert_eq!(ground.coverage(AFTER).await, figures, "and no figure moved");
}

#[tokio::test]
async fn coming_is_evidence_once_the_register_is_closed_and_nothing_is_copied() {
    let ground = place().await;
    let (id, cara, ben, amina) = taken(&ground).await;
    assert!(pieces(&ben).await.is_empty(), "the educator has not looked it through");
    sessions::close_register(&cara, id).await.unwrap();
    let whole = pieces(&ben).await.remove(0);
    assert_eq!(whole.what.to_string(), "Attended “Safety plans” (workshop)");
    assert_eq!((whole.kind, whole.source), (Evidence::Attendance, EvidenceSource::Session));
    assert_eq!((whole.minutes, whole.participatory), (Some(60), true));
    assert_eq!(whole.about[0].0, "RSK-1");
    assert!(!whole.may_change());
    let part = pieces(&amina).await.remove(0);
    assert_eq!((part.minutes, part.participatory), (None, true));
    assert!(ground.all::<evidence_item::Entity>().await.is_empty());
    // It counts as time that was learnt with others.
    let pack = evidence::revalidation(&ben, ben.today).await.unwrap().packs.remove(0);
    assert_eq!((pack.sections[0].minutes, pack.sections[0].participatory), (60, 60));
    let eve = on(&ground.sign_in(EVE, None).await, AFTER);
    assert!(pieces(&eve).await.is_empty());
}

#[tokio::test]
async fn a_certificate_says_who_issues_it_and_is_the_same_whenever_it_is_opened() {
    let ground = place().await;
    let (id, cara, ben, _) = taken(&ground).await;
    assert!(is_not_found(sessions::certificate(&ben, id).await), "the register is open");
    sessions::close_register(&cara, id).await.unwrap();
    let first = sessions::certificate(&ben, id).await.unwrap();
    // It was held for the network.
    assert_eq!(first.host.as_deref(), Some("Network 1"));
    assert_eq!(first.issued_by(), "Network 1\nSkills passport, https://esteem.example");
    assert!(first.issued_on() >= first.slot.ends().date());
    let later = sessions::certificate(&on(&ben, "2027-03-01"), id).await.unwrap();
    assert_eq!(later, first);
}

#[tokio::test]
async fn what_was_held_for_a_team_is_issued_by_its_organisation() {
    let (ground, cara) = with_educator().await;
    let of_team = DescribeSession { held_for: Some("T1".to_owned()), ..says("Safety plans") };
    let id = scheduled(&cara, &of_team).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let (cara, ben) = (on(&cara, AFTER), on(&ben, AFTER));
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &everyone).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    let certificate = sessions::certificate(&ben, id).await.unwrap();
    assert_eq!(certificate.host.as_deref(), Some("Practice 1"));
}

#[tokio::test]
async fn a_request_rests_on_a_session_that_its_person_came_to() {
    let ground = place().await;
    let held =
        "employee_number,competency_code,kind,made_on,level\nE4,RSK-1,confirmed,2026-05-01,4\n";
    ground.bring(Kind::Judgements, held).await;
    let (id, cara, ben, amina) = taken(&ground).await;
    sessions::close_register(&cara, id).await.unwrap();
    let [own, hers] = [pieces(&ben).await, pieces(&amina).await].map(|mut all| all.remove(0).id);
    let asked = |item| AskForConfirmation {
        level: Level::AWARE,
        items: vec![item],
        described: None,
        attach_reflection: false,
    };
    let told = refused(judgements::ask(&ben, "RSK-1", asked(hers), "").await);
    assert_eq!(told, "Choose from your own evidence");
    judgements::ask(&ben, "RSK-1", asked(own), "").await.unwrap();
    let request = ground.all::<judgement::Entity>().await;
    let request = request.iter().find(|row| row.kind == JudgementKind::Requested).unwrap();
    assert_eq!(request.evidence.as_deref(), Some("attendance"));
    let rests_on = ground.only::<judgement_attendance::Entity>().await;
    assert_eq!((rests_on.session_id, rests_on.person_id), (id, request.person_id));
    let dan = on(&ground.sign_in("E4", Some((GrantKind::Assessor, "N1"))).await, AFTER);
    let seen = judgements::request(&dan, request.sequence).await.unwrap();
    assert_eq!(seen.items[0].what.to_string(), "Attended “Safety plans” (workshop)");
    // Once it was attached it stays in sight, whatever the register says since.
    sessions::reopen_register(&cara, id, Correction::MarkedWrongly).await.unwrap();
    assert!(pieces(&ben).await[0].attached);
    assert!(pieces(&amina).await.is_empty());
    let attendee = Attendee::Person(ben.actor.person().unwrap());
    let back = Mark { attendee, was: Some(Attendance::Attended), now: None };
    let says =
        TakeRegister { marks: vec![back], service_users: None, everyone_else_arrived: false };
    sessions::take_register(&cara, id, &says).await.unwrap();
    let seen = judgements::request(&dan, request.sequence).await.unwrap();
    let told = seen.items[0].what.to_string();
    assert_eq!(told, "Nothing is said now in the register of “Safety plans” (workshop)");
    assert_eq!((seen.items[0].minutes, seen.items[0].participatory), (None, false));
}

#[tokio::test]
async fn coming_asks_for_a_new_self_assessment_until_there_is_one() {
    let ground = place().await;
    let (id, cara, ben, _) = taken(&ground).await;
    let own = || async { judgements::own_record(&ben).await.unwrap().assess_again };
    assert!(own().await.is_empty());
    sessions::close_register(&cara, id).await.unwrap();
    let again = own().await;
    assert_eq!((again.len(), again[0].code.as_str()), (1, "RSK-1"));
    assert_eq!(again[0].session_title, "Safety plans");
    let waits = judgements::waiting(&ben).await.unwrap().own.unwrap();
    assert_eq!(waits.assess_again, 1);
    let assessed = SelfAssess::parse("2", "", "").unwrap();
    judgements::self_assess(&ben, "RSK-1", assessed).await.unwrap();
    assert!(own().await.is_empty());
}
