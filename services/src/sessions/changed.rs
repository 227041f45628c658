//! What a session changed, for whoever teaches it: what was answered, and what was judged since of those who came.

use super::outcomes::asked;
use super::register::register_of;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::JudgementKind;
use domain::coverage::views::Heading;
use domain::coverage::{Competency, Facts, Person};
use domain::requirements::CompetencyIndex;
use domain::sessions::feedback::views::{Changed, ChangedOutcome};
use domain::sessions::feedback::{Answer, Came, answered, changed};
use entities::{feedback, feedback_confidence};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// What is told of a session whose register is closed; three queries.
pub(super) async fn what_changed(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    stored: &Stored,
) -> Result<Changed> {
    let id = stored.row.id;
    let given = feedback::Entity::find().filter(feedback::Column::SessionId.eq(id)).all(db).await?;
    let confidence = feedback_confidence::Entity::find()
        .filter(feedback_confidence::Column::SessionId.eq(id))
        .all(db)
        .await?;
    let register = register_of(db, id).await?;
    let came: Vec<&Person> =
        register.who_came().filter_map(|attendee| facts.person(attendee.person()?)).collect();
    let outcome = |at: CompetencyIndex, of: &Competency| {
        let about = |row: &&feedback_confidence::Model| {
            facts.competency_at(row.competency_id).is_some_and(|said| is_about(said, at, of))
        };
        let answers: Vec<Answer> = confidence.iter().filter(about).filter_map(answer).collect();
        let since: Vec<Came> =
            came.iter().map(|person| since(person, (at, of), stored.day())).collect();
        let competency = Heading { code: of.code.clone(), title: of.title.clone() };
        changed(untold(competency), &answers, &since)
    };
    let asked = asked(facts, &stored.outcomes, ctx.today);
    let outcomes = asked.iter().filter_map(|asked| {
        let at = asked.competency;
        Some(outcome(at, facts.competencies.get(usize::from(at))?))
    });
    let outcomes = outcomes.collect();
    let reactions: Vec<_> = given.iter().filter_map(|row| row.reaction).collect();
    Ok(answered(&reactions, outcomes, came.len()))
}

/// Whether something was said of a competency, or of what became it.
fn is_about(said: CompetencyIndex, at: CompetencyIndex, of: &Competency) -> bool {
    said == at || of.carried.earlier.contains(&said)
}

fn answer(row: &feedback_confidence::Model) -> Option<Answer> {
    Some(Answer {
        person: row.person_id,
        competency: row.competency_id,
        phase: row.phase,
        before: row.before.and_then(|before| u8::try_from(before).ok()),
        now: u8::try_from(row.now).ok()?,
    })
}

/// What was said of somebody in a competency since a day, that day included.
fn since(person: &Person, (at, of): (CompetencyIndex, &Competency), day: NaiveDate) -> Came {
    let said = |kind: JudgementKind| {
        let mut events = person.judgements.iter();
        events.any(|event| {
            event.kind == kind && event.day >= day && is_about(event.competency, at, of)
        })
    };
    Came {
        assessed: said(JudgementKind::SelfAssessment),
        confirmed: said(JudgementKind::Confirmed),
    }
}

fn untold(competency: Heading) -> ChangedOutcome {
    ChangedOutcome {
        competency,
        before: None,
        after: None,
        later: None,
        assessed: None,
        confirmed: None,
    }
}
