//! The files of a return that people read: a workbook to filter, and a report to send. Both are written from its contents alone.

mod report; // as a document
mod said; // sentences that both have
mod told; // what codes are called, and how numbers are said
mod workbook; // as sheets

pub use report::return_report;
pub use workbook::return_workbook;
