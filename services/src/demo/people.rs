//! The people of the demonstration and their posts.

use chrono::{Datelike, NaiveDate};
use domain::codes::PostCategory;
use domain::dates::days_after;

/// How much of the past is told.
pub(super) const HISTORY_DAYS: i64 = 730;

#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) email: String,
    /// The first is the main one.
    pub(super) posts: Vec<Post>,
    pub(super) manager: Option<usize>,
}

#[derive(Clone, Debug)]
pub(super) struct Post {
    pub(super) team: usize,
    pub(super) role: &'static str,
    /// In hundredths.
    pub(super) fte: u32,
    pub(super) category: PostCategory,
    pub(super) away: bool,
    pub(super) start: NaiveDate,
    pub(super) leaving: Option<NaiveDate>,
}

impl Person {
    /// The first and the last day of the main post.
    pub(super) fn held(&self) -> Option<(NaiveDate, NaiveDate)> {
        let post = self.posts.first()?;
        Some((post.start, post.leaving.unwrap_or(NaiveDate::MAX)))
    }

    pub(super) fn role(&self) -> &'static str {
        self.posts.first().map_or("", |post| post.role)
    }

    pub(super) fn team(&self) -> Option<usize> {
        self.posts.first().map(|post| post.team)
    }
}

/// An employee number: `E000001` for the first person.
pub(super) fn number(person: usize) -> String {
    format!("E{:06}", person + 1)
}

/// The Monday of the week: posts start on Mondays, and so does the history.
pub(super) fn monday(day: NaiveDate) -> NaiveDate {
    days_after(day, -i64::from(day.weekday().num_days_from_monday()))
}
