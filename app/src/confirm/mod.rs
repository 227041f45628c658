//! Confirm: requests that wait for an assessor, and claims that wait for a manager.

mod api; // server functions
mod claims; // "not part of my post", to decide
mod decide; // the two forms: confirm, send back
mod request; // one request with what there is to judge it by
mod requests; // all that wait

pub use claims::Claims;
pub use request::Request;
pub use requests::Requests;
