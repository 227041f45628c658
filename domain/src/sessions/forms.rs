//! The decisions behind the forms of a session.

mod begin; // what a draft begins with
mod cancel; // that it does not take place
mod describe; // what, when, where, for whom
mod guest; // somebody who is not on record here
mod lead; // who leads it
mod quota; // seats that are kept
mod somebody; // a colleague, or somebody else by name

pub use begin::BeginFields;
pub use cancel::CancelSession;
pub use describe::{
    ABOUT_MOST, DescribeSession, EVERYBODY, MINUTES_LEAST, MINUTES_MOST, PLACE_MOST, SEATS_MOST,
    SessionFields, TITLE_MOST,
};
pub(in crate::sessions) use describe::{link, minutes, seats, time};
pub use guest::{AddGuest, GuestFields, OTHER_PROFESSION};
pub use lead::{AddLead, LeadFields};
pub use quota::{KeepSeats, QuotaFields};
pub use somebody::{NAME_MOST, Somebody};

#[cfg(test)]
mod tests;
