//! What a session changed, counted for whoever teaches it: never fewer than five people, and nobody by name.

use super::views::{Changed, ChangedOutcome, Mean};
use super::{LEAST_SHOWN, Phase, Reaction};
use crate::ids::{CompetencyId, PersonId};

/// One answer about one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub person: PersonId,
    pub competency: CompetencyId,
    pub phase: Phase,
    pub before: Option<u8>,
    pub now: u8,
}

/// Somebody on record who came, in one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// Whether they have assessed themselves since.
    pub assessed: bool,
    /// Whether somebody has confirmed them since.
    pub confirmed: bool,
}

impl Mean {
    /// The mean of these answers in tenths, half up; none of fewer than five.
    pub fn of(answers: impl IntoIterator<Item = u8>) -> Option<Self> {
        let (count, sum) = answers
            .into_iter()
            .fold((0_u32, 0_u32), |(count, sum), answer| (count + 1, sum + u32::from(answer)));
        let enough = count as usize >= LEAST_SHOWN;
        enough.then(|| Self { tenths: (20 * sum + count) / (2 * count), of: count })
    }
}

/// What is told of one outcome: the means of what was answered about it, and how many of those who came have assessed themselves
/// and were confirmed since; none of either of fewer than five.
pub fn changed(outcome: ChangedOutcome, answers: &[Answer], came: &[Came]) -> ChangedOutcome {
    let of = |phase: Phase| answers.iter().filter(move |answer| answer.phase == phase);
    let enough = came.len() >= LEAST_SHOWN;
    let counted = |is: fn(&Came) -> bool| enough.then(|| came.iter().filter(|one| is(one)).count());
    ChangedOutcome {
        before: Mean::of(of(Phase::After).filter_map(|answer| answer.before)),
        after: Mean::of(of(Phase::After).map(|answer| answer.now)),
        later: Mean::of(of(Phase::FollowUp).map(|answer| answer.now)),
        assessed: counted(|one| one.assessed),
        confirmed: counted(|one| one.confirmed),
        ..outcome
    }
}

/// How useful people found it, and how many answered; no reaction of fewer than five.
pub fn answered(reactions: &[Reaction], outcomes: Vec<ChangedOutcome>, came: usize) -> Changed {
    let count = |one: &Reaction| (*one, reactions.iter().filter(|said| *said == one).count());
    let enough = reactions.len() >= LEAST_SHOWN;
    Changed {
        came,
        answered: reactions.len(),
        reactions: enough.then(|| Reaction::ALL.iter().map(count).collect()),
        outcomes,
    }
}
