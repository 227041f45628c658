//! When a team lets its people go to sessions: kept by its manager, told to whoever plans and books, and bookings that wait.

mod api; // server functions
mod api_requests; // server functions: bookings that wait
mod asks; // what a team asks
mod page; // a team's release
mod requests; // bookings that wait for me
mod told; // what a session's pages say of it
mod windows; // windows, days without, and how many stay

pub use page::ReleasePage;
pub use requests::SeatRequestsPage;
pub(crate) use told::{Declined, FromTeam, Warnings};
