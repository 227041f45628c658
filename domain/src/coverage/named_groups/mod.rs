//! Named groups: areas, organisations or teams that are asked about together, each a member from a day to a day.
//!
//! On a day, a group has the teams of those who are members then. Each person in them counts once, as in any wider row.

pub mod forms; // what somebody says of a group
pub mod views; // what pages show

use super::facts::Facts;
use super::query::Unit;
use crate::changing::{self, When, when};
use crate::dates::{Period, days_after};
use crate::ids::{GroupMemberId, NamedGroupId};
use crate::macros::codes;
use crate::organisations::TeamIndex;
use crate::refusal::Refusal;
use chrono::NaiveDate;

codes! {
    /// What the members of a group are, all of them: three boroughs, a provider collaborative, five home treatment teams.
    GroupOf, "kind of group" {
        Areas "areas" "Areas",
        Organisations "organisations" "Organisations",
        Teams "teams" "Teams",
    }
}

impl GroupOf {
    /// One of them, as a sentence names it, with its article.
    pub const fn one(self) -> &'static str {
        match self {
            Self::Areas => "an area",
            Self::Organisations => "an organisation",
            Self::Teams => "a team",
        }
    }

    /// The kind of group of which this can be a member; none for a group.
    pub const fn of_unit(unit: Unit) -> Option<Self> {
        match unit {
            Unit::Area(_) => Some(Self::Areas),
            Unit::Organisation(_) => Some(Self::Organisations),
            Unit::Team(_) => Some(Self::Teams),
            Unit::NamedGroup(_) => None,
        }
    }
}

/// The position of a group among the facts.
pub type GroupIndex = usize;

/// A group under a code that no area, organisation, team or other group has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedGroup {
    pub id: NamedGroupId,
    pub code: String,
    pub name: String,
    pub made_of: GroupOf,
    /// Everything that ever was a member, in the order of the first days.
    pub members: Vec<GroupMember>,
}

/// A member from a day to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupMember {
    pub id: GroupMemberId,
    /// An area, organisation or team.
    pub unit: Unit,
    pub held: Period,
}

impl GroupMember {
    pub fn when(&self, today: NaiveDate) -> When {
        when_member(self.held, today)
    }
}

impl NamedGroup {
    /// The members on a day.
    pub fn members_at(&self, day: NaiveDate) -> impl Iterator<Item = Unit> {
        let then = self.members.iter().filter(move |member| member.held.contains(day));
        then.map(|member| member.unit)
    }

    /// A group is over once all its members have left.
    pub fn when(&self, today: NaiveDate) -> When {
        let members = self.members.iter().map(|member| member.when(today));
        // What holds comes before what is ahead, and that before what is over.
        members.min().unwrap_or(When::Before)
    }

    /// From its first member's first day on.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let counted = self.members.iter().filter(|member| !member.held.is_backwards());
        counted.filter_map(|member| member.held.from).min()
    }
}

impl Facts {
    /// The members of a group on a day; none of a group that is not known.
    pub fn group_members(&self, group: GroupIndex, day: NaiveDate) -> impl Iterator<Item = Unit> {
        self.named_groups.get(group).into_iter().flat_map(move |group| group.members_at(day))
    }

    /// Whether a team, by its position, lies in or below an area, organisation or team on a day. No group is a member of another.
    pub fn holds(&self, unit: Unit, team: TeamIndex, day: NaiveDate) -> bool {
        let Some(of) = self.places.teams.get(team) else { return false };
        match unit {
            Unit::Team(at) => at == team,
            Unit::Organisation(at) => at == of.organisation,
            Unit::Area(at) => self.places.areas_of(of, day).any(|above| above == at),
            Unit::NamedGroup(_) => false,
        }
    }
}

/// Where a membership stands in time. What was taken back never began.
pub fn when_member(held: Period, today: NaiveDate) -> When {
    if held.is_backwards() { When::Before } else { when(held, today) }
}

/// # Errors
/// Refuses members that have left: what was so stays so.
pub fn refuse_left(held: Period, today: NaiveDate) -> Result<(), Refusal> {
    let sentence = "This member has left the group, and that it was one stays on record. Add it again from a later day instead.";
    let refused = || Refusal::rule("group-member-over", sentence);
    if when_member(held, today) == When::Before { Err(refused()) } else { Ok(()) }
}

/// # Errors
/// Refuses groups whose members have all left.
pub fn refuse_over(group: When) -> Result<(), Refusal> {
    let sentence =
        "This group has ended, and what it was stays on record. Add a member to begin it again.";
    match group {
        When::Before => Err(Refusal::rule("named-group-over", sentence)),
        When::Now | When::Ahead => Ok(()),
    }
}

/// The last day of a member that was added by mistake: the day before its first, so that it never counted. That it was added stays on
/// record.
///
/// # Errors
/// Refuses members that have left.
pub fn never_counted(held: Period, today: NaiveDate) -> Result<NaiveDate, Refusal> {
    refuse_left(held, today)?;
    let last_day = held.from.map(|first| days_after(first, -1));
    last_day.ok_or_else(changing::nothing_changed)
}

#[cfg(test)]
mod tests;
