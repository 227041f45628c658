//! Feedback: of those who came, once in each phase; what is told of it points at nobody.

use super::place::{AMINA, BEN, beside, is_not_found, on, refused, says, scheduled, with_educator};
use domain::sessions::Attendee;
use domain::sessions::feedback::{FeedbackFields, Phase};
use domain::sessions::register::{Attendance, Mark, TakeRegister};
use entities::{audit_entry, feedback, feedback_confidence};
use services::sessions;
use std::collections::BTreeMap;

/// The day after the sessions, and a day eight weeks after them.
const AFTER: &str = "2026-12-01";
const WEEKS_AFTER: &str = "2027-01-25";

/// How confident somebody is, as typed.
pub fn answers(confidence: &str) -> BTreeMap<String, String> {
    [("RSK-1".to_owned(), confidence.to_owned())].into()
}

#[tokio::test]
async fn whoever_came_is_asked_once_afterwards_and_once_weeks_later() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    for person in [&ben, &amina] {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let (before, now) = (answers("2"), answers("4"));
    let fields = FeedbackFields { reaction: "useful", before: &before, now: &now, wellbeing: "" };
    let cara = on(&cara, AFTER);
    let attendee = Attendee::Person(amina.actor.person().unwrap());
    let absent = Mark { attendee, was: None, now: Some(Attendance::DidNotAttend) };
    let register =
        TakeRegister { marks: vec![absent], service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &register).await.unwrap();
    let absent = on(&amina, AFTER);
    assert!(is_not_found(sessions::feedback_page(&absent, id).await));
    assert!(is_not_found(sessions::give_feedback(&absent, id, fields).await));
    let ben = on(&ben, AFTER);
    let nothing = BTreeMap::new();
    let unanswered = FeedbackFields { now: &nothing, ..fields };
    assert_eq!(beside(sessions::give_feedback(&ben, id, unanswered).await), "now-RSK-1");
    assert_eq!(sessions::give_feedback(&ben, id, fields).await.unwrap(), Phase::After);
    let twice = refused(sessions::give_feedback(&ben, id, fields).await);
    assert!(twice.contains("once more from 25 January 2027"), "{twice}");
    let later = on(&ben, WEEKS_AFTER);
    assert_eq!(sessions::give_feedback(&later, id, fields).await.unwrap(), Phase::FollowUp);
    let kept = ground.all::<feedback::Entity>().await;
    assert_eq!(kept.iter().filter(|row| row.reaction.is_some()).count(), 1);
    let kept = ground.all::<feedback_confidence::Entity>().await;
    assert_eq!(kept.iter().filter(|row| row.before.is_some()).count(), 1);
    assert_eq!(kept.len(), 2);
    let log = ground.all::<audit_entry::Entity>().await;
    let log: Vec<_> = log.iter().filter(|entry| entry.action == "give feedback").collect();
    assert!(log.iter().all(|entry| !format!("{entry:?}").contains("useful")), "in no log");
}

#[tokio::test]
async fn an_educator_is_told_nothing_of_fewer_than_five() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let (cara, ben) = (on(&cara, AFTER), on(&ben, AFTER));
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &everyone).await.unwrap();
    let (before, now) = (answers("2"), answers("4"));
    let fields = FeedbackFields { reaction: "useful", before: &before, now: &now, wellbeing: "" };
    sessions::give_feedback(&ben, id, fields).await.unwrap();
    assert!(sessions::session(&cara, id).await.unwrap().changed.is_none(), "not closed yet");
    sessions::close_register(&cara, id).await.unwrap();
    let changed = sessions::session(&cara, id).await.unwrap().changed.unwrap();
    assert_eq!((changed.came, changed.answered, changed.reactions), (1, 1, None));
    let outcome = &changed.outcomes[0];
    assert_eq!((outcome.before, outcome.after, outcome.assessed), (None, None, None));
    assert!(sessions::session(&ben, id).await.unwrap().changed.is_none(), "for whoever teaches it");
}
