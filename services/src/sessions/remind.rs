//! The daily job: a mail in the outbox for everybody who has a seat in a session that is near, and for everybody who came to one and
//! is asked for feedback.

use super::events::{by_session, events_of};
use super::feedback::feedback_mails;
use super::mails::{Arguments, accounts_of, mail, until};
use super::times::slot_of;
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::jobs::Run;
use crate::outbox::{NewMail, put};
use crate::reminders::not_reminded;
use chrono::{NaiveDate, NaiveTime};
use domain::dates::days_after;
use domain::ids::{AccountId, PersonId, SessionId};
use domain::outbox::MailKind;
use domain::sessions::reminding::Ahead;
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, BookingState};
use entities::session;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeSet;

/// How many mails a transaction puts into the outbox, so that nobody's save waits long.
const AT_ONCE: usize = 200;

/// Makes the reminders that are due. One that is there already is not made again, so the work may be begun twice.
pub(crate) async fn remind(ctx: &Ctx, run: &Run) -> Result<()> {
    let mut made = 0;
    let mut mails = due(ctx).await?;
    mails.extend(feedback_mails(ctx).await?);
    for some in mails.chunks(AT_ONCE) {
        let change = ctx.change(Touches::Nothing).await?;
        if !run.is_ours(change.tx()).await? {
            return Ok(());
        }
        made += put(ctx, change.tx(), some.iter().cloned()).await?;
        change.commit_unaudited().await?;
    }
    let change = ctx.change(Touches::Nothing).await?;
    change.commit(Entry::new("make session reminders", "mail", ctx.today).after(&made)).await
}

/// The reminders of today, for those who have a seat, can be reached and want them; four queries.
async fn due(ctx: &Ctx) -> Result<Vec<NewMail>> {
    let db = ctx.db().read();
    let beyond = days_after(ctx.today, Ahead::FARTHEST + 1).and_time(NaiveTime::MIN);
    let near = session::Entity::find()
        .filter(session::Column::StartsAt.gt(from_london(ctx.rule_now())))
        .filter(session::Column::StartsAt.lt(from_london(beyond)))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .all(db)
        .await?;
    let near: Vec<Near<'_>> = near.iter().filter_map(|row| Near::of(ctx, row)).collect();
    let ids: Vec<SessionId> = near.iter().map(|one| one.row.id).collect();
    let bookings = by_session(&events_of(db, ids).await?);
    let people: BTreeSet<PersonId> = bookings.values().flat_map(|all| booked(all)).collect();
    let accounts = accounts_of(db, people).await?;
    let not_wanted = not_reminded(db, accounts.values().copied()).await?;
    let mut mails = Vec::new();
    for one in near {
        let seats = bookings.get(&one.row.id).map(Vec::as_slice).unwrap_or_default();
        let reached = booked(seats).filter_map(|person| accounts.get(&person).copied());
        let wanted = reached.filter(|to| !not_wanted.contains(to));
        mails.extend(wanted.filter_map(|to| one.reminds(ctx, to)));
    }
    Ok(mails)
}

/// A session whose people are to be reminded.
struct Near<'a> {
    row: &'a session::Model,
    day: NaiveDate,
    ahead: Ahead,
}

impl<'a> Near<'a> {
    fn of(ctx: &Ctx, row: &'a session::Model) -> Option<Self> {
        let day = slot_of(row).starts.date();
        Some(Self { row, day, ahead: Ahead::due(day, ctx.today)? })
    }

    fn reminds(&self, ctx: &Ctx, to: AccountId) -> Option<NewMail> {
        let Self { row, day, ahead } = self;
        let arguments = Arguments { session: row.id, event: None, ended: None, day: Some(*day) };
        let useful_until = until(ctx, slot_of(row).ends())?;
        // The day in it: a session that is moved is another reminder.
        let mark = format!("{} before {day}", ahead.days());
        Some(mail((to, MailKind::SessionReminder), arguments, &mark, useful_until))
    }
}

/// The people who have a seat.
fn booked(bookings: &[Booking]) -> impl Iterator<Item = PersonId> {
    bookings.iter().filter_map(|booking| match (booking.state, booking.attendee) {
        (BookingState::Booked, Attendee::Person(person)) => Some(person),
        _ => None,
    })
}
