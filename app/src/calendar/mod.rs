//! My sessions in my calendar: the address at which it reads them.

mod api; // server functions
mod page; // made, replaced, ended

pub use page::MyCalendarPage;
