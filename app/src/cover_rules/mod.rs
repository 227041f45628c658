//! Cover rules: how many people of a team must hold what; all of them, a new one, one that is changed, ends or will not happen.

mod add; // a new rule
mod api; // server functions
mod change; // a rule that holds or is ahead
mod fields; // what a rule asks
mod list; // all rules, and what holds where there is none

pub use add::AddCoverRulePage;
pub use change::ChangeCoverRulePage;
pub use list::CoverRulesPage;

use crate::coverage::PATH;
use crate::ui::Crumb;

/// Where all rules are listed.
pub(crate) const RULES: &str = "/coverage/rules";

/// The pages above those on which a rule is kept.
fn trail() -> Vec<Crumb> {
    vec![Crumb::new(PATH, "Coverage"), Crumb::new(RULES, "Cover rules")]
}
