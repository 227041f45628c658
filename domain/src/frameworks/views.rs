//! What pages show of the competency set: plain values that cross to the browser.

use super::Level;
use crate::codes::{Necessity, Origin, Strand};
use crate::disclosure::Shown;
use crate::ids::FrameworkVersionId;
use crate::redactions::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The version that holds today, from above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// `None` where nothing was ever published.
    pub version: Option<VersionTitle>,
    pub domains: Vec<DomainLine>,
    /// Whether the reader may put the set that ships in place: nothing is published yet, and they may.
    pub may_load: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionTitle {
    pub id: FrameworkVersionId,
    pub number: i32,
    pub title: String,
    pub published_from: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainLine {
    pub code: String,
    pub title: String,
    pub origin: Origin,
    /// The half of the set that its competencies belong to; `None` where they belong to both.
    pub strand: Option<Strand>,
    pub competencies: usize,
}

/// One domain, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainDetail {
    pub line: DomainLine,
    pub competencies: Vec<CompetencyDetail>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetencyDetail {
    pub code: String,
    pub title: String,
    pub statement: String,
    pub refresh_months: u32,
    pub rare_event: bool,
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
    pub asked_by: Vec<RoleAsks>,
}

/// What a role asks in a competency today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleAsks {
    pub role_title: String,
    pub level: Level,
    pub necessity: Necessity,
    pub critical: bool,
}

/// Every version, the newest first, for whoever drafts or publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    pub lines: Vec<VersionLine>,
    /// Whether the reader may start a draft: they may draft, and none is open.
    pub may_start: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    pub title: VersionTitle,
    pub stage: Stage,
    pub competencies: usize,
}

/// Where a version stands today, computed from its state and its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Draft,
    InReview,
    /// Published, and not yet in use.
    Coming,
    InUse,
    /// In use before a later version.
    Past,
}

impl Stage {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::InReview => "In review",
            Self::Coming => "Published, not yet in use",
            Self::InUse => "In use",
            Self::Past => "No longer in use",
        }
    }

    /// Whether it can still be changed.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::InReview)
    }
}

/// One version from above: a draft with what is left to do, or a published one as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftOverview {
    pub title: VersionTitle,
    pub stage: Stage,
    /// The number of the version that it follows.
    pub follows: Option<i32>,
    pub domains: Vec<DraftDomain>,
    /// Of how many old competencies it is said what becomes of them.
    pub answered: usize,
    pub to_answer: usize,
    /// What stands against publishing, in sentences.
    pub open_questions: Vec<String>,
    pub open_comments: usize,
    /// Whether the reader may change it, and whether they may publish it.
    pub may_edit: bool,
    pub may_publish: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftDomain {
    pub code: String,
    pub title: String,
    pub origin: Origin,
    pub competencies: Vec<DraftLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLine {
    pub code: String,
    pub title: String,
    pub open_comments: usize,
}

/// One competency of a draft, to be worded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftCompetency {
    pub version: VersionTitle,
    pub fields: super::drafting::CompetencyFields,
    /// The domains it can stand in.
    pub domains: Vec<(String, String)>,
    /// The old competencies that lead to it, as `Same as RSK-1 in version 1`.
    pub comes_from: Vec<String>,
    pub comments: Vec<CommentLine>,
    /// Whether it stands in a draft, and whether the reader may change it there.
    pub is_open: bool,
    pub may_edit: bool,
}

/// The crosswalk of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crosswalk {
    pub version: VersionTitle,
    /// The version whose competencies are answered.
    pub from: VersionTitle,
    pub lines: Vec<CrosswalkLine>,
    pub open_questions: Vec<String>,
    /// Whether it is that of a draft, and whether the reader may answer it.
    pub is_open: bool,
    pub may_edit: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrosswalkLine {
    pub code: String,
    pub title: String,
    pub relation: Option<crate::codes::CrosswalkRelation>,
    /// Code and title of each competency that it leads to.
    pub to: Vec<(String, String)>,
    pub asked_again: bool,
    /// Whether a competency it is said to be the same as is worded otherwise.
    pub reworded: bool,
}

/// One old competency, to be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrosswalkQuestion {
    pub version: VersionTitle,
    pub line: CrosswalkLine,
    pub statement: String,
    /// Code and title of everything in the draft.
    pub choices: Vec<(String, String)>,
}

