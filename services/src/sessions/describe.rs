//! What a session is, when, where and for whom: said anew until it is over.

use super::attend::keeps_in_vain;
use super::form::as_it_stands;
use super::hosts::chosen;
use super::lines::place;
use super::locks::{hold_leads, hold_seats, still_led_by};
use super::room::{crowded, rules_of};
use super::schedule::{leads_are_free, outside};
use super::seats::{Seats, told};
use super::stored::Stored;
use super::tell::Letters;
use super::{may_run_any, standing, tell};
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::columns;
use crate::protected_time::Outside;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId};
use domain::policy::Scope;
use domain::refusal::Refusal;
use domain::sessions::changing::Changed;
use domain::sessions::cutting::too_few_chosen;
use domain::sessions::forms::{DescribeSession, SessionFields};
use domain::sessions::scheduling::{Moved, may_change};
use domain::sessions::seats::{Booking, SeatRules, Seating, Step};
use domain::sessions::{Attendee, BookingState, SessionState};
use entities::session;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, IntoActiveModel};

/// Says anew what a session is. More seats are given to those who wait, and no offer holds beyond the end of booking. Fewer seats
/// than are held cost those who are `named` theirs; nobody's is where all fit, and who holds no seat by now loses nothing. Calendars
/// are told when the title, the time or the place of a scheduled one changes. `reason` is why a scheduled one goes ahead where it is
/// moved, or made longer, beyond its leads' protected time. Returns how many bookings were cancelled, and how many others are told.
///
/// # Errors
/// Refuses sessions that are over, fewer seats than are held where too few are named, beside `cancelled`, what a scheduled session
/// cannot be without, a time at which somebody who leads it is in another; beside `reason`, where one is needed and none was given;
/// and places that the asker runs no sessions for, as not found.
pub async fn change(
    ctx: &Ctx,
    id: SessionId,
    says: &DescribeSession,
    (named, reason): (&[Attendee], &str),
) -> Result<Changed> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&[says.texts().as_slice(), &[("reason", reason)]].concat())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let led_by = hold_leads(change.tx(), &facts, id).await?;
    let now = hold_seats(ctx, change.tx(), id).await?;
    let before = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    still_led_by(&led_by, before.people())?;
    let host = chosen(ctx, &facts, says.held_for.as_deref())?;
    let row = described(before.row.clone(), says, host);
    let said = (Some(named), reason);
    let becomes = becomes(ctx, &facts, change.tx(), (before, row, said), now);
    let (entry, cancelled, letters) = becomes.await?;
    let mut told = letters.people();
    told.retain(|person| ctx.actor.person() != Some(*person));
    letters.put(ctx, change.tx()).await?;
    change.commit(entry.let_through(passed)).await?;
    Ok(Changed { cancelled, told: told.len() })
}

