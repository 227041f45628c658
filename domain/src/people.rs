//! People and their posts, and whether a post is in scope at a date (rules, section 1).

pub mod changing; // what a change to a post records
pub mod counting; // people in a team, and what is met of what is asked
pub mod done; // what was done, in a sentence
pub mod due; // what needs doing, counted for a manager
pub mod forms; // the decisions behind the forms
pub mod restating; // what a later statement changes, and from when
pub mod team_views; // what pages show of teams
pub mod views; // what pages show of people and posts
pub mod written; // what staff systems write

use crate::codes::{PostCategory, PostStatus};
use crate::dates::{Period, days_after};
use crate::fte::Fte;
use crate::ids::{PersonId, PostId};
use crate::organisations::TeamIndex;
use chrono::NaiveDate;

pub type RoleIndex = usize;

/// The dated facts of a post: they hold from their day until later terms take over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// `None` for the terms as first recorded: they hold from the post's start.
    pub from: Option<NaiveDate>,
    pub team: TeamIndex,
    pub role: RoleIndex,
    pub fte: Fte,
    pub category: PostCategory,
    pub status: PostStatus,
    pub line_manager: Option<PersonId>,
}

impl Terms {
    /// Of terms in the order in which they were recorded, those that hold at `day`.
    pub fn latest<'a>(terms: impl Iterator<Item = &'a Self>, day: NaiveDate) -> Option<&'a Self> {
        terms.filter(|t| t.from.is_none_or(|from| from <= day)).max_by_key(|t| t.from)
    }

    /// Whether the post is one that figures leave out unless asked otherwise.
    pub const fn is_casual(&self) -> bool {
        matches!(self.category, PostCategory::Bank | PostCategory::Locum)
    }
}

/// A person in a team in a role, over time.
#[derive(Clone, Debug)]
pub struct Post {
    pub id: PostId,
    /// Start and leaving date, both inclusive.
    pub held: Period,
    /// In the order in which they were recorded.
    pub terms: Vec<Terms>,
}

/// How long after a post's end its holder is still within reach of whoever answered for them (rules, section 8).
pub const RECENTLY_DAYS: i64 = 90;

impl Post {
    /// Whether the post was over before `day`, by [`RECENTLY_DAYS`] at most.
    pub fn has_recently_ended(&self, day: NaiveDate) -> bool {
        self.held.ends_before(day) && !self.has_long_ended(day)
    }

    /// Whether the post was over more than [`RECENTLY_DAYS`] before `day`.
    pub fn has_long_ended(&self, day: NaiveDate) -> bool {
        self.held.ends_before(days_after(day, -RECENTLY_DAYS))
    }

    /// Whether its holder has left it by `day`: after its last day, or because its status says so.
    pub fn is_left(&self, day: NaiveDate) -> bool {
        let says_so = |terms: &Terms| terms.status == PostStatus::Left;
        self.held.ends_before(day) || self.terms_at(day).is_some_and(says_so)
    }

    /// The terms at `day`: the latest that hold from then or before; of two from one day, the one recorded later.
    pub fn terms_at(&self, day: NaiveDate) -> Option<&Terms> {
        Terms::latest(self.terms.iter(), day)
    }

    /// Whether the post counts at `day`; `team_open` tells whether a team is open that day.
    pub fn presence_at(
        &self,
        day: NaiveDate,
        include_bank: bool,
        team_open: impl Fn(TeamIndex) -> bool,
    ) -> Presence<'_> {
        let Some(terms) = self.terms_at(day).filter(|_| self.held.contains(day)) else {
            return Presence::Out;
        };
        if (terms.is_casual() && !include_bank) || !team_open(terms.team) {
            return Presence::Out;
        }
        match terms.status {
            PostStatus::Active => Presence::InScope(terms),
            PostStatus::Away => Presence::Away(terms),
            PostStatus::Left => Presence::Out,
        }
    }
}

/// How a post counts at a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence<'a> {
    /// In scope: it asks its requirements and counts in coverage.
    InScope(&'a Terms),
    /// It would be in scope if its holder were not away.
    Away(&'a Terms),
    Out,
}

impl<'a> Presence<'a> {
    /// The terms of a post that somebody holds, at work or away.
    pub const fn terms(self) -> Option<&'a Terms> {
        match self {
            Self::InScope(terms) | Self::Away(terms) => Some(terms),
            Self::Out => None,
        }
    }
}

