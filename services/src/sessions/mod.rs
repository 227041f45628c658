//! Teaching sessions: drafted, scheduled and cancelled by whoever runs them, read and booked by everybody.

mod agenda; // a month or a week of sessions
mod ahead; // who has a seat in those to come
mod approval; // who stays in a team when others go
mod approve; // a request, answered
mod asking; // people ask for seats, and which of them wait for a team manager
mod attend; // who may book, and from which team
mod attended; // what registers say of people
mod begin; // what a draft begins with
mod blank; // before anything is said of it
mod book; // one's own seat: booked, accepted, given up
mod booked; // who has a booking, and what they are called in lists
mod came; // who came to several at once, and from which team
mod cancel; // it does not take place, or somebody's booking is cancelled
mod certificate; // for whoever came
mod changed; // for whoever teaches it
mod check_in; // by a code that changes every minute
mod colleague; // who is meant by an email or a number
mod concerned; // whom a change of sessions concerns
mod copy; // a session like another
mod describe; // what, when, where, for whom
mod detail; // one session, opened
mod draft; // a new one
mod engaged; // in which other sessions people are
mod entitlement; // how many sessions teams are due, have booked, and had
mod entries; // sessions as a calendar shows them
mod events; // what was recorded of bookings
mod feedback; // of those who came
mod filters; // which sessions a filter lets through
mod finding; // a time for a draft
mod form; // what the form of a session shows
mod guests; // people who are not on record here
mod held; // how many seats are held, counted by the database
mod holders; // who holds a seat
mod hosts; // for whom a session is held
mod invitations; // people of invited teams are told
mod invited; // teams that are invited
mod leads; // who leads it
mod least; // the fewest people and professions that one asks for
mod led; // leads as the rule and the pages look at them
mod letters; // the mails about one, in words
mod lines; // a session as lists show it
mod list; // sessions to come, and those that were
mod locked; // a session whose seats are held
mod locks; // what is held while something is decided
mod mails; // what is to be told, put into the outbox
pub(crate) mod many; // as many as a file brings
mod mine; // the reader's own
mod on_behalf; // who acted for somebody else
mod outcomes; // what it is meant to lead to
mod own; // where the reader stands
mod parts; // what somebody has in some sessions
mod people; // booking for one's people
mod planning; // one decision a page
mod quotas; // seats that are kept
mod record; // one that has taken place, and was not written down before
mod register; // who came
mod released; // what teams' release says of one
mod remind; // people are reminded of those that are near, and asked about those that were
mod requests; // bookings that wait for a team manager
mod room; // how many seats there are, and for whom
mod runs; // those that run a step of a programme
mod schedule; // from now on it can be booked
mod seats; // whose the seats are, and what becomes of them
mod seen; // what a session showed is confirmed
pub mod series; // sessions that recur by one rule
mod settle; // what deadlines and release dates have freed
mod standing; // what a session must have to be scheduled
mod stored; // sessions as they are stored
mod tally; // what sessions were, in figures
mod tell; // who is to be told what becomes of it
mod times; // when one is
mod to_run; // one session, on the pages that change it
mod wellbeing; // of those who came, as counts
mod whole; // what stands in a calendar under one name
mod wish; // whoever waits wishes otherwise
mod words; // which sessions hold the words that are looked for

pub use agenda::{A_DAY_OF_A_MONTH, A_DAY_OF_A_WEEK, agenda};
pub(crate) use ahead::seats_ahead;
pub use approve::{approve, decline};
pub(crate) use attend::team_on;
pub(crate) use attended::{Known, known_at, known_of, to_assess_again};
pub use begin::Begin;
pub use book::{accept, book, give_up};
pub use cancel::{cancel, cancel_booking};
pub use certificate::certificate;
pub use check_in::{CheckedIn, check_in, check_in_code, check_in_page};
pub use describe::change;
pub use detail::session;
pub use draft::{draft, draft_from};
pub(crate) use entitlement::due as sessions_due;
pub use entitlement::entitlements;
pub(crate) use entitlement::of_teams as entitlements_of;
pub(crate) use entitlement::{Taught, taught_to};
pub(crate) use entries::entries;
pub use entries::{own_entry, own_series_entry};
pub(crate) use events::{by_session, events_of};
pub(crate) use feedback::feedback_asked;
pub use feedback::{feedback_page, give_feedback};
pub use finding::{times, use_time};
pub use form::{form, form_from};
pub use guests::{accept_for_guest, add_guest, guests, remove_guest};
pub use holders::seat_holders;
pub use invited::{invite, uninvite};
pub use leads::{add_lead, remove_lead};
pub(crate) use letters::letter_for;
pub use list::list;
pub use mine::mine;
pub(crate) use on_behalf::Actors;
pub use outcomes::{competencies, set_outcomes};
pub use people::{book_people, give_up_for, people};
pub use planning::{draft_planned, keep_step, plan};
pub use quotas::{keep_seats, release_seats};
pub use record::{record, took_place};
pub use register::{add_walk_in, close_register, register, reopen_register, take_register};
pub(crate) use remind::remind;
pub use requests::requests;
pub(crate) use requests::{AllRequested, requests_in, requests_waiting};
pub use runs::run_step;
pub(crate) use runs::{next_of, taken, taken_by};
pub use schedule::schedule;
pub use seen::{confirm_seen, session_seen};
pub use settle::settle_all;
pub(crate) use tally::held as in_figures;
pub use tally::{figures, figures_csv};
pub(crate) use times::{begun_in, of_year, of_years, slot_of, state_of};
pub use to_run::to_run;
pub use wish::change_wish;

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
