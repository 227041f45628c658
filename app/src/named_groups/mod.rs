//! Named groups: areas, organisations or teams that are asked about together; all of them, a new one, one that is kept, its members.

mod add; // a new group
mod api; // server functions
mod change; // a group and its members
mod fields; // who becomes a member, and when
mod list; // all groups
mod member; // one member

pub use add::AddNamedGroupPage;
pub use change::ChangeNamedGroupPage;
pub use list::NamedGroupsPage;
pub use member::GroupMemberPage;

use crate::coverage::PATH;
use crate::ui::Crumb;
use domain::coverage::address::CoverageAddress;
use domain::ids::NamedGroupId;

/// Where all groups are listed.
pub(crate) const GROUPS: &str = "/coverage/groups";

/// Where a group is kept.
fn kept_at(id: NamedGroupId) -> String {
    format!("{GROUPS}/{id}/change")
}

/// Where its figures are.
fn figures_of(code: &str) -> String {
    format!("{PATH}?{}", CoverageAddress::default().of_unit(code).query())
}

/// The pages above those on which a group is kept.
fn trail() -> Vec<Crumb> {
    vec![Crumb::new(PATH, "Coverage"), Crumb::new(GROUPS, "Named groups")]
}
