//! Who may say what about whom: the rules of confirming, recognising and asking (rules, section 3).

pub mod asking; // may a new request be made?
pub mod asking_for; // a manager asks for confirmation on somebody's behalf
pub mod assessing; // who can still confirm what
pub mod confirming; // may this assessor confirm this level on this evidence?
pub mod countersigning; // what pages show of a confirmation that waits for its second signature
pub mod done; // what was decided, in a sentence
pub mod expiring; // what expires when
pub mod forms; // the decisions behind the forms
pub mod importing; // what history from a file may say
pub mod load; // what confirming asks in a year, and who is missing
pub mod next_steps; // what is not met, and what would close it
pub mod observing; // confirming without a request
pub mod recognising; // the way out of an empty start
pub mod revoking; // a confirmation is revoked
pub mod signing_off; // a whole role profile
pub mod starting; // what is asked first of whoever never assessed themselves
pub mod together; // what was seen of several people at once
pub mod views; // what pages show

pub use confirming::{
    Assessor, Confirming, Countersigner, Founding, Second, Signatures, on_record,
};
