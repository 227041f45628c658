//! What a change to a post records: it holds from its day, and what was planned for later days stays planned (rules,
//! section 1).

use super::restating::DatedFact;
use super::{Post, Terms};
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Post {
    /// The day on which a post is shown: today, or the nearest day on which it is held.
    pub fn shown_on(&self, today: NaiveDate) -> NaiveDate {
        let begun = self.held.from.map_or(today, |from| from.max(today));
        self.held.to.map_or(begun, |to| to.min(begun))
    }

    /// The days from which other terms hold, in order.
    pub fn days_of_change(&self) -> BTreeSet<NaiveDate> {
        self.terms.iter().filter_map(|terms| terms.from).collect()
    }

    /// The terms to record so that `wanted` holds from `from` on; none where it does already.
    ///
    /// Somebody was shown the terms of `shown_on` and made them `wanted`: only the facts in which these two differ are
    /// changed. A change of the same fact that was planned for a later day stays.
    pub fn changed(&self, shown_on: NaiveDate, wanted: &Terms, from: NaiveDate) -> Vec<Terms> {
        let (Some(shown), Some(held)) = (self.terms_at(shown_on), self.terms_at(from)) else {
            return Vec::new();
        };
        let mut facts = shown.differences(wanted);
        let mut recorded = vec![(*held, Terms { from: Some(from), ..held.taking(&facts, wanted) })];
        let mut before = held;
        let later = self.days_of_change().into_iter().filter(|day| *day > from);
        for planned in later.filter_map(|day| self.terms_at(day)) {
            if planned.from > Some(shown_on) {
                let planned_facts = before.differences(planned);
                facts.retain(|fact| !planned_facts.contains(fact));
            }
            recorded.push((*planned, planned.taking(&facts, wanted)));
            before = planned;
        }
        recorded.retain(|(planned, now)| !planned.differences(now).is_empty());
        recorded.into_iter().map(|(_, now)| now).collect()
    }
}

impl Terms {
    /// These terms with some facts as `other` has them.
    fn taking(mut self, facts: &[DatedFact], other: &Self) -> Self {
        for fact in facts {
            match fact {
                DatedFact::Team => self.team = other.team,
                DatedFact::Role => self.role = other.role,
                DatedFact::Fte => self.fte = other.fte,
                DatedFact::Category => self.category = other.category,
                DatedFact::Status => self.status = other.status,
                DatedFact::LineManager => self.line_manager = other.line_manager,
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{PostCategory, PostStatus};
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

    fn on(from: &str, terms: Terms) -> Terms {
        Terms { from: Some(day(from)), ..terms }
    }

    fn post(terms: &[Terms]) -> Post {
        let held = Period::new(Some(day("2025-01-10")), Some(day("2026-12-31")));
        Post { id: PostId(uuid::Uuid::nil()), held, terms: terms.to_vec() }
    }

    /// The post once the terms are recorded.
    fn after(post: &Post, recorded: &[Terms]) -> Post {
        let terms = post.terms.iter().chain(recorded).copied().collect();
        Post { terms, ..post.clone() }
    }

    #[test]
    fn a_post_is_shown_as_it_stands_today_or_on_the_nearest_day_it_is_held() {
        let post = post(&[FIRST]);
        let shown = |today: &str| post.shown_on(day(today)).to_string();
        assert_eq!(shown("2024-12-01"), "2025-01-10");
        assert_eq!(shown("2026-05-04"), "2026-05-04");
        assert_eq!(shown("2027-01-01"), "2026-12-31");
    }

    #[test]
    fn a_change_holds_from_its_day_and_the_day_before_keeps_what_it_had() {
        let (post, today) = (post(&[FIRST]), day("2026-05-04"));
        let recorded = post.changed(today, &Terms { team: 2, ..FIRST }, today);
        assert_eq!(recorded, [on("2026-05-04", Terms { team: 2, ..FIRST })]);
        let after = after(&post, &recorded);
        assert_eq!(after.terms_at(day("2026-05-03")).unwrap().team, 1);
        assert_eq!(after.terms_at(today).unwrap().team, 2);
        assert_eq!(post.changed(today, &FIRST, today), [], "nothing was changed");
    }

    #[test]
    fn a_second_change_on_one_day_replaces_the_first() {
        let today = day("2026-05-04");
        let post = post(&[FIRST, on("2026-05-04", Terms { team: 2, ..FIRST })]);
        let recorded = post.changed(today, &Terms { team: 3, ..FIRST }, today);
        assert_eq!(recorded, [on("2026-05-04", Terms { team: 3, ..FIRST })]);
    }

    #[test]
    fn what_was_planned_for_a_later_day_stays_planned() {
        // Away from September. In May the role changes; in September the holder is away, in the new role.
        let away = on("2026-09-01", Terms { status: PostStatus::Away, ..FIRST });
        let post = post(&[FIRST, away]);
        let (today, wanted) = (day("2026-05-04"), Terms { role: 2, ..FIRST });
        let recorded = post.changed(today, &wanted, today);
        let expected = [on("2026-05-04", wanted), Terms { role: 2, ..away }];
        assert_eq!(recorded, expected);
        // A change of the status itself ends where another was planned.
        let left = Terms { status: PostStatus::Left, ..FIRST };
        let recorded = after(&post, &post.changed(today, &left, today));
        assert_eq!(recorded.terms_at(day("2026-08-31")).unwrap().status, PostStatus::Left);
        assert_eq!(recorded.terms_at(day("2026-09-01")).unwrap().status, PostStatus::Away);
    }

    #[test]
    fn only_what_was_changed_on_the_form_is_changed() {
        // Shown as at May, when the holder is active; the role changes in October, in the midst of the absence.
        let away = on("2026-09-01", Terms { status: PostStatus::Away, ..FIRST });
        let wanted = Terms { role: 2, ..FIRST };
        let recorded = post(&[FIRST, away]).changed(day("2026-05-04"), &wanted, day("2026-10-01"));
        assert_eq!(recorded, [on("2026-10-01", Terms { role: 2, ..away })]);
    }

    #[test]
    fn a_change_from_a_past_day_holds_on_the_day_that_was_shown() {
        // The hours went to half in March. In May somebody says that they were three quarters since February.
        let half = on("2026-03-01", Terms { fte: "0.5".parse().unwrap(), ..FIRST });
        let wanted = Terms { fte: "0.75".parse().unwrap(), ..FIRST };
        let post = post(&[FIRST, half]);
        let recorded = after(&post, &post.changed(day("2026-05-04"), &wanted, day("2026-02-01")));
        for at in ["2026-02-01", "2026-03-01", "2026-05-04"] {
            assert_eq!(recorded.terms_at(day(at)).unwrap().fte, wanted.fte, "{at}");
        }
        assert_eq!(recorded.terms_at(day("2026-01-31")).unwrap().fte, Fte::FULL);
    }
}
