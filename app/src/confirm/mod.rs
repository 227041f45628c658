//! Confirm: requests that wait for an assessor, and claims that wait for a manager.

mod api; // server functions
mod claims; // "not part of my post", to decide
mod countersign; // the second of two signatures
mod decide; // the two forms: confirm, send back
mod request; // one request with what there is to judge it by
mod requests; // all that wait
mod several; // requests side by side
mod together; // what was seen of several people at once
mod unasked; // confirming without a request

pub use claims::Claims;
pub use countersign::CountersignPage;
pub use request::Request;
pub use requests::Requests;
pub use several::SeveralPage;
pub use together::ConfirmTogetherPage;
pub use unasked::{ConfirmPersonPage, DueAgainPage, ObservePage};
