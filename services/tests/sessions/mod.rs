//! Teaching sessions: drafted, scheduled, read, booked, by many at once.

mod after; // what coming is afterwards
mod asking; // those who came are asked for feedback
mod attending; // who came, and who says so
mod booking; // who may, and from where
mod browsing; // day by day, and by filters
mod changing; // what becomes of bookings when a session or the people change
mod checking_in; // by a code
mod closing_gaps; // which a time would help to close
mod cutting; // fewer seats than are held
mod drafting; // who may, and what can be changed
mod entitlement; // what teams are due
mod figures; // what sessions were, and what one lacks
mod finding; // a time for a draft
mod giving_feedback; // what those who came say
mod guests; // people who are not on record here
mod inviting; // a team's people are told
mod leading; // who may lead, be found, and be told what
mod people; // booking for one's people
pub mod place; // practices, a mental health team, and sessions among them
mod planning; // one decision a page
mod practices; // who came to a monthly series, by practice
mod races; // many at once
mod random_acts; // the register beside whatever people book
mod reading; // what is shown to whom
mod recording; // what has taken place, and what a draft begins with
mod running; // those that run a step of a programme
mod scanning; // the address that checks in, as a QR code
mod scheduling; // what it takes
mod seats; // the waiting list, quotas, capacity
mod seeing; // what a session showed is confirmed
mod series; // sessions that recur by one rule
pub mod telling; // who is told what, by mail
mod telling_together; // one mail for one act on a series, and what stands in calendars
mod ticking; // many people, booked a page at a time
mod wellbeing; // how work has been for those who came
mod what_changed;
mod wishes; // whoever waits wishes otherwise // what a session changed, counted
