//! When what is on record was recorded, as far as it is not the day of which it speaks: what was known on a day that is over.

use crate::ids::{JudgementSequence, PostId};
use crate::people::{Post, Terms};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The days of recording of judgements and of the terms of posts. What keeps no such day (posts' first and last days, requirements,
/// versions, places) counts as it is on record now.
#[derive(Clone, Debug, Default)]
pub struct Recorded {
    /// For each day on which judgements were recorded, the last of that day. Sequences go up as time does, so that judgements need
    /// no day of their own.
    judgements: Vec<(NaiveDate, JudgementSequence)>,
    /// For each post with terms that were recorded after the first day on which they hold: the day of recording of each of its terms,
    /// in their order. All others were known on every day on which they hold.
    late_terms: BTreeMap<PostId, Vec<NaiveDate>>,
    /// The first day on which anything of either kind was recorded.
    begins: Option<NaiveDate>,
}

impl Recorded {
    /// Notes that a judgement was recorded on a civil day in London. They are noted in the order of their sequences.
    pub fn note_judgement(&mut self, day: NaiveDate, sequence: JudgementSequence) {
        self.begin(day);
        match self.judgements.last_mut() {
            // Of two recorded at midnight at once, the later number may be of the earlier day.
            Some((last, known)) if day <= *last => *known = sequence,
            _ => self.judgements.push((day, sequence)),
        }
    }

    /// Notes on which days, civil ones in London, the terms of a post were recorded, in their order.
    pub fn note_terms(&mut self, post: &Post, days: Vec<NaiveDate>) {
        days.iter().copied().min().into_iter().for_each(|day| self.begin(day));
        let first_day = |terms: &Terms| terms.from.max(post.held.from);
        let is_late =
            |(terms, day): (&Terms, &NaiveDate)| first_day(terms).is_none_or(|first| first < *day);
        if post.terms.iter().zip(&days).any(is_late) {
            self.late_terms.insert(post.id, days);
        }
    }

    fn begin(&mut self, day: NaiveDate) {
        self.begins = self.begins.into_iter().chain([day]).min();
    }

    /// Keeps what was noted of judgements when all else is read again.
    pub fn keep_judgements(&mut self, earlier: &mut Self) {
        self.judgements = std::mem::take(&mut earlier.judgements);
        self.judgements.first().map(|(day, _)| *day).into_iter().for_each(|day| self.begin(day));
    }

    /// What was known at the end of a day; `None` where nothing had been recorded by then, so that nobody could have had a figure.
    pub fn known_at(&self, day: NaiveDate) -> Option<KnownAt<'_>> {
        self.begins.filter(|begins| *begins <= day)?;
        let many = self.judgements.partition_point(|(recorded, _)| *recorded <= day);
        let last = many.checked_sub(1).and_then(|at| self.judgements.get(at));
        let judgements = last.map_or(JudgementSequence::MIN, |(_, sequence)| *sequence);
        Some(KnownAt { day, judgements, late_terms: &self.late_terms })
    }
}

/// What was known at the end of a day.
#[derive(Clone, Copy, Debug)]
pub struct KnownAt<'a> {
    day: NaiveDate,
    judgements: JudgementSequence,
    late_terms: &'a BTreeMap<PostId, Vec<NaiveDate>>,
}

impl KnownAt<'_> {
    /// Whether the judgement with this sequence was known.
    pub const fn judgement(&self, sequence: JudgementSequence) -> bool {
        sequence <= self.judgements
    }

    /// The terms of a post that hold on the day, as far as they were known.
    pub fn terms<'p>(&self, post: &'p Post) -> Option<&'p Terms> {
        let Some(days) = self.late_terms.get(&post.id) else { return post.terms_at(self.day) };
        let known = post.terms.iter().zip(days).filter(|(_, day)| **day <= self.day);
        Terms::latest(known.map(|(terms, _)| terms), self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::PostStatus;
    use crate::coverage::small_place::{day, post};
    use crate::fte::Fte;

    #[test]
    fn a_judgement_is_known_from_the_day_of_its_recording() {
        let mut recorded = Recorded::default();
        for (on, sequence) in [("2026-01-05", 1), ("2026-01-05", 4), ("2026-02-01", 9)] {
            recorded.note_judgement(day(on), sequence);
        }
        assert!(recorded.known_at(day("2026-01-04")).is_none(), "nothing was recorded yet");
        let known = |on: &str, sequence| recorded.known_at(day(on)).unwrap().judgement(sequence);
        assert!(known("2026-01-05", 4) && !known("2026-01-31", 5) && known("2026-02-01", 9));
    }

    #[test]
    fn terms_that_were_recorded_late_were_not_known_before() {
        let mut post = post(0, 0, Fte::FULL, PostStatus::Active);
        let moved = Terms { from: Some(day("2026-02-01")), team: 1, ..post.terms[0] };
        post.terms.push(moved);
        let mut recorded = Recorded::default();
        recorded.note_terms(&post, vec![day("2025-01-01"), day("2026-03-01")]);
        let team = |on: &str| recorded.known_at(day(on)).unwrap().terms(&post).map(|t| t.team);
        assert_eq!((team("2026-02-28"), team("2026-03-01")), (Some(0), Some(1)));
    }
}
