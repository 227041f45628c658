//! Framework versions: drafted, answered, reviewed, looked at beforehand, published.

mod api; // server functions: versions, words, publishing
mod api_review; // server functions: comments, and people invited
mod comments; // what was said of a draft
mod competency; // one competency, to be worded
mod crosswalk; // what becomes of each old competency
mod domain_page; // one domain, to be worded
mod draft; // a version from above
mod list; // every version
mod order; // what stands before what
mod preview; // what publishing would do to coverage
mod publish; // the day, the preview, the act
mod read_only; // in place of forms where nothing can be changed
mod requirements; // what a draft asks of roles
mod review; // a draft as somebody invited reads it

pub use comments::DraftCommentsPage;
pub use competency::{DraftCompetencyPage, NewDraftCompetencyPage};
pub use crosswalk::{CrosswalkPage, CrosswalkQuestionPage};
pub use domain_page::{DraftDomainPage, NewDraftDomainPage};
pub use draft::DraftPage;
pub use list::FrameworkVersionsPage;
pub use publish::PublishDraftPage;
pub use requirements::{DraftRequirementsPage, DraftRolesPage};
pub use review::ReviewPage;

use crate::ui::{Choice, Crumb};

/// The pages above those of a version.
fn trail(number: i32) -> Vec<Crumb> {
    let version = Crumb::new(format!("/frameworks/{number}"), format!("Version {number}"));
    let mut above = top();
    above.push(version);
    above
}

fn top() -> Vec<Crumb> {
    vec![Crumb::new("/", "Home"), Crumb::new("/frameworks", "Framework versions")]
}

/// Codes and titles as answers of a list.
fn choices(codes: Vec<(String, String)>) -> Vec<Choice> {
    codes.into_iter().map(|(code, title)| Choice::new(&code, format!("{code} {title}"))).collect()
}
