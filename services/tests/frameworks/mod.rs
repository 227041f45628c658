//! Versions of the framework: drafted, reviewed, published, and what a new one does to records and figures.

mod carrying; // records over versions
mod drafts; // what can be changed, and by whom
mod ordering; // what stands before what
mod packages; // a draft from a CASE package
pub mod place; // a framework that is drafted anew
mod previews; // figures before and after
mod replacing; // what other programs are told of it
mod reviews; // comments, and people invited
