//! Which delivered sessions a team can claim for under a scheme, and what is missing of the others.

use super::scheme::{Scheme, Terms};
use crate::dates::days_after;
use crate::macros::codes;
use chrono::NaiveDate;

codes! {
    /// What a session lacks to be claimed for.
    Lacking, "what a claim lacks" {
        NoticeTooShort "notice_too_short" "Booked too late for the notice that the scheme asks for",
        CoverNotStated "cover_not_stated" "The team has not said who covers",
        NoFeedback "no_feedback" "Nobody from the team has given feedback yet",
        MostReached "most_reached" "The scheme pays for no more sessions this year",
    }
}

/// A session that somebody of a team came to, and that is not claimed for; its register is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivered {
    pub on: NaiveDate,
    /// How many people of the team were in scope that day, and how many of them came.
    pub in_scope: usize,
    pub came: usize,
    /// The day on which somebody of the team first asked for a seat; none where all of them walked in.
    pub asked_on: Option<NaiveDate>,
    /// Whether somebody who came from the team has given feedback.
    pub feedback: bool,
}

impl Delivered {
    /// Whether a scheme pays for such sessions at all: it lies in its time, and enough of the team came.
    pub fn is_for(&self, scheme: &Scheme) -> bool {
        scheme.held.contains(self.on) && scheme.terms.counts_from.takes(self.in_scope, self.came)
    }

    /// What it lacks by itself, however many are paid for.
    fn own(&self, terms: &Terms, cover_stated: bool) -> Vec<Lacking> {
        let last_day = days_after(self.on, -7 * i64::from(terms.notice_weeks));
        let in_time = terms.notice_weeks == 0 || self.asked_on.is_some_and(|day| day <= last_day);
        let parts = [
            (!in_time, Lacking::NoticeTooShort),
            (terms.needs_cover && !cover_stated, Lacking::CoverNotStated),
            (terms.needs_feedback && !self.feedback, Lacking::NoFeedback),
        ];
        parts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, lacking)| lacking).collect()
    }
}

/// What each of these sessions of one year lacks, in the order given: nothing where it can be claimed for. `claimed` were claimed
/// for in the year already; what is left of the most that is paid for goes to the first that lack nothing else.
pub fn lacking(
    terms: &Terms,
    sessions: &[Delivered],
    (claimed, cover_stated): (usize, bool),
) -> Vec<Vec<Lacking>> {
    let most = terms.most_a_year.map_or(usize::MAX, usize::from);
    let mut left = most.saturating_sub(claimed);
    let one = |session: &Delivered| {
        let own = session.own(terms, cover_stated);
        if !own.is_empty() {
            return own;
        }
        match left.checked_sub(1) {
            Some(less) => {
                left = less;
                own
            }
            None => vec![Lacking::MostReached],
        }
    };
    sessions.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::Period;
    use crate::funding::{CountsFrom, Pence};
    use crate::ids::FundingSchemeId;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn session(on: &str, asked_on: &str, feedback: bool) -> Delivered {
        Delivered { on: day(on), in_scope: 4, came: 2, asked_on: asked_on.parse().ok(), feedback }
    }

    #[test]
    fn a_scheme_is_for_sessions_in_its_time_that_enough_of_the_team_came_to() {
        let id = FundingSchemeId(Uuid::nil());
        let scheme = |counts_from| Scheme {
            id,
            origin: id,
            area: None,
            held: Period::new(Some(day("2026-04-01")), Some(day("2026-11-30"))),
            name: String::new(),
            payer: String::new(),
            conditions: None,
            terms: Terms { counts_from, ..Terms::default() },
        };
        let (usual, meetings) = (scheme(CountsFrom::Entitlement), scheme(CountsFrom::OnePerson));
        let many = session("2026-11-30", "", false);
        let one = Delivered { came: 1, ..many };
        assert!(many.is_for(&usual) && many.is_for(&meetings));
        assert!(!one.is_for(&usual) && one.is_for(&meetings));
        let late = session("2026-12-01", "", false);
        assert!(!late.is_for(&usual) && !late.is_for(&meetings));
    }

    #[test]
    fn each_condition_is_told_by_itself() {
        let strict = Terms {
            per_session: Pence(30_000),
            notice_weeks: 8,
            needs_cover: true,
            needs_feedback: true,
            ..Terms::default()
        };
        let sessions = [
            session("2026-11-30", "2026-10-05", true),
            session("2026-11-30", "2026-10-06", true),
            session("2026-11-30", "", true),
            session("2026-11-30", "2026-10-05", false),
        ];
        let late = vec![Lacking::NoticeTooShort];
        let told = lacking(&strict, &sessions, (0, true));
        assert_eq!(told, [vec![], late.clone(), late, vec![Lacking::NoFeedback]]);
        let told = lacking(&strict, &sessions[..1], (0, false));
        assert_eq!(told, [vec![Lacking::CoverNotStated]]);
        let easy = lacking(&Terms::default(), &sessions, (90, false));
        assert!(easy.iter().all(Vec::is_empty), "{easy:?}");
    }

    #[test]
    fn what_is_left_of_a_year_goes_to_the_first_that_lack_nothing_else() {
        let terms = Terms { most_a_year: Some(3), needs_feedback: true, ..Terms::default() };
        let sessions = [
            session("2026-09-01", "", true),
            session("2026-10-01", "", false),
            session("2026-11-01", "", true),
            session("2026-12-01", "", true),
        ];
        let told = lacking(&terms, &sessions, (1, false));
        let (none, reached) = (vec![Lacking::NoFeedback], vec![Lacking::MostReached]);
        assert_eq!(told, [vec![], none, vec![], reached]);
    }

    proptest! {
        #[test]
        fn no_more_than_the_most_is_ever_claimed(
            most in 0_u16..8, claimed in 0_usize..10, feedback in proptest::collection::vec(any::<bool>(), 0..20),
        ) {
            let terms = Terms { most_a_year: Some(most), needs_feedback: true, ..Terms::default() };
            let sessions: Vec<_> = feedback.iter().map(|is| session("2026-09-01", "", *is)).collect();
            let told = lacking(&terms, &sessions, (claimed, true));
            prop_assert_eq!(told.len(), sessions.len());
            let can = told.iter().filter(|lacking| lacking.is_empty()).count();
            prop_assert!(can == 0 || claimed + can <= usize::from(most));
            let ready = feedback.iter().filter(|is| **is).count();
            prop_assert_eq!(can, ready.min(usize::from(most).saturating_sub(claimed)));
        }
    }
}
