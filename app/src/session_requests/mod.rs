//! Teams' requests for sessions: asked and followed by a team, answered by educators.

mod api; // server functions
mod ask; // the form: a team asks
mod line; // a request, as both see it
mod open; // those that I can answer
mod team; // those of a team

pub use open::SessionRequestsPage;
pub use team::TeamSessionRequestsPage;
