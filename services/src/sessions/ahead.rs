//! Who has a seat in which session to come, for forecasts: everybody's at once.

use super::held::{holds, is_latest};
use super::outcomes::outcome;
use super::times::ids_of;
use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use domain::coverage::forecast::{Horizon, Teaching};
use domain::dates::days_after;
use domain::ids::{PersonId, SessionId};
use domain::programmes::Outcome;
use domain::sessions::format::Format;
use entities::{booking_event, session, session_outcome};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// The scheduled sessions of the days after `day`, as far as any forecast looks, with who has a seat in each: as it was known at the
/// end of that day, or of today as it stands now. Three queries.
pub(crate) async fn seats_ahead(ctx: &Ctx, day: NaiveDate) -> Result<Vec<Teaching>> {
    let db = ctx.db().read();
    let known = Known::at(ctx, day);
    let ahead = known.sessions_after(day);
    let rows: Vec<(SessionId, DateTime<Utc>, Format)> = session::Entity::find()
        .select_only()
        .columns([session::Column::Id, session::Column::StartsAt, session::Column::Format])
        .filter(ahead.clone())
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let rows_of_outcomes = session_outcome::Entity::find()
        .filter(session_outcome::Column::SessionId.in_subquery(ids_of(ahead.clone())))
        .all(db)
        .await?;
    let seats: Vec<(SessionId, PersonId)> = booking_event::Entity::find()
        .select_only()
        .columns([booking_event::Column::SessionId, booking_event::Column::PersonId])
        .filter(is_latest(known.bookings_of(ahead)))
        .filter(holds(known.moment))
        .filter(booking_event::Column::PersonId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut outcomes: HashMap<SessionId, Vec<Outcome>> = HashMap::new();
    for row in &rows_of_outcomes {
        outcomes.entry(row.session_id).or_default().extend(outcome(row));
    }
    let mut people: HashMap<SessionId, Vec<PersonId>> = HashMap::new();
    for (id, person) in seats {
        people.entry(id).or_default().push(person);
    }
    let teaching = |(id, starts_at, format): (SessionId, DateTime<Utc>, Format)| Teaching {
        day: in_london(starts_at).date(),
        format,
        outcomes: outcomes.remove(&id).unwrap_or_default(),
        people: people.remove(&id).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(teaching).collect())
}

/// When what is read was known.
struct Known {
    /// For a day that is over: what was recorded from this moment on was not known.
    before: Option<DateTime<Utc>>,
    /// The moment at which a seat is held, civil time in London.
    moment: NaiveDateTime,
}

impl Known {
    fn at(ctx: &Ctx, day: NaiveDate) -> Self {
        if day >= ctx.today {
            return Self { before: None, moment: ctx.rule_now() };
        }
        let moment = days_after(day, 1).and_time(NaiveTime::MIN);
        Self { before: Some(from_london(moment)), moment }
    }

    fn sessions_after(&self, day: NaiveDate) -> Condition {
        let begins = |day| from_london(days_after(day, 1).and_time(NaiveTime::MIN));
        let ahead = Condition::all()
            .add(session::Column::StartsAt.gte(begins(day)))
            .add(session::Column::StartsAt.lt(begins(Horizon::FURTHEST.after(day))));
        let (scheduled, cancelled) = (session::Column::ScheduledAt, session::Column::CancelledAt);
        match self.before {
            None => ahead.add(scheduled.is_not_null()).add(cancelled.is_null()),
            Some(before) => {
                let later = Condition::any().add(cancelled.is_null()).add(cancelled.gte(before));
                ahead.add(scheduled.lt(before)).add(later)
            }
        }
    }

    /// What was recorded of bookings of such sessions.
    fn bookings_of(&self, sessions: Condition) -> Condition {
        let recorded = self.before.map(|before| booking_event::Column::RecordedAt.lt(before));
        Condition::all()
            .add(booking_event::Column::SessionId.in_subquery(ids_of(sessions)))
            .add_option(recorded)
    }
}
