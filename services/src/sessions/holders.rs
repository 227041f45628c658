//! Who holds a seat of a session, for whoever says whose booking is cancelled because there are to be fewer.

use super::booked::team_name;
use super::may_run_any;
use super::seats::Seats;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::viewings;
use domain::coverage::Facts;
use domain::ids::SessionId;
use domain::people::listed_name;
use domain::sessions::Attendee;
use domain::sessions::cutting::SeatHolder;
use domain::sessions::seats::Booking;
use entities::session_guest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Everybody who holds a seat, by name; guests too. The list is noted, where there is anybody in it.
///
/// # Errors
/// Refuses sessions that the asker does not run, as not found.
pub async fn seat_holders(ctx: &Ctx, id: SessionId) -> Result<Vec<SeatHolder>> {
    may_run_any(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::run_by(ctx, &facts, db, id).await?;
    let seats = Seats::load(&facts, db, &stored, ctx.rule_now()).await?.seating;
    let guests = session_guest::Entity::find()
        .filter(session_guest::Column::SessionId.eq(id))
        .all(db)
        .await?;
    let holder = |booking: &Booking| holder(&facts, &guests, booking);
    let mut holders: Vec<SeatHolder> = seats.held().filter_map(holder).collect();
    holders.sort_by_cached_key(|one| (one.name.to_lowercase(), one.attendee));
    if !holders.is_empty() {
        viewings::note_list(ctx, &format!("bookings of session {}", stored.row.code)).await?;
    }
    Ok(holders)
}

/// Somebody on record, or a guest of the session.
fn holder(facts: &Facts, guests: &[session_guest::Model], booking: &Booking) -> Option<SeatHolder> {
    let attendee = booking.attendee;
    let (name, from) = match attendee {
        Attendee::Person(id) => {
            let person = facts.person(id)?;
            let team = team_name(facts, booking.team).unwrap_or_default();
            (listed_name(&person.first_name, &person.last_name), team)
        }
        Attendee::Guest(id) => {
            let guest = guests.iter().find(|guest| guest.id == id)?;
            (guest.name.clone(), guest.organisation.clone())
        }
    };
    Some(SeatHolder { attendee, name, from, answer_by: booking.answer_by })
}