/// Writes down that a session is as a row says from now on; its leads and its seats are held. Returns what the audit log is told, how
/// many bookings were cancelled, and who is to be told of it. `named` are those whose booking is cancelled where there are to be fewer
/// seats than are held; none where nobody can be named. The `reason` was looked through.
///
/// # Errors
/// Refuses sessions that are over, fewer seats than are held where too few are named, what a scheduled session cannot be without, seats
/// that would be kept for a team that cannot book, and a time at which somebody who leads it is in another; and beside `reason`, where
/// its leads' protected time does not cover what it takes anew, and none was given.
pub(super) async fn becomes(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    (before, row, (named, reason)): (Stored, session::Model, (Option<&[Attendee]>, &str)),
    now: NaiveDateTime,
) -> Result<(Entry, usize, Letters)> {
    let state = before.state(now);
    may_change(state)?;
    let after = Stored { row, ..before.clone() };
    let moved = Moved {
        start: before.slot().starts != after.slot().starts,
        booking_ends: before.row.booking_ends_at != after.row.booking_ends_at,
    };
    standing::stays(ctx, facts, tx, (&after, moved)).await?;
    let in_vain = |stored: &Stored| keeps_in_vain(facts, stored, now.date());
    if in_vain(&after) && !in_vain(&before) {
        let sentence =
            "Seats are kept for a team that could not book any more. Release them first.";
        return Err(Refusal::rule("seats-kept", sentence).into());
    }
    let mut beyond = Outside::default();
    if state == SessionState::Scheduled && before.slot() != after.slot() {
        leads_are_free(ctx, facts, tx, &after).await?;
        beyond = outside(ctx, facts, tx, (&after, Some(before.slot())), reason).await?;
    }
    // People count as what they are on the new day; whether there are enough seats is held against those there were.
    let mut seats = Seats::load(facts, tx, &after, now).await?;
    seats.seating.rules = rules_of(&before);
    let mut steps = seats.seating.close_at(after.closes_at());
    steps.extend(fitted(&mut seats.seating, rules_of(&after), named)?);
    let is_told = state == SessionState::Scheduled;
    let changed = before.changed(&after).filter(|_| is_told);
    let revision = before.row.revision.saturating_add(i32::from(changed.is_some()));
    let row = session::Model { revision, ..after.row.clone() };
    let row = row.into_active_model().reset_all().update(tx).await?;
    let mut letters = seats.write(ctx, tx, &row, (&steps, &[])).await?;
    beyond.save(ctx, tx, (row.id, after.day())).await?;
    if let Some(change) = changed {
        let mut whom = concerned(&seats, &steps, is_seen(&before, &after));
        whom.extend(after.people());
        letters.add(tell::changed(&row, change, whom));
    }
    let entry = beyond.noted(Entry::new("change session", "session", row.id));
    // Whoever reads the log holds no seat: the link is not for them.
    let was = SessionFields { link: String::new(), ..as_it_stands(facts, before) };
    let is_cancelled = |step: &&Step| step.state == BookingState::CancelledBySession;
    let cancelled = steps.iter().filter(is_cancelled).count();
    Ok((entry.before(&was).after(&told(&steps)), cancelled, letters))
}

/// Takes other rules for the seats, and cancels the bookings of those who are named where they do not suffice.
///
/// # Errors
/// Refuses where they would not suffice for those who are left: beside `cancelled` where somebody can be named.
fn fitted(
    seating: &mut Seating,
    rules: SeatRules,
    named: Option<&[Attendee]>,
) -> std::result::Result<Vec<Step>, FieldErrors> {
    let capacity = rules.capacity;
    let changed = seating.change_rules(rules, named.unwrap_or_default());
    changed.map_err(|too_many| match named {
        Some(_) if too_many.group.is_none() => too_few_chosen(seating.held().count(), capacity),
        _ => crowded(too_many),
    })
}

/// A row as it was said to be.
pub(super) fn described(
    row: session::Model,
    says: &DescribeSession,
    host: Scope,
) -> session::Model {
    let (area_id, organisation_id, team_id) = columns(host);
    session::Model {
        title: says.title.clone(),
        about: says.about.clone(),
        format: says.format,
        starts_at: from_london(says.starts),
        minutes: i32::try_from(says.minutes).unwrap_or(i32::MAX),
        area_id,
        organisation_id,
        team_id,
        venue: says.venue.clone(),
        link: says.link.clone(),
        capacity: i32::from(says.capacity),
        invited_only: says.invited_only,
        booking_opens_at: says.booking_opens.map(from_london),
        booking_ends_at: says.booking_ends.map(from_london),
        people_least: says.least.people.map(i32::from),
        professions_least: says.least.professions.map(i32::from),
        ..row
    }
}

/// Whether everybody sees that it changes: where to join online is told to those alone who hold a seat or lead.
fn is_seen(before: &Stored, after: &Stored) -> bool {
    let seen = |one: &Stored| (one.row.title.clone(), one.slot(), place(&one.row));
    seen(before) != seen(after)
}

/// Whose booking a change concerns: of those who hold a seat always, of those who wait when they see it. Whoever is told of a step
/// of their own is told of the new time with that.
fn concerned(seats: &Seats, steps: &[Step], is_seen: bool) -> Vec<PersonId> {
    let seating = &seats.seating;
    let is_told = |attendee: Attendee| steps.iter().any(|step| step.attendee == attendee);
    let is_meant = |booking: &&Booking| {
        let live = booking.is_live(seating.now) && (is_seen || booking.holds_a_seat(seating.now));
        live && !is_told(booking.attendee)
    };
    seating.bookings.iter().filter(is_meant).filter_map(|one| one.attendee.person()).collect()
}
