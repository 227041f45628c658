//! Why somebody who is, was or will be in a unit does not count in its figure.

use super::Figure;
use crate::codes::{CareLevel, CareSetting, PostCategory, PostStatus};
use crate::coverage::query::Query;
use crate::coverage::tally::Frame;
use crate::dates::days_after;
use crate::people::{Post, RECENTLY_DAYS, Terms};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why somebody does not count. Of several posts, the reason that comes first here is told: the one that is nearest to counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LeftOut {
    /// Exempt from all that their posts ask here.
    Exempt,
    /// Their posts here ask nothing of the item.
    NothingAsked,
    /// Away from work; they would be asked something if they were not. Since when, where that was recorded later than the post.
    Away { since: Option<NaiveDate> },
    /// The row is of another group than that of their role, or their role has none.
    OtherGroup,
    /// The figure is of another care setting.
    OtherSetting(CareSetting),
    /// The figure is of another care level, or the team has none.
    OtherCareLevel(Option<CareLevel>),
    /// Bank or locum.
    Casual(PostCategory),
    /// Their team is not open on the day.
    TeamClosed { from: Option<NaiveDate>, to: Option<NaiveDate> },
    /// The post had ended, by 90 days at most. Its last day, where that is known.
    Ended { on: Option<NaiveDate> },
    /// The post is yet to begin.
    NotStarted { on: NaiveDate },
}

/// The unit of a figure without its filters: everybody there could be asked why they do not count.
pub(super) struct Filters<'f> {
    figure: Figure<'f>,
    unfiltered: Frame<'f>,
}

impl<'f> Filters<'f> {
    /// `unfiltered` is what [`Self::unfiltered`] gives.
    pub fn new(figure: Figure<'f>, unfiltered: Frame<'f>) -> Self {
        Self { figure, unfiltered }
    }

    pub fn unfiltered(query: &Query) -> Query {
        Query { setting: None, care_level: None, ..query.clone() }
    }

    /// Why a post in the unit does not count, with its terms; none where it counts, where it is elsewhere, and where it ended long ago.
    pub fn why<'p>(&self, post: &'p Post) -> Option<(LeftOut, &'p Terms)> {
        let query = self.figure.query;
        let day = query.as_at;
        let terms = post.terms_at(day).or(post.terms.first())?;
        let team = self.unfiltered.facts.places.teams.get(terms.team)?;
        if self.unfiltered.unit(terms.team) != Some(self.figure.unit) || post.has_long_ended(day) {
            return None;
        }
        let role = self.unfiltered.facts.roles.get(terms.role);
        let in_group =
            query.group.is_none_or(|by| role.and_then(|role| role.group(by)) == self.figure.group);
        let starts = post.held.from.or(terms.from).filter(|from| *from > day);
        let left =
            (terms.status == PostStatus::Left).then(|| terms.from.map(|from| days_after(from, -1)));
        let is_old = |on: NaiveDate| on < days_after(day, -RECENTLY_DAYS);
        let why = if let Some(on) = starts {
            LeftOut::NotStarted { on }
        } else if post.held.ends_before(day) {
            LeftOut::Ended { on: post.held.to }
        } else if let Some(on) = left {
            if on.is_some_and(is_old) {
                return None;
            }
            LeftOut::Ended { on }
        } else if !team.open.contains(day) {
            LeftOut::TeamClosed { from: team.open.from, to: team.open.to }
        } else if terms.is_casual() && !query.include_bank {
            LeftOut::Casual(terms.category)
        } else if query.care_level.is_some_and(|level| Some(level) != team.care_level) {
            LeftOut::OtherCareLevel(team.care_level)
        } else if query.setting.is_some_and(|setting| setting != team.setting) {
            LeftOut::OtherSetting(team.setting)
        } else if !in_group {
            LeftOut::OtherGroup
        } else if terms.status == PostStatus::Away {
            LeftOut::Away { since: terms.from }
        } else {
            return None;
        };
        Some((why, terms))
    }
}
