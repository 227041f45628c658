//! What a later statement about a post changes: dated facts hold from its day, and yesterday keeps what it had (rules,
//! section 1).

use super::{Post, Terms};
use crate::codes::PostStatus;
use chrono::NaiveDate;

/// One of the dated facts of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatedFact {
    Team,
    Role,
    Fte,
    Category,
    Status,
    LineManager,
}

impl Terms {
    /// The facts in which two sets of terms differ, whatever their days.
    pub fn differences(&self, other: &Self) -> Vec<DatedFact> {
        [
            (DatedFact::Team, self.team != other.team),
            (DatedFact::Role, self.role != other.role),
            (DatedFact::Fte, self.fte != other.fte),
            (DatedFact::Category, self.category != other.category),
            (DatedFact::Status, self.status != other.status),
            (DatedFact::LineManager, self.line_manager != other.line_manager),
        ]
        .into_iter()
        .filter_map(|(fact, differs)| differs.then_some(fact))
        .collect()
    }
}

impl Post {
    /// The terms to record when a file that speaks of `day` states these; none where they hold that day already.
    ///
    /// Each fact is dated by itself: what a late file changes goes on into later terms, up to the day from which that
    /// same fact is on record as something else.
    pub fn restated(&self, stated: Terms, day: NaiveDate) -> Vec<Terms> {
        if self.terms.is_empty() {
            return vec![Terms { from: None, ..stated }];
        }
        self.changed(day, &stated, day)
    }

    /// The terms to record when a file that is the whole truth for `day` does not name the post: its holder has left.
    /// `None` where the post had ended, has not begun, or was left already.
    pub fn unnamed(&self, day: NaiveDate) -> Option<Terms> {
        let held = self.terms_at(day).filter(|_| self.held.contains(day))?;
        let left = Terms { from: Some(day), status: PostStatus::Left, ..*held };
        (held.status != PostStatus::Left).then_some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::PostCategory;
    use crate::dates::Period;
    use crate::fte::Fte;
    use crate::ids::PostId;

    const FIRST: Terms = Terms {
        from: None,
        team: 1,
        role: 1,
        fte: Fte::FULL,
        category: PostCategory::Permanent,
        status: PostStatus::Active,
        line_manager: None,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn post(terms: &[Terms]) -> Post {
        let held = Period::new(Some(day("2025-01-10")), Some(day("2026-12-31")));
        Post { id: PostId(uuid::Uuid::nil()), held, terms: terms.to_vec() }
    }

    #[test]
    fn what_is_first_said_holds_from_the_start_and_what_differs_later_from_its_day() {
        assert_eq!(post(&[]).restated(FIRST, day("2026-05-01")), [FIRST]);
        assert_eq!(post(&[FIRST]).restated(FIRST, day("2026-05-01")), []);
        let moved = Terms { team: 2, from: Some(day("2026-05-01")), ..FIRST };
        assert_eq!(
            post(&[FIRST]).restated(Terms { from: None, ..moved }, day("2026-05-01")),
            [moved]
        );
        assert_eq!(moved.differences(&FIRST), [DatedFact::Team]);
    }

    #[test]
    fn terms_are_compared_with_those_of_the_day_and_no_other() {
        let away = Terms { from: Some(day("2026-05-01")), status: PostStatus::Away, ..FIRST };
        let post = post(&[FIRST, away]);
        assert_eq!(post.restated(FIRST, day("2026-04-30")), []);
        assert!(!post.restated(FIRST, day("2026-05-01")).is_empty(), "back at work");
    }

    #[test]
    fn a_late_file_changes_a_fact_until_that_fact_changes_again() {
        let (march, june, september) = (day("2026-03-01"), day("2026-06-01"), day("2026-09-01"));
        let away = Terms { from: Some(june), status: PostStatus::Away, ..FIRST };
        let moved = Terms { from: Some(september), team: 3, ..away };
        let post = post(&[FIRST, away, moved]);
        let recorded = post.restated(Terms { team: 2, ..FIRST }, march);
        assert_eq!(
            recorded,
            [Terms { from: Some(march), team: 2, ..FIRST }, Terms { team: 2, ..away }]
        );
        let both = Terms { team: 2, fte: "0.5".parse().unwrap(), ..FIRST };
        let last = post.restated(both, march).pop().unwrap();
        assert_eq!(last, Terms { fte: both.fte, ..moved }, "the move of September stands");
    }

    #[test]
    fn a_post_that_a_complete_file_does_not_name_is_left_unless_it_was_over() {
        let left = post(&[FIRST]).unnamed(day("2026-05-01")).unwrap();
        assert_eq!((left.status, left.from), (PostStatus::Left, Some(day("2026-05-01"))));
        assert_eq!(post(&[FIRST, left]).unnamed(day("2026-06-01")), None, "once is enough");
        assert_eq!(post(&[FIRST]).unnamed(day("2025-01-09")), None, "not begun");
        assert_eq!(post(&[FIRST]).unnamed(day("2027-01-01")), None, "ended");
    }
}
