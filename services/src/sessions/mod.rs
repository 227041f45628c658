//! Teaching sessions: drafted, scheduled and cancelled by whoever runs them, read and booked by everybody.

mod attend; // who may book, and from which team
mod blank; // before anything is said of it
mod book; // one's own seat: booked, accepted, given up
mod booked; // who has a booking
mod cancel; // it does not take place, or somebody's booking is cancelled
mod check_in; // by a code that changes every minute
mod colleague; // who is meant by an email or a number
mod describe; // what, when, where, for whom
mod detail; // one session, opened
mod draft; // a new one
mod engaged; // in which other sessions people are
mod events; // what was recorded of bookings
mod form; // what the form of a session shows
mod hosts; // for whom a session is held
mod invited; // teams that are invited
mod leads; // who leads it
mod led; // leads as the rule and the pages look at them
mod lines; // a session as lists show it
mod list; // sessions to come, and those that were
mod locks; // what is held while something is decided
pub(crate) mod many; // as many as a file brings
mod mine; // the reader's own
mod outcomes; // what it is meant to lead to
mod own; // where the reader stands
mod quotas; // seats that are kept
mod register; // who came
mod room; // how many seats there are, and for whom
mod schedule; // from now on it can be booked
mod seats; // whose the seats are, and what becomes of them
mod settle; // what deadlines and release dates have freed
mod standing; // what a session must have to be scheduled
mod stored; // sessions as they are stored
mod times; // when one is
mod to_run; // one session, on the pages that change it
mod words; // which sessions hold the words that are looked for

pub use book::{accept, book, give_up};
pub use cancel::{cancel, cancel_booking};
pub use check_in::{CheckedIn, check_in, check_in_code, check_in_page};
pub use describe::change;
pub use detail::session;
pub use draft::draft;
pub use form::form;
pub use invited::{invite, uninvite};
pub use leads::{add_lead, remove_lead};
pub use list::{SessionsAsk, list};
pub use mine::mine;
pub use outcomes::{competencies, set_outcomes};
pub use quotas::{keep_seats, release_seats};
pub use register::{add_walk_in, close_register, register, reopen_register, take_register};
pub use schedule::schedule;
pub use settle::settle_all;
pub use to_run::to_run;

pub(crate) use stored::Stored;

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;

/// Passes everybody with an account.
fn may_read(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::ReadSessions, Resource::Installation, "this page")
}

/// Passes whoever runs sessions anywhere.
fn may_run_any(ctx: &Ctx) -> Result<()> {
    ctx.authorise_somewhere(Action::RunSessions, "this page")
}

/// What is not there, or not for the asker to see.
fn not_found() -> Error {
    Refusal::not_found("this session").into()
}
