//! Who can help? The mental health links of one's teams, colleagues who agreed to be asked, and one's own agreement.

mod api; // server functions
mod find; // the page of those who can be asked
mod helper; // one of them
mod links; // the mental health links of one's teams
mod own; // the page of one's own agreement

pub use find::WhoCanHelpPage;
pub use own::MyHelpPage;
