//! How many teams had the sessions that they are due, and how mental health professionals reach them.

use super::counted::Counted;
use crate::codes::InputKind;
use crate::coverage::{Facts, ItemKind, Query, Unit};
use crate::inputs::Input;
use crate::inputs::sums::{InputSum, input_sums};
use crate::organisations::AreaIndex;
use crate::returns::sessions::SessionMeasure;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// An open team, and what it had of what it is due.
#[derive(Clone, Debug)]
pub struct Entitled {
    /// The areas that it counts in.
    pub areas: BTreeSet<AreaIndex>,
    /// Sessions in a year.
    pub due: u16,
    /// Sessions of the twelve months that count for it, by closed registers.
    pub delivered: usize,
}

pub(super) fn count<'a>(counted: &mut Counted<'_>, teams: impl Iterator<Item = &'a Entitled>) {
    let (mut had, mut due) = (0, 0);
    for team in teams.filter(|team| team.due > 0) {
        due += 1;
        had += u32::from(team.delivered >= usize::from(team.due));
    }
    counted.add((SessionMeasure::TeamsEntitled, ""), Some(had), Some(due));
}

/// The mental health input of an area on the day: what comes in all and by each way there is, and to how many of its open teams.
pub(super) fn count_input(
    counted: &mut Counted<'_>,
    (facts, inputs): (&Facts, &[Input]),
    (at, day): (AreaIndex, NaiveDate),
) {
    let sum = |inputs: &[Input]| sum_of((facts, inputs), (at, day));
    let all = sum(inputs);
    counted.add((SessionMeasure::TeamsWithInput, ""), Some(all.with_input), Some(all.teams));
    counted.add((SessionMeasure::InputWte, ""), hundredths(&all), None);
    for kind in InputKind::ALL.iter().copied().filter(|kind| *kind != InputKind::None) {
        let of_kind = inputs.iter().filter(|input| input.says.kind == kind).cloned();
        let of_kind = sum(&of_kind.collect::<Vec<_>>());
        if of_kind.comes > 0 {
            counted.add((SessionMeasure::InputWte, kind.code()), hundredths(&of_kind), None);
        }
    }
}

fn sum_of((facts, inputs): (&Facts, &[Input]), (at, day): (AreaIndex, NaiveDate)) -> InputSum {
    let kind = facts.places.areas.get(at).map(|area| area.kind.into());
    let Some(scope) = kind else { return InputSum::default() };
    let mut query = Query::new(day, scope, ItemKind::All);
    query.within = Some(Unit::Area(at));
    input_sums(facts, &query, inputs).get(&Unit::Area(at)).copied().unwrap_or_default()
}

/// What comes, rounded once, half up; `None` where somebody comes and nobody recorded for how much of their time.
fn hundredths(sum: &InputSum) -> Option<u32> {
    let is_recorded = sum.comes == 0 || sum.unrecorded < sum.comes;
    is_recorded.then(|| u32::try_from((sum.actual + 5_000) / 10_000).unwrap_or_default())
}
