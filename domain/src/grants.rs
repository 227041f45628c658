//! Grants: who is given which access where; the rights behind them stand in `policy`.

pub mod forms; // the decisions behind the forms
pub mod views; // what pages show

pub use forms::NewGrant;

use crate::codes::GrantKind;
use crate::refusal::Refusal;

impl GrantKind {
    /// What the grant lets its holder do inside its scope, in a sentence (rules, section 8).
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::LineManager => {
                "Sees status and confirmed levels of their people, asks for confirmation on their behalf, and decides \
                 what is not part of a post."
            }
            Self::TeamManager => {
                "As a line manager, and looks after starters, leavers and posts: the practice manager."
            }
            Self::PracticeLead => {
                "Sees the team’s matrix of skills, and asks for confirmation on behalf of its people."
            }
            Self::Assessor => "Finds people by name and team, and decides their requests.",
            Self::Educator => "Creates and runs sessions, and sees how many people need what.",
            Self::WorkforceLead => {
                "Sees exact coverage, recognises levels, prepares returns, and gives grants inside their scope."
            }
            Self::Approver => "Reads and approves returns.",
            Self::FrameworkEditor => {
                "Drafts frameworks and requirements, for the whole installation: choose Everywhere."
            }
            Self::InformationGovernance => {
                "Sets what organisations share, answers subject access, and reads the logs."
            }
            Self::Administrator => {
                "Manages organisations, teams, roles, accounts and grants. Makes no judgements and reads no records."
            }
            Self::Auditor => "Reads the audit log, returns and frameworks.",
        }
    }
}

/// What came of giving a grant, in a sentence.
pub const fn outcome(is_new: bool) -> &'static str {
    if is_new {
        "The grant is given, from today"
    } else {
        "Nothing changed: this grant is held already"
    }
}

/// Whether what is about to be done leaves an administrator: `others` is how many could still sign in and hold the
/// grant everywhere without a last day.
///
/// # Errors
/// Refuses to leave nobody: access could then be mended at the command line only.
pub fn leaves_an_administrator(others: usize) -> Result<(), Refusal> {
    if others > 0 {
        return Ok(());
    }
    Err(Refusal::rule(
        "last-administrator",
        "This is the last administrator. Make somebody else administrator first, everywhere and without a last day.",
    ))
}
