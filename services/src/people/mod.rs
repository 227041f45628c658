//! People and their posts: who is where, who starts, who leaves, what changes.

mod addresses; // work emails
mod change; // a post is different from a day on
mod end; // a post ends
mod find; // people by name or team
mod forms; // what the forms of posts offer
mod hold; // held while something about them is decided
mod managed; // posts within somebody's right to manage them
mod person; // one person
mod save; // a post and its terms into their tables
mod second_post; // one more post of somebody who is known
mod starter; // somebody new, with a first post

pub(crate) use addresses::{all_with_address, with_address, work_emails};
pub(crate) use find::known_by;
pub(crate) use hold::hold_people;
pub(crate) use managed::manages;

pub use change::{change_post, post_form};
pub use end::end_post;
pub use find::find;
pub use person::{competency, person};
pub use second_post::{add_post, new_post_form};
pub use starter::{add_starter, starter_form};
