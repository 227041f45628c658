//! What registers say of people, as their records tell it: computed each time, never copied.

use super::outcomes::asked;
use super::times::slot_of;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::{Competency, Facts, Person};
use domain::ids::{PersonId, SessionId};
use domain::requirements::CompetencyIndex;
use domain::sessions::attended::{AssessAgain, Attended, asks_again};
use domain::sessions::register::Attendance;
use entities::{attendance_event, session, session_outcome};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What one register says of one person.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub person: PersonId,
    pub attended: Attended,
    /// What the session was meant to lead to.
    pub outcomes: Vec<session_outcome::Model>,
    /// Whether its register is closed: until then the educator may not have looked it through.
    closed: bool,
}

impl Known {
    /// Whether it is evidence: they came, and the register is closed.
    pub fn counts(&self) -> bool {
        self.closed && self.attended.came()
    }
}

/// What registers say of a person; three queries, and one where none says anything.
pub(crate) async fn known_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Known>> {
    let events = attendance_event::Entity::find()
        .filter(attendance_event::Column::PersonId.eq(person))
        .order_by_asc(attendance_event::Column::Sequence)
        .all(db)
        .await?;
    told(db, &events).await
}

/// What these registers say of these people; three queries.
pub(crate) async fn known_at(
    db: &impl ConnectionTrait,
    sessions: BTreeSet<SessionId>,
    people: BTreeSet<PersonId>,
) -> Result<Vec<Known>> {
    let events = attendance_event::Entity::find()
        .filter(attendance_event::Column::SessionId.is_in(sessions))
        .filter(attendance_event::Column::PersonId.is_in(people))
        .order_by_asc(attendance_event::Column::Sequence)
        .all(db)
        .await?;
    told(db, &events).await
}

/// The last word about each person in each session. Of whom it takes back what was said there is no coming, but what rests on it stays
/// in sight.
async fn told(db: &impl ConnectionTrait, events: &[attendance_event::Model]) -> Result<Vec<Known>> {
    let said = events.iter().filter_map(|event| {
        let person = event.person_id?;
        Some(((event.session_id, person), event.attendance.0))
    });
    let last: BTreeMap<(SessionId, PersonId), Option<Attendance>> = said.collect();
    if last.is_empty() {
        return Ok(Vec::new());
    }
    let ids: BTreeSet<SessionId> = last.keys().map(|(session, _)| *session).collect();
    let sessions = session::Entity::find()
        .filter(session::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let outcomes = session_outcome::Entity::find()
        .filter(session_outcome::Column::SessionId.is_in(ids))
        .all(db)
        .await?;
    let sessions: BTreeMap<SessionId, session::Model> =
        sessions.into_iter().map(|row| (row.id, row)).collect();
    let known = |((id, person), attendance): ((SessionId, PersonId), Option<Attendance>)| {
        let row = sessions.get(&id)?;
        let of_session = outcomes.iter().filter(|outcome| outcome.session_id == id);
        Some(Known {
            person,
            attended: attended(row, attendance),
            outcomes: of_session.cloned().collect(),
            closed: row.closed_at.is_some(),
        })
    };
    Ok(last.into_iter().filter_map(known).collect())
}

fn attended(row: &session::Model, attendance: Option<Attendance>) -> Attended {
    let slot = slot_of(row);
    Attended {
        session: row.id,
        title: row.title.clone(),
        format: row.format,
        on: slot.starts.date(),
        minutes: slot.minutes,
        attendance,
    }
}

/// The outcomes of sessions that a person came to, in which they have not assessed themselves since; the latest session first,
/// each competency once; from what registers say of them.
pub(crate) fn to_assess_again(
    ctx: &Ctx,
    facts: &Facts,
    person: PersonId,
    mut known: Vec<Known>,
) -> Vec<AssessAgain> {
    let Some(of) = facts.person(person) else { return Vec::new() };
    known.retain(Known::counts);
    known.sort_by_key(|one| Reverse((one.attended.on, one.attended.session)));
    let mut named = BTreeSet::new();
    let mut again = Vec::new();
    for one in &known {
        for asked in asked(facts, &one.outcomes, ctx.today) {
            let at = asked.competency;
            let Some(competency) = facts.competencies.get(usize::from(at)) else { continue };
            let asks = asks_again(one.attended.on, last_assessed(of, at, competency));
            if asks && named.insert(at) {
                again.push(AssessAgain {
                    code: competency.code.clone(),
                    title: competency.title.clone(),
                    session_title: one.attended.title.clone(),
                    on: one.attended.on,
                });
            }
        }
    }
    again
}

/// The last day on which somebody assessed themselves in a competency, or in what became it.
fn last_assessed(person: &Person, at: CompetencyIndex, of: &Competency) -> Option<NaiveDate> {
    let is_about = |said: CompetencyIndex| said == at || of.carried.earlier.contains(&said);
    let own = person
        .judgements
        .iter()
        .filter(|event| event.kind == JudgementKind::SelfAssessment && is_about(event.competency));
    own.map(|event| event.day).max()
}
