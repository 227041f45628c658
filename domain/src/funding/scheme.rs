//! A funding scheme: who pays how much for a session, and on which conditions. Its words change from a day on; what was claimed
//! stays as it was claimed.

use super::money::Pence;
use crate::changing::{Change, When, changed, refuse_over, when};
use crate::dates::Period;
use crate::entitlement::counts;
use crate::fields::FieldErrors;
use crate::figures::counted;
use crate::ids::{AreaId, FundingSchemeId};
use crate::macros::codes;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

codes! {
    /// Which sessions a scheme pays for, by how many of the team came.
    #[derive(Default)]
    CountsFrom, "rule of which sessions can be claimed" {
        #[default]
        Entitlement "entitlement" "Those that count towards a team’s entitlement",
        /// For what a team sends one person to, such as the meeting of practice leads.
        OnePerson "one_person" "Those that at least one person of the team came to",
    }
}

impl CountsFrom {
    /// Whether a session is paid for to which so many of a team came, with so many of it in scope that day.
    pub fn takes(self, in_scope: usize, came: usize) -> bool {
        match self {
            Self::Entitlement => counts(in_scope, came),
            Self::OnePerson => came > 0,
        }
    }

    /// What is paid for, in a sentence: `sessions that …`.
    pub const fn sessions(self) -> &'static str {
        match self {
            Self::Entitlement => "sessions that count towards a team’s entitlement",
            Self::OnePerson => "sessions that at least one person of the team came to",
        }
    }
}

/// What a scheme pays, and what it asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub per_session: Pence,
    /// For each branch that closes for a session.
    pub per_branch: Pence,
    /// Which sessions it pays for.
    pub counts_from: CountsFrom,
    /// How many sessions of a team it pays for between 1 April and 31 March; any number where there is none.
    pub most_a_year: Option<u16>,
    /// How many weeks before the session the team must have booked; 0 asks for none.
    pub notice_weeks: u16,
    /// Whether the team must have said who covers.
    pub needs_cover: bool,
    /// Whether somebody of the team must have given feedback.
    pub needs_feedback: bool,
}

impl Terms {
    /// What is paid for one session with which so many branches close.
    pub fn amount(&self, branches: u16) -> Pence {
        self.per_session.and(self.per_branch.times(u32::from(branches)))
    }

    /// What a claim for sessions with so many branches is made for, each.
    ///
    /// # Errors
    /// Refuses, beside `branches`, what comes to nothing: what is claimed once cannot be claimed again.
    pub fn worth(&self, branches: u16) -> Result<Pence, FieldErrors> {
        match self.amount(branches) {
            Pence(0) => {
                let message = "Enter how many branches closed: this scheme pays for nothing else";
                Err(FieldErrors::one("branches", message))
            }
            amount => Ok(amount),
        }
    }

    /// What is asked, a sentence part each: `at most 6 sessions a year`.
    pub fn conditions(&self) -> Vec<String> {
        let most = self.most_a_year.map(|most| {
            format!("at most {} a year", counted(usize::from(most), "session", "sessions"))
        });
        let weeks = usize::from(self.notice_weeks);
        let notice = (weeks > 0)
            .then(|| format!("booked at least {} before", counted(weeks, "week", "weeks")));
        let cover = self.needs_cover.then(|| "with a cover statement".to_owned());
        let feedback = self.needs_feedback.then(|| "with feedback from the team".to_owned());
        [most, notice, cover, feedback].into_iter().flatten().collect()
    }
}

/// A scheme as it holds from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    pub id: FundingSchemeId,
    /// The first of those that it followed from day to day; sessions of a year are counted over all of them.
    pub origin: FundingSchemeId,
    /// For whose teams it is; for all where there is none.
    pub area: Option<AreaId>,
    /// With a first day.
    pub held: Period,
    pub name: String,
    pub payer: String,
    pub conditions: Option<String>,
    pub terms: Terms,
}

impl Scheme {
    pub fn when(&self, today: NaiveDate) -> When {
        when(self.held, today)
    }

    /// What it takes for it to be different from `first` on.
    ///
    /// # Errors
    /// Refuses one that is over; and, beside `starts_on`, a first day on which one that has begun did not hold or only began.
    pub fn changed(&self, first: NaiveDate, today: NaiveDate) -> Result<Change, Refusal> {
        self.refuse_over(today)?;
        Ok(changed(self.held, Some(first), today)?)
    }

    /// # Errors
    /// Refuses one that is over.
    pub fn refuse_over(&self, today: NaiveDate) -> Result<(), Refusal> {
        let sentence = "This scheme has ended, and stays on record. Add a new one instead.";
        refuse_over(self.held, today, ("scheme-over", sentence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_is_enough_only_where_the_scheme_says_so() {
        let table = [
            // In scope, who came, and whether it counts towards entitlement.
            (2, 1, true),
            (3, 1, false),
            (3, 2, true),
            (40, 1, false),
            (40, 3, true),
        ];
        for (in_scope, came, counts) in table {
            let taken = CountsFrom::ALL.iter().map(|from| from.takes(in_scope, came));
            assert_eq!(taken.collect::<Vec<_>>(), [counts, true], "{came} of {in_scope}");
        }
        assert!(CountsFrom::ALL.iter().all(|from| !from.takes(1, 0)), "nobody came");
        assert_eq!(Terms::default().counts_from, CountsFrom::Entitlement);
    }

    #[test]
    fn a_session_is_paid_for_with_each_branch_that_closes() {
        let terms = Terms {
            per_session: Pence(30_000),
            per_branch: Pence(10_000),
            most_a_year: Some(6),
            ..Terms::default()
        };
        assert_eq!([0, 1, 3].map(|branches| terms.amount(branches).0), [30_000, 40_000, 60_000]);
        assert_eq!(terms.worth(1), Ok(Pence(40_000)));
        let by_branch = Terms { per_session: Pence(0), ..terms };
        assert!(by_branch.worth(0).is_err(), "what is claimed once cannot be claimed again");
        assert_eq!(terms.conditions(), ["at most 6 sessions a year"]);
        let strict = Terms { notice_weeks: 8, needs_cover: true, ..Terms::default() };
        let asked = ["booked at least 8 weeks before", "with a cover statement"];
        assert_eq!(strict.conditions(), asked);
        assert!(Terms::default().conditions().is_empty());
    }
}
