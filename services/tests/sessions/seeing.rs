//! What a session showed is confirmed from its register: by an assessor who led it and saw it, of those who came.

use super::place::{
    AMINA, BEN, CARA, DAN, EVE, beside, colleague, is_not_found, on, place, refused, says,
    scheduled,
};
use crate::ground::Ground;
use domain::codes::GrantKind;
use domain::ids::{PersonId, SessionId};
use domain::judgements::together::SeenFields;
use domain::policy::{Actor, Grant, Scope};
use domain::sessions::Attendee;
use domain::sessions::register::{Attendance, Correction, Mark, TakeRegister};
use entities::judgement;
use services::imports::Kind;
use services::{Ctx, sessions};

/// The day after the sessions.
const AFTER: &str = "2026-12-01";

/// Dan teaches and assesses nobody; Cara leads with him and assesses. Ben came, Amina did not.
struct Taught {
    ground: Ground,
    id: SessionId,
    dan: Ctx,
    cara: Ctx,
    ben: PersonId,
    amina: PersonId,
}

/// Dan, who runs sessions, and Cara, who holds RSK-1 at 4 and assesses in Practice 1.
pub async fn with_assessor() -> (Ground, Ctx, Ctx) {
    let ground = place().await;
    let held =
        "employee_number,competency_code,kind,made_on,level\nE3,RSK-1,confirmed,2026-05-01,4\n";
    ground.bring(Kind::Judgements, held).await;
    let dan = ground.sign_in(DAN, Some((GrantKind::Educator, "TH"))).await;
    let cara = ground.sign_in(CARA, Some((GrantKind::Assessor, "P1"))).await;
    (ground, dan, cara)
}

async fn taught() -> Taught {
    let (ground, dan, cara) = with_assessor().await;
    let id = scheduled(&dan, &says("Safety plans")).await;
    sessions::add_lead(&dan, id, &colleague("cara@staff.example")).await.unwrap();
    for number in [BEN, AMINA] {
        let person = ground.sign_in(number, None).await;
        sessions::book(&person, id, "T1", false).await.unwrap();
    }
    let (ben, amina) = (ground.person(BEN).await, ground.person(AMINA).await);
    let (dan, cara) = (on(&dan, AFTER), on(&cara, AFTER));
    let absent = Some(Attendance::DidNotAttend);
    let marks = vec![Mark { attendee: Attendee::Person(amina), was: None, now: absent }];
    let says = TakeRegister { marks, service_users: None, everyone_else_arrived: true };
    sessions::take_register(&dan, id, &says).await.unwrap();
    Taught { ground, id, dan, cara, ben, amina }
}

/// A knowledge check that showed a level.
pub fn saw(level: &str, code: &str) -> SeenFields {
    SeenFields {
        evidence: "knowledge_check".to_owned(),
        level: level.to_owned(),
        codes: vec![code.to_owned()],
        ..SeenFields::default()
    }
}

#[tokio::test]
async fn an_assessor_who_led_confirms_what_she_saw_of_those_who_came() {
    let Taught { ground, id, cara, ben, amina, .. } = taught().await;
    let (two, seen) = (saw("2", "RSK-1"), ([ben], true));
    let named = (seen.0.as_slice(), seen.1);
    let early = refused(sessions::confirm_seen(&cara, id, &two, named).await);
    assert!(early.contains("Close the register first"), "{early}");
    sessions::close_register(&cara, id).await.unwrap();
    let page = sessions::session_seen(&cara, id).await.unwrap();
    assert_eq!((page.people.len(), page.people[0].name.as_str()), (1, "Okoro, Ben"));
    let absent = sessions::confirm_seen(&cara, id, &two, (&[ben, amina], true)).await;
    assert!(is_not_found(absent), "she did not come");
    let above = refused(sessions::confirm_seen(&cara, id, &saw("3", "RSK-1"), named).await);
    assert!(above.contains("level 2 at most"), "{above}");
    assert_eq!(beside(sessions::confirm_seen(&cara, id, &saw("2", "LTC-1"), named).await), "codes");
    let before = ground.all::<judgement::Entity>().await.len();
    let done = sessions::confirm_seen(&cara, id, &two, named).await.unwrap();
    assert!(done.refused.is_empty());
    let rows = ground.all::<judgement::Entity>().await;
    assert_eq!(rows.len(), before + 1);
    let row = rows.iter().find(|row| row.person_id == ben && row.level == Some(2)).unwrap();
    assert_eq!(row.evidence.as_deref(), Some("knowledge_check"));
    assert_eq!(row.evidence_on.map(|on| on.to_string()).as_deref(), Some("2026-11-30"));
    let twice = refused(sessions::confirm_seen(&cara, id, &two, named).await);
    assert!(
        twice.contains("confirmed today already"),
        "by the rules of confirming together: {twice}"
    );
}

#[tokio::test]
async fn the_lead_who_did_not_see_a_knowledge_check_cannot_confirm_it() {
    let Taught { ground, id, dan, cara, ben, .. } = taught().await;
    sessions::close_register(&dan, id).await.unwrap();
    let two = saw("2", "RSK-1");
    let before = ground.all::<judgement::Entity>().await.len();
    assert_eq!(beside(sessions::confirm_seen(&cara, id, &two, (&[ben], false)).await), "saw");
    // Who leads and assesses nobody.
    assert!(is_not_found(sessions::confirm_seen(&dan, id, &two, (&[ben], true)).await));
    assert!(is_not_found(sessions::session_seen(&dan, id).await));
    // Who assesses, runs it and did not lead it.
    let mut eve = on(&ground.sign_in(EVE, Some((GrantKind::Assessor, "P1"))).await, AFTER);
    if let Actor::Account(account) = &mut eve.actor {
        account.grants.push(Grant { kind: GrantKind::Educator, scope: Scope::Everywhere });
    }
    let told = sessions::session_seen(&eve, id).await.unwrap();
    assert!(told.why_not.unwrap().contains("did not lead") && told.people.is_empty());
    let refusal = refused(sessions::confirm_seen(&eve, id, &two, (&[ben], true)).await);
    assert!(refusal.contains("did not lead"), "{refusal}");
    assert_eq!(ground.all::<judgement::Entity>().await.len(), before);
    sessions::reopen_register(&dan, id, Correction::Other).await.unwrap();
    let open = sessions::session_seen(&cara, id).await.unwrap();
    assert!(open.why_not.is_some() && open.people.is_empty());
}