/// What came of an answer to a crosswalk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerSaved {
    /// It was the answer already.
    Unchanged,
    /// The titles of the roles that are asked something else now, because what they are asked started again.
    Changed(Vec<String>),
}

impl AnswerSaved {
    /// In a sentence, about the old competency with this code.
    pub fn words(&self, code: &str) -> String {
        match self {
            Self::Unchanged => {
                format!("Nothing changed: this is what becomes of {code} already")
            }
            Self::Changed(roles) if roles.is_empty() => format!("Saved what becomes of {code}"),
            Self::Changed(roles) => format!(
                "Saved what becomes of {code}. What these roles are asked started again from the crosswalk: {}",
                roles.join(", ")
            ),
        }
    }
}

/// Roles with how much a draft asks of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRoles {
    pub version: VersionTitle,
    pub roles: Vec<DraftRole>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRole {
    pub code: String,
    pub title: String,
    pub core: usize,
    pub critical: usize,
    pub optional: usize,
}

/// What a draft asks of one role, competency by competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRequirements {
    pub version: VersionTitle,
    pub role: DraftRole,
    pub domains: Vec<(String, Vec<DraftRequirement>)>,
    /// Whether they are those of a draft, and whether the reader may change them.
    pub is_open: bool,
    pub may_edit: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRequirement {
    pub code: String,
    pub title: String,
    pub level: Option<Level>,
    /// `core`, `critical` or `optional`.
    pub way: String,
}

/// A comment on a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentLine {
    pub id: crate::ids::FrameworkCommentId,
    /// Code and title of the competency it is about; none where it is about the whole draft.
    pub about: Option<(String, String)>,
    pub name: String,
    /// Whether somebody invited wrote it, without an account.
    pub by_guest: bool,
    pub text: Words,
    pub written_at: chrono::NaiveDateTime,
    pub resolved: Option<(String, chrono::NaiveDateTime)>,
}

/// The comments on a draft, and who was invited to write some.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comments {
    pub version: VersionTitle,
    pub stage: Stage,
    pub lines: Vec<CommentLine>,
    /// Who was invited, and the last day on which their link works.
    pub invited: Vec<(String, NaiveDate)>,
    /// Code and title of everything in the draft.
    pub choices: Vec<(String, String)>,
    pub may_edit: bool,
}

/// A draft as somebody invited reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub version: VersionTitle,
    pub invited: String,
    pub ends_on: NaiveDate,
    pub domains: Vec<DomainDetail>,
    /// Their own comments, and those of others who came by the same link.
    pub comments: Vec<CommentLine>,
}

/// How coverage changes on the first day of a draft, were it published from then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    pub version: VersionTitle,
    pub from: NaiveDate,
    pub rows_are: crate::coverage::ScopeKind,
    /// Code and title of each domain of either version.
    pub columns: Vec<(String, String)>,
    pub rows: Vec<PreviewRow>,
    /// The row whose causes are told.
    pub opened: Option<PreviewCauses>,
    /// Organisations whose figures the reader may not see; they are in no row.
    pub left_out: Vec<String>,
    /// Whether there are rows of which the reader sees no exact figures.
    pub rounded: bool,
    pub open_questions: Vec<String>,
    pub may_publish: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    pub code: String,
    pub name: String,
    /// In the order of the columns.
    pub cells: Vec<PreviewCell>,
}

/// Requirements met, of requirements, before and after; none where nothing is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewCell {
    pub before: Option<Figure>,
    pub after: Option<Figure>,
}

/// Requirements met, as far as the reader may see them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figure {
    Exact(Met),
    Shown(Shown),
}

impl Figure {
    /// None where the reader sees no exact figure.
    pub const fn exact(self) -> Option<Met> {
        match self {
            Self::Exact(met) => Some(met),
            Self::Shown(_) => None,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    pub met: u32,
    pub of: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewCauses {
    pub code: String,
    pub name: String,
    /// Only what changes something here.
    pub causes: Vec<Cause>,
}

/// Old competencies and what they become, as far as it moves a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// `RSK-1 is split into RSK-1A and RSK-1B`.
    pub what: String,
    pub cell: PreviewCell,
}
