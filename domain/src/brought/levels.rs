//! Every level of a record in our competencies, with what becomes of each when the record is accepted.

use super::{Fate, Match, Predecessor, fate, matched, stands_alone};
use crate::coverage::{Facts, Person};
use crate::passport::{HeldCompetency, Passport};
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// One level of a record in one competency of ours; a level of a competency that was split here stands several times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtTo {
    /// Its position in the record.
    pub line: usize,
    /// Ours, where there is one.
    pub here: Option<CompetencyIndex>,
    pub fate: Fate,
}

/// What becomes of a record about somebody who stands here as `person` does, in the record's order.
pub fn levels(
    facts: &Facts,
    predecessors: &[Predecessor],
    person: &Person,
    passport: &Passport,
    today: NaiveDate,
) -> Vec<BroughtTo> {
    let mut all = Vec::new();
    for (line, held) in passport.competencies.iter().enumerate() {
        let lost = |fate: Fate| BroughtTo { line, here: None, fate };
        match matched(facts, predecessors, held.identifier, today) {
            Match::Here(here) => {
                all.extend(
                    here.into_iter().filter_map(|at| one(facts, person, held, line, at, today)),
                );
            }
            // What stands against it anyway is said first.
            other => all.push(lost(stands_alone(held, today).err().unwrap_or(match other {
                Match::AskedAgain => Fate::AskedAgain,
                Match::Here(_) | Match::Unknown => Fate::Unknown,
            }))),
        }
    }
    one_for_each(&mut all, passport);
    all
}

fn one(
    facts: &Facts,
    person: &Person,
    held: &HeldCompetency,
    line: usize,
    at: CompetencyIndex,
    today: NaiveDate,
) -> Option<BroughtTo> {
    let ours = facts.competencies.get(usize::from(at))?;
    let here = person.standing_in(at, ours, today);
    Some(BroughtTo { line, here: Some(at), fate: fate(held, &here, ours.refresh_months, today) })
}

/// Of several levels that would be taken over into one competency, the best alone is.
fn one_for_each(all: &mut [BroughtTo], passport: &Passport) {
    let rank = |one: &BroughtTo| match one.fate {
        Fate::Accepted { due_on } => {
            let level = passport.competencies.get(one.line)?.level;
            Some((level, due_on, Reverse(one.line)))
        }
        _ => None,
    };
    let ranks: Vec<_> = all.iter().map(|one| (one.here, rank(one))).collect();
    for (one, (here, own)) in all.iter_mut().zip(&ranks) {
        let Some(own) = own else { continue };
        let rivals = ranks.iter().filter(|(other, _)| other == here);
        let best = rivals.filter_map(|(_, rank)| *rank).max();
        if let Some((level, due_on, _)) = best.filter(|best| best > own) {
            one.fate = Fate::HeldHere { level, due_on };
        }
    }
}
