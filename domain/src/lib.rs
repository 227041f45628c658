//! The words and the rules of Esteem: pure functions over values and a date; no clock, no database, no web.

pub mod changing; // what holds from a day to a day, changed and ended
pub mod codes; // short lists shared by several features: kinds, states, settings, evidence
pub mod dates; // periods, refresh dates, the ways a date is written
pub mod disclosure; // what may be shown of people who are counted
pub mod drafts; // what somebody began to type and comes back to
pub mod fields; // what a person typed, and what was wrong with it
pub mod figures; // whole numbers as people read them
pub mod fte; // full-time equivalents, exact
pub mod ids; // one typed id per table
mod macros; // how ids and codes are declared
pub mod paging; // a part of a long list
pub mod refusal; // why something was not done, and what to do next
pub mod years; // 1 April to 31 March, and quarters

pub mod imports; // files that are brought in: their kinds, faults and questions

pub mod accounts; // what somebody signs in with
pub mod brought; // records from earlier employers
pub mod calendar; // sessions in people's calendars
pub mod entitlement; // how many sessions a team is due, has booked, and had
pub mod evidence; // what somebody shows: text, links, files
pub mod frameworks; // levels, versions, competencies
pub mod funding; // schemes that pay for sessions, and what teams claim
pub mod grants; // who is given which access where
pub mod help; // who can be asked for advice
pub mod inputs; // how mental health professionals reach a team
pub mod issuers; // whose records can be accepted here
pub mod jobs; // what is done by itself, and when
pub mod judgements; // who may say what about whom
pub mod organisations; // areas, organisations and teams, and where a team belongs
pub mod outbox; // mail that leaves Esteem
pub mod passport; // what is confirmed of a person, signed, to take along
pub mod patient_text; // the guard that keeps patients out of free text
pub mod people; // people and their posts
pub mod policy; // who may do what: the one table
pub mod programmes; // training packages: steps, audience, progress
pub mod protected_time; // what educators were promised, and what it is used for
pub mod redactions; // free texts that two people blank
pub mod release; // when a team lets its people go to sessions
pub mod reminders; // what somebody is reminded of
pub mod requirements; // what a role asks
pub mod session_requests; // what teams ask to be taught
pub mod sessions; // teaching sessions, and whose the seats are
pub mod sharing; // what an organisation lets others see
pub mod standing; // where a person stands in one competency at a date
pub mod supervision; // when, of which kind and how long; never what was said

pub mod coverage; // the figures
pub mod returns; // the figures of a place as they are published
