//! Booking for one's people: those who can come, each with what stands in the way, several booked at one press, and what was
//! booked for them given up.

mod book; // several at one press
mod give_up; // what was booked for somebody, cancelled
mod line; // what stands in the way of each
mod mine; // for whom the asker may book
mod page; // who can be booked, and who is

pub use book::book_people;
pub use give_up::give_up_for;
pub use page::people;
