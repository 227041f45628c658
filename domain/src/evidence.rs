//! Evidence as things of their own: what somebody did, with a link or a file, about one competency or several.

pub mod courses; // what files call a course, and what comes of it
pub mod files; // what a file is, by its content; what it is called
pub mod forms; // the decisions behind the forms
pub mod links; // addresses that may be opened
pub mod pictures; // pictures without what the camera wrote beside them
pub mod revalidation; // what it comes to for each regulator
pub mod views; // what pages show
