//! Files are checked whole, told in full, and merged altogether or not at all.

mod attendance; // who booked and who came
pub mod case; // frameworks as CASE 1.0 packages, in and out
mod evidence; // competences and certificates
mod files; // files that are no tables
mod framework; // competencies, roles, requirements, and the set that ships
mod judgements; // history
mod merging; // one transaction, by whoever may
mod national; // the national files, whole
mod outside; // sessions that protected time does not cover
mod places; // areas, organisations, teams
mod same_person; // two numbers, one person?
mod sessions; // teaching sessions
pub mod small_place; // a place small enough to see at once
mod staff; // people and posts
mod strangers; // evidence of people who are not on record
mod templates; // empty files of every kind
mod whole_places; // the sample place and the edge place

pub use merging::with_grant;
