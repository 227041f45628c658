//! Import: choose a file, look at what it would change, bring it in.

mod api;
mod choose; // which file
mod columns; // which columns a file needs
mod decide; // what is asked of files of one sort
mod report; // what a check found
mod run; // one file on its way

pub use choose::ImportPage;
pub use run::ImportRunPage;
