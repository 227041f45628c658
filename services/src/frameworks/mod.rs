//! The competency set: what it says, what roles ask of it, and how a new version of it comes about.

mod comments; // on a draft, also by people invited
mod copying; // a version that says what another says
mod crosswalk; // what becomes of each old competency
mod download; // a version as a file
mod draft; // a version with everything in it
mod ordering; // what stands before what
mod preview; // what publishing would do to coverage
mod preview_sight; // who sees which figures exactly
mod publish; // from a day on
mod read; // the version that holds today
mod requirements; // what a draft asks of roles
mod versions; // all of them; a draft's life
mod wording; // domains and competencies of a draft

pub(crate) use copying::same;
pub(crate) use draft::{Draft, begun, open_draft};
pub(crate) use requirements::carried;
pub(crate) use wording::says_the_same;

pub use comments::{comment, comment_as_guest, comments, invite_to_comment, resolve, review};
pub use crosswalk::{answer, crosswalk, crosswalk_of};
pub use download::as_csv;
pub use ordering::{move_competency, move_domain};
pub use preview::preview;
pub use publish::publish;
pub use read::{domain, overview};
pub use requirements::{requirements_of, roles, set_requirements};
pub use versions::{delete, list, overview_of, send_to_review, start};
pub use wording::{
    competency_of, domain_of, remove_competency, remove_domain, word_competency, word_domain,
};

use domain::frameworks::Level;
use entities::competency;

/// What each level means in a competency, 1 to 5: in its own words, else in those for any competency.
pub(crate) fn descriptors(of: &competency::Model) -> Vec<String> {
    let own = [&of.level_1, &of.level_2, &of.level_3, &of.level_4, &of.level_5];
    let in_order = Level::ALL.iter().zip(own);
    in_order.map(|(level, own)| own.clone().unwrap_or_else(|| level.meaning().to_owned())).collect()
}
