//! Teaching sessions: drafted, scheduled, read, booked, by many at once.

mod attending; // who came, and who says so
mod booking; // who may, and from where
mod changing; // what becomes of bookings when a session or the people change
mod checking_in; // by a code
mod drafting; // who may, and what can be changed
mod leading; // who may lead, be found, and be told what
pub mod place; // practices, a mental health team, and sessions among them
mod races; // many at once
mod reading; // what is shown to whom
mod scheduling; // what it takes
mod seats; // the waiting list, quotas, capacity
