//! Which returns are prepared by themselves.

mod api; // server functions
mod page; // place by place

pub use page::ReturnSchedulePage;
