//! People: found by name or team, with their posts and, for those who may read it, their record.

mod api; // server functions
mod ask_for; // confirmation asked for on somebody's behalf
mod change; // the form: a post is different from a day on
mod competency; // one competency of somebody's record
mod end; // the form: a post ends
mod list; // people, searched
mod new_post; // the form: one more post
mod person; // one person
mod post_fields; // what every form of a post asks
mod posts; // somebody's posts
mod profiles; // roles, and their sign-off
mod record; // somebody's record

pub use change::ChangePostPage;
pub use competency::PersonCompetencyPage;
pub use end::EndPostPage;
pub use list::PeoplePage;
pub use new_post::NewPostPage;
pub use person::PersonPage;
pub use post_fields::PostFieldset;