/// A name as lists show it: `Surname, First name`.
pub fn listed_name(first: &str, last: &str) -> String {
    format!("{last}, {first}")
}

/// The words that are searched for, in small letters: parted by spaces, or by the comma of `Surname, First name`.
pub fn search_words(search: &str) -> Vec<String> {
    let words = search.split(|letter: char| letter.is_whitespace() || letter == ',');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether every word of `search` stands in a text, in any case and order.
pub fn holds_words(text: &str, search: &str) -> bool {
    let text = text.to_lowercase();
    search_words(search).iter().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_it_is_spoken_and_as_lists_show_it() {
        let name = "Farzana Noor";
        assert!(holds_words(name, "farzana noor") && holds_words(name, "Noor, Farzana"));
        assert!(holds_words(name, " noor,far ") && holds_words(name, ""));
        assert!(!holds_words(name, "Noor, Amina"));
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn terms(from: Option<&str>, category: PostCategory, status: PostStatus, team: usize) -> Terms {
        let from = from.map(day);
        Terms { from, team, role: 0, fte: Fte::FULL, category, status, line_manager: None }
    }

    fn post(terms: Vec<Terms>) -> Post {
        let held = Period::new(Some(day("2025-01-10")), Some(day("2026-01-10")));
        Post { id: PostId(uuid::Uuid::nil()), held, terms }
    }

    fn counts(post: &Post, on: &str, include_bank: bool) -> bool {
        matches!(post.presence_at(day(on), include_bank, |_| true), Presence::InScope(_))
    }

    #[test]
    fn a_post_counts_from_its_start_to_its_leaving_date_inclusive() {
        let post = post(vec![terms(None, PostCategory::Permanent, PostStatus::Active, 0)]);
        assert!(counts(&post, "2025-01-10", false) && counts(&post, "2026-01-10", false));
        assert!(!counts(&post, "2025-01-09", false) && !counts(&post, "2026-01-11", false));
    }

    #[test]
    fn a_post_is_left_after_its_last_day_or_when_its_status_says_so_and_not_while_its_holder_is_away()
     {
        let with = |status| post(vec![terms(None, PostCategory::Bank, status, 0)]);
        let left = |status, on| with(status).is_left(day(on));
        assert!(!left(PostStatus::Active, "2026-01-10") && left(PostStatus::Active, "2026-01-11"));
        assert!(!left(PostStatus::Away, "2025-06-01") && left(PostStatus::Left, "2025-06-01"));
        assert!(!left(PostStatus::Active, "2025-01-09"), "one that is to begin");
    }

    #[test]
    fn bank_and_locum_posts_count_only_when_asked_for() {
        for category in [PostCategory::Bank, PostCategory::Locum] {
            let post = post(vec![terms(None, category, PostStatus::Active, 0)]);
            assert!(!counts(&post, "2025-06-01", false));
            assert!(counts(&post, "2025-06-01", true));
        }
    }

    #[test]
    fn a_closed_team_takes_its_posts_out() {
        let post = post(vec![terms(None, PostCategory::Permanent, PostStatus::Active, 7)]);
        let presence = post.presence_at(day("2025-06-01"), false, |team| team != 7);
        assert_eq!(presence, Presence::Out);
    }

    #[test]
    fn terms_hold_from_their_day_and_a_move_leaves_yesterday_alone() {
        let post = post(vec![
            terms(None, PostCategory::Permanent, PostStatus::Active, 1),
            terms(Some("2025-09-01"), PostCategory::Permanent, PostStatus::Active, 2),
            terms(Some("2025-09-01"), PostCategory::Permanent, PostStatus::Away, 3),
        ]);
        assert_eq!(post.terms_at(day("2025-08-31")).unwrap().team, 1);
        assert_eq!(
            post.terms_at(day("2025-09-01")).unwrap().team,
            3,
            "the later record of one day"
        );
        assert!(matches!(post.presence_at(day("2025-09-02"), false, |_| true), Presence::Away(_)));
    }
}
