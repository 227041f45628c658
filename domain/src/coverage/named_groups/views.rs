//! What pages show of named groups: plain values that cross to the browser.

use super::GroupOf;
use super::forms::NamedGroupFields;
use crate::changing::When;
use crate::dates::Period;
use crate::ids::{GroupMemberId, NamedGroupId};
use crate::judgements::views::Choice;
use crate::paging::Paged;
use serde::{Deserialize, Serialize};

/// The groups of an installation, as far as the reader sees figures of them or keeps them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedGroups {
    /// Those that hold first, the ended ones last.
    pub groups: Paged<NamedGroupLine>,
    /// Whether the reader keeps groups of something.
    pub may_add: bool,
}

/// A group, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedGroupLine {
    pub id: NamedGroupId,
    pub code: String,
    pub name: String,
    pub made_of: GroupOf,
    /// The names of its members today.
    pub members: Vec<String>,
    pub when: When,
    /// Whether the reader sees figures of some team in it.
    pub may_see: bool,
    /// Whether the reader keeps it.
    pub may_change: bool,
}

/// What the form of a new group offers, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedGroupForm {
    /// `None` until it is said what the group is made of.
    pub made_of: Option<GroupOf>,
    pub fields: NamedGroupFields,
    /// What the reader may make a member.
    pub units: Vec<Choice>,
}

/// A group that the reader keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedGroupKept {
    pub line: NamedGroupLine,
    /// Those that are members, then those that will be, then those that were.
    pub members: Vec<GroupMemberLine>,
    /// What the reader may make a member, and from when on the form offers it.
    pub units: Vec<Choice>,
    pub starts_on: String,
}

/// A member, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMemberLine {
    pub id: GroupMemberId,
    pub code: String,
    pub name: String,
    pub held: Period,
    pub when: When,
    /// How it stands, as a change says that it was shown.
    pub shown: String,
}

/// A member that the reader ends or takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMemberKept {
    pub group: NamedGroupLine,
    pub member: GroupMemberLine,
}
