//! Booking for one's people: those who can come, each with what stands in the way, several booked at one press, and what was
//! booked for them given up.

mod book; // several at one press
mod give_up; // what was booked for somebody, cancelled
mod line; // what stands in the way of each
mod mine; // for whom the asker may book
mod page; // who can be booked, and who is
mod together; // how many of a profession can go at one press

pub use book::book_people;
pub use give_up::give_up_for;
pub use page::people;

use super::stored::Stored;
use crate::ctx::Ctx;
use domain::coverage::Facts;
use domain::policy::{Action, reach};
use mine::Mine;

/// Whether the asker books for others, and any of theirs could come to this session or has a booking in it.
pub(super) fn has_people(ctx: &Ctx, facts: &Facts, stored: &Stored) -> bool {
    let books = !reach(&ctx.actor, Action::BookSeat).is_empty();
    books && Mine::of(ctx, facts, stored).all().next().is_some()
}
