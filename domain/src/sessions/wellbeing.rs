//! How work has been for people’s wellbeing: one question to those who give feedback, which nobody has to answer. The answers are
//! counts with nobody in them, and are told under the disclosure rule (rules, section 6).

#[cfg(test)]
mod tests;

use super::feedback::Phase;
use crate::disclosure::{SMALL_MOST, Shown, people};
use crate::fields::choice;
use crate::macros::codes;
use crate::years::Quarter;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes! {
    /// How work has been for somebody's wellbeing.
    Wellbeing, "answer about wellbeing" {
        VeryGood "very_good" "Very good",
        Good "good" "Good",
        Poor "poor" "Poor",
        VeryPoor "very_poor" "Very poor",
    }
}

/// What a form sends of somebody who would rather not say: that is no answer.
pub const NOT_SAID: &str = "not_said";

impl Wellbeing {
    /// What somebody answered; none where they said nothing, or would rather not.
    ///
    /// # Errors
    /// Returns the message for the field where it is no answer that was offered.
    pub fn parse(text: &str) -> Result<Option<Self>, String> {
        match text.trim() {
            "" | NOT_SAID => Ok(None),
            said => choice(said, "how work has been, or that you would rather not say").map(Some),
        }
    }
}

/// Whether somebody is asked who gave feedback after other sessions on these days: with the first that they give in a quarter, so
/// that as many answers are as many people.
pub fn is_asked(
    phase: Phase,
    given: impl IntoIterator<Item = NaiveDate>,
    today: NaiveDate,
) -> bool {
    let quarter = Quarter::of(today);
    phase == Phase::After && given.into_iter().all(|day| Quarter::of(day) != quarter)
}

/// Whether a quarter is told to whoever asks for these days: once it is over, so that nobody sees a count grow by one, and where
/// all of it lies in them.
pub fn is_told(quarter: Quarter, (from, to): (NaiveDate, NaiveDate), today: NaiveDate) -> bool {
    let (first, last) = (quarter.first_day(), quarter.last_day());
    from <= first && last <= to && last < today
}

/// How many of those who answered gave one of these answers, as it may be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub answers: Vec<Wellbeing>,
    pub shown: Shown,
}

/// What was answered in one place and quarter, as it may be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarterSaid {
    pub quarter: Quarter,
    /// The name of the place.
    pub place: String,
    pub said: Vec<Said>,
}

/// What is told of the answers in one place and quarter: how many gave each, where that may be told of each; else only how many gave
/// a good one. Of several answers to one question, the number of one that is held back could be worked out from the others; and that
/// of one that is rounded, where the others leave it too few values.
pub fn told(counts: &BTreeMap<Wellbeing, u32>) -> Vec<Said> {
    let of: u32 = counts.values().sum();
    let said = |answers: Vec<Wellbeing>| {
        let met = answers.iter().filter_map(|answer| counts.get(answer)).sum();
        Said { shown: people(met, of), answers }
    };
    let each: Vec<Said> = Wellbeing::ALL.iter().map(|answer| said(vec![*answer])).collect();
    if each.iter().any(|one| one.shown.is_held()) || !each_stays_open(&each, of) {
        return vec![said(vec![Wellbeing::VeryGood, Wellbeing::Good])];
    }
    each
}

/// Whether each number that is rounded keeps at least three values, though all of them make up one whole (clause 9).
fn each_stays_open(each: &[Said], of: u32) -> bool {
    let range = |one: &Said| match one.shown {
        Shown::People { met, of, .. } if 0 < met && met < of => {
            Some((met.saturating_sub(2).max(SMALL_MOST + 1), met + 2))
        }
        _ => None,
    };
    let ranges: Vec<(u32, u32)> = each.iter().filter_map(range).collect();
    let least: u32 = ranges.iter().map(|(least, _)| least).sum();
    let most: u32 = ranges.iter().map(|(_, most)| most).sum();
    ranges.iter().all(|(low, high)| {
        let lowest = of.saturating_sub(most - high).max(*low);
        let highest = of.saturating_sub(least - low).min(*high);
        highest >= lowest + 2
    })
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let quoted = |answer: &Wellbeing| format!("“{}”", answer.label());
        let what = self.answers.iter().map(quoted).collect::<Vec<_>>().join(" or ");
        match self.shown {
            Shown::Held { of: Some(of), band: None } => {
                write!(f, "How many of {of} said {what} is left out")
            }
            Shown::Held { of: Some(of), band: Some(band) } => {
                write!(f, "{band} of {of} said {what}")
            }
            Shown::People { met, of, percent: Some(percent) } => {
                write!(f, "{met} of {of} ({percent}%) said {what}")
            }
            shown => write!(f, "{shown} said {what}"),
        }
    }
}
