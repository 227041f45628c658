//! Who is asked for feedback now: of whom registers say that they came, with the phases in which they have answered.

use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::came::last_words;
use crate::sessions::engaged::longest;
use chrono::{DateTime, NaiveTime, Utc};
use domain::ids::{PersonId, SessionId};
use domain::sessions::feedback::views::AskedLine;
use domain::sessions::feedback::{Answering, Phase, asked_since};
use domain::sessions::register::Word;
use domain::sessions::times::Slot;
use entities::{attendance_event, feedback, session};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::BTreeMap;

/// The last word of a register about somebody, and a phase in which they have answered: a row for each phase, and one for whoever
/// has answered in none.
type Said = (SessionId, Option<PersonId>, Word, String, DateTime<Utc>, i32, Option<Phase>);

/// Somebody of whom the register of a session says something, as the rule looks at them.
pub(super) struct Registered {
    pub session: SessionId,
    pub person: PersonId,
    pub title: String,
    pub slot: Slot,
    pub answering: Answering,
}

/// The sessions that anybody could be asked about now; when one ends is not in the database, so a few more.
pub(super) fn in_question(ctx: &Ctx) -> Condition {
    use session::Column::{CancelledAt, ScheduledAt, StartsAt};
    let since = from_london(asked_since(ctx.today).and_time(NaiveTime::MIN)) - longest();
    Condition::all()
        .add(StartsAt.gt(since))
        .add(StartsAt.lte(from_london(ctx.rule_now())))
        .add(ScheduledAt.is_not_null())
        .add(CancelledAt.is_null())
}

/// Those on record of whom registers say something in the events that are meant, in the order of their sessions; one query.
pub(super) async fn registered(ctx: &Ctx, of: Condition) -> Result<Vec<Registered>> {
    use attendance_event::Column;
    let column = |column: Column| Expr::col((attendance_event::Entity, column));
    let mut asked = attendance_event::Entity::find()
        .select_only()
        .columns([Column::SessionId, Column::PersonId, Column::Attendance])
        .columns([session::Column::Title, session::Column::StartsAt, session::Column::Minutes])
        .column(feedback::Column::Phase)
        .filter(last_words(of))
        .filter(Column::PersonId.is_not_null())
        .filter(in_question(ctx))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(Column::SessionId);
    let theirs = Condition::all()
        .add(column(Column::SessionId).equals((feedback::Entity, feedback::Column::SessionId)))
        .add(column(Column::PersonId).equals((feedback::Entity, feedback::Column::PersonId)));
    QuerySelect::query(&mut asked)
        .inner_join(
            session::Entity,
            column(Column::SessionId).equals((session::Entity, session::Column::Id)),
        )
        .left_join(feedback::Entity, theirs);
    let rows: Vec<Said> = asked.into_tuple().all(ctx.db().read()).await?;
    Ok(folded(rows))
}

/// One entry for each person and session, in the order of the rows.
fn folded(rows: Vec<Said>) -> Vec<Registered> {
    let mut found: Vec<Registered> = Vec::new();
    let mut places: BTreeMap<(SessionId, PersonId), usize> = BTreeMap::new();
    for (session, person, word, title, starts_at, minutes, phase) in rows {
        let Some(person) = person else { continue };
        let place = *places.entry((session, person)).or_insert(found.len());
        if let Some(known) = found.get_mut(place) {
            known.answering.given.extend(phase);
            continue;
        }
        let minutes = u32::try_from(minutes).unwrap_or_default();
        let slot = Slot { starts: in_london(starts_at), minutes };
        let given = phase.into_iter().collect();
        let answering = Answering { attendance: word.0, ended: slot.ends(), given };
        found.push(Registered { session, person, title, slot, answering });
    }
    found
}

/// The sessions that ask somebody for feedback now, the earliest first; one query.
pub(crate) async fn feedback_asked(ctx: &Ctx, person: PersonId) -> Result<Vec<AskedLine>> {
    let own = Condition::all().add(attendance_event::Column::PersonId.eq(person));
    let mut asked = registered(ctx, own).await?;
    asked.retain(|one| one.answering.asked(ctx.rule_now()).is_ok());
    let line = |one: Registered| AskedLine {
        session: one.session,
        title: one.title,
        on: one.slot.starts.date(),
    };
    Ok(asked.into_iter().map(line).collect())
}

/// What somebody is asked about a session now, if anything; one query.
pub(in crate::sessions) async fn phase_asked(
    ctx: &Ctx,
    (session, person): (SessionId, PersonId),
) -> Result<Option<Phase>> {
    let own = Condition::all()
        .add(attendance_event::Column::SessionId.eq(session))
        .add(attendance_event::Column::PersonId.eq(person));
    let found = registered(ctx, own).await?;
    Ok(found.first().and_then(|one| one.answering.asked(ctx.rule_now()).ok()))
}
