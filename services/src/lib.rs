//! Esteem's use cases: authorise, load, decide, save and audit in one transaction, return a view; always in this order.

pub mod accounts; // sign-in, invitations, passwords
pub mod audit; // what was done, by whom, in the transaction that did it
pub mod brought; // records from earlier employers
pub mod calendar; // one's own sessions, read by one's own calendar
pub mod case; // published versions as CASE 1.0, for other programs
pub mod change; // one change: a transaction that ends with its audit entry
pub mod check; // what is stored, held against what must be
pub mod clock; // the one place that reads the time
pub mod ctx; // who asks, when, and with what database
pub mod db; // one way to reach both databases
pub mod demo; // a fictional Tower Hamlets
pub mod drafts; // what somebody began to type
pub mod error; // refused or failed
pub mod evidence; // what somebody shows: text, links, files
pub mod facts; // the facts in memory, as new as the database
pub mod frameworks; // the competency set, and how a new version of it comes about
pub mod imports; // files that are brought in
pub mod issuers; // whose records can be accepted here
pub mod jobs; // what is done by itself
pub mod judgements; // what people say of levels
pub mod outbox; // mail, kept until it is sent
pub mod reach; // what the asker may see, as lists of teams

pub mod cover_rules; // how many of a team must hold what
pub mod coverage; // figures
pub mod funding; // schemes that pay for sessions, and what teams claim
pub mod grants; // who may do what, where, since when
pub mod help; // who can be asked for advice
pub mod inputs; // how mental health professionals reach a team
pub mod local_measures; // what places measure besides
pub mod named_groups; // areas, organisations or teams that are asked about together
pub mod passport; // signed, taken along, checked
pub mod people; // who is where, who starts, who leaves
pub mod programmes; // training packages
pub mod protected_time; // what educators were promised, and what it is used for
pub mod redactions; // free texts that two people blank
pub mod reference; // the set that ships
pub mod release; // when teams let their people go to sessions
pub mod reminders; // the weekly digest
pub mod return_recipients; // whom returns are for
pub mod return_schedule; // which returns are prepared by themselves
pub mod returns; // the figures of a place as they are published
pub mod session_requests; // what teams ask to be taught
pub mod sessions; // teaching sessions, and whose the seats are
pub mod sharing; // what organisations let others see
pub mod supervision; // when somebody was supervised, and how long
pub mod teams; // who is in them, and where their people stand
pub mod viewings; // who looked at whose record

pub use ctx::{Ctx, Services};
pub use error::{Error, Result};
