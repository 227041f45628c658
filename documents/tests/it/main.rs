//! Documents as other programs and other people read them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

mod certificates; // what a certificate of attendance says
mod packs; // what a revalidation pack says
mod passports; // what a passport says, and that it is tagged
mod reader; // another program
mod reports; // what the report of a return says
mod returns; // a return to write files from
mod texts; // what people type
mod workbooks; // what a workbook says, and of which kind it is
