//! Feedback of those who came: what they are asked, and their answers.

mod mails; // by which those who came are asked
mod registered; // of whom registers say something, and who is asked now

pub(super) use mails::feedback_mails;
pub(crate) use registered::feedback_asked;
pub(super) use registered::phase_asked;

use super::book::asker;
use super::outcomes::asked;
use super::register::register_of;
use super::stored::Stored;
use super::wellbeing;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::people::hold_people;
use domain::coverage::views::Heading;
use domain::coverage::{Competency, Facts};
use domain::ids::{PersonId, SessionId};
use domain::refusal::Refusal;
use domain::sessions::Attendee;
use domain::sessions::feedback::views::FeedbackPage;
use domain::sessions::feedback::{Answering, FeedbackFields, GiveFeedback, Phase, follow_up};
use domain::years::Quarter;
use entities::{feedback, feedback_confidence};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

/// What the signed-in person is asked about a session now, or why nothing.
///
/// # Errors
/// Refuses whoever did not come to it, as not found, and whoever has no staff record.
pub async fn feedback_page(ctx: &Ctx, id: SessionId) -> Result<FeedbackPage> {
    let person = asker(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let given = given_by(db, person).await?;
    let answering = answering(db, &stored, (person, &given)).await?;
    let (phase, why_not) = match answering.asked(ctx.rule_now()) {
        Ok(phase) => (Some(phase), None),
        Err(refusal @ Refusal::Rule { .. }) => (None, Some(refusal.to_string())),
        Err(other) => return Err(other.into()),
    };
    let heading = |of: &Competency| Heading { code: of.code.clone(), title: of.title.clone() };
    Ok(FeedbackPage {
        id,
        slot: stored.slot(),
        phase,
        why_not,
        outcomes: outcomes(ctx, &facts, &stored).into_iter().map(heading).collect(),
        follow_up: follow_up(stored.slot().ends().date()),
        asks_wellbeing: phase
            .and_then(|phase| wellbeing::asked_for(ctx, &facts, &stored, (phase, &given)))
            .is_some(),
        title: stored.row.title,
    })
}

/// The outcomes of a session as competencies of today's framework version.
fn outcomes<'a>(ctx: &Ctx, facts: &'a Facts, stored: &Stored) -> Vec<&'a Competency> {
    let asked = asked(facts, &stored.outcomes, ctx.today);
    let of = asked.iter().map(|asked| facts.competencies.get(usize::from(asked.competency)));
    of.flatten().collect()
}

/// When and of which sessions somebody has given feedback.
async fn given_by(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<feedback::Model>> {
    Ok(feedback::Entity::find().filter(feedback::Column::PersonId.eq(person)).all(db).await?)
}

/// Somebody as the rule looks at them, with the feedback that they have given; one query.
async fn answering(
    db: &impl ConnectionTrait,
    stored: &Stored,
    (person, given): (PersonId, &[feedback::Model]),
) -> Result<Answering> {
    let id = stored.row.id;
    let attendance = register_of(db, id).await?.attendance(Attendee::Person(person));
    let given = given.iter().filter(|row| row.session_id == id).map(|row| row.phase).collect();
    Ok(Answering { attendance, ended: stored.slot().ends(), given })
}

/// Keeps the answers of the signed-in person, once in each phase; in which they are. How work has been for their wellbeing is counted
/// where it is asked, and kept of nobody.
///
/// # Errors
/// Refuses what was not answered, beside its field; what is not asked now; and whoever did not come, as not found.
pub async fn give_feedback(ctx: &Ctx, id: SessionId, fields: FeedbackFields<'_>) -> Result<Phase> {
    let person = asker(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    // Of two answers that one person sends at once, the second waits and sees the first.
    hold_people(change.tx(), [person]).await?;
    let stored = Stored::read(ctx, &facts, change.tx(), id).await?;
    let earlier = given_by(change.tx(), person).await?;
    let answering = answering(change.tx(), &stored, (person, &earlier)).await?;
    let phase = answering.asked(ctx.moment())?;
    let outcomes = outcomes(ctx, &facts, &stored);
    let codes: Vec<String> = outcomes.iter().map(|of| of.code.clone()).collect();
    let given = GiveFeedback::parse(fields, phase, &codes)?;
    keep(ctx, change.tx(), (id, person), (&given, &outcomes)).await?;
    let place = wellbeing::asked_for(ctx, &facts, &stored, (phase, &earlier));
    if let (Some(place), Some(said)) = (place, given.wellbeing) {
        wellbeing::count(change.tx(), (place, Quarter::of(ctx.today)), said).await?;
    }
    // What was answered is in no log.
    change.commit(Entry::new("give feedback", "session", id).after(&phase)).await?;
    Ok(phase)
}

async fn keep(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    (session_id, person_id): (SessionId, PersonId),
    (given, outcomes): (&GiveFeedback, &[&Competency]),
) -> Result<()> {
    let phase = given.phase;
    let row = feedback::Model {
        session_id,
        person_id,
        phase,
        reaction: given.reaction,
        given_at: ctx.now,
    };
    row.into_active_model().reset_all().insert(tx).await?;
    let mut rows = Vec::new();
    for (code, before, now) in &given.confidence {
        let of = outcomes.iter().find(|of| of.code == *code);
        let of =
            of.ok_or_else(|| Error::fault("keeping feedback", "an outcome that is not there"))?;
        let row = feedback_confidence::Model {
            session_id,
            person_id,
            phase,
            competency_id: of.id,
            before: before.map(i32::from),
            now: i32::from(*now),
        };
        rows.push(row.into_active_model());
    }
    if !rows.is_empty() {
        feedback_confidence::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
