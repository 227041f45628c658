//! Who holds a seat of a session, for whoever says whose booking is cancelled because there are to be fewer.

use super::booked::named;
use super::may_run_any;
use super::seats::Seats;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::ids::SessionId;
use domain::sessions::cutting::SeatHolder;
use domain::sessions::seats::Booking;

/// Everybody who holds a seat, by name; guests too. The list is noted, where there is anybody in it.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn seat_holders(ctx: &Ctx, id: SessionId) -> Result<Vec<SeatHolder>> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let Seats { seating, guests, .. } = Seats::load(&facts, db, &stored, ctx.rule_now()).await?;
    let holder = |booking: &Booking| {
        let attendee = booking.attendee;
        let (name, from) = named(&facts, &guests, (attendee, booking.team))?;
        Some(SeatHolder { attendee, name, from, answer_by: booking.answer_by })
    };
    let mut holders: Vec<SeatHolder> = seating.held().filter_map(holder).collect();
    holders.sort_by_cached_key(|one| (one.name.to_lowercase(), one.attendee));
    if !holders.is_empty() {
        viewings::note_list(ctx, &format!("bookings of session {}", stored.row.code)).await?;
    }
    Ok(holders)
}
