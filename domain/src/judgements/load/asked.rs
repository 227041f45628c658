//! What the year wants confirmed of one person: each time a confirmation is due, and what they say they can do already.

use super::Plan;
use crate::coverage::{Facts, Person};
use crate::dates::months_after;
use crate::frameworks::Level;
use crate::organisations::TeamIndex;
use crate::people::RoleIndex;
use crate::requirements::{Asked, CompetencyIndex};
use crate::standing::{Confirmed, Standing};
use chrono::NaiveDate;

/// A confirmation that the year wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub competency: CompetencyIndex,
    pub level: Level,
    /// The day by which it is wanted.
    pub on: NaiveDate,
    pub why: Why,
}

/// Why a confirmation is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The level is held, and runs out: any evidence of the last 12 months will do.
    Again,
    /// Nobody ever confirmed anything; the person says they can do it, or has asked.
    First,
    /// It was confirmed too long ago, at a lower level, or revoked: it needs evidence of its level.
    Anew,
}

/// All that the year wants of one person.
#[derive(Clone, Debug, Default)]
pub struct OfPerson {
    /// Of the first of their posts.
    pub team: TeamIndex,
    pub role: RoleIndex,
    /// In order of day, then competency.
    pub wanted: Vec<Wanted>,
    pub not_ready: u32,
}

/// What the year wants of a person, in everything that is core to one of their posts and not exempt.
pub fn of(facts: &Facts, person: &Person, plan: &Plan) -> OfPerson {
    let mut all = OfPerson::default();
    for asked in facts.asked_of(person, plan.day) {
        let Some(competency) = facts.competencies.get(usize::from(asked.competency)) else {
            continue;
        };
        let standing = person.standing_in(asked.competency, competency, plan.day);
        if standing.exempt {
            continue;
        }
        match first(&standing, asked, plan) {
            Some((on, why)) => {
                let times = due_days(on, competency.refresh_months, plan.until());
                let wanted = |(nth, on)| Wanted {
                    competency: asked.competency,
                    level: asked.level,
                    on,
                    why: if nth == 0 { why } else { Why::Again },
                };
                all.wanted.extend(times.enumerate().map(wanted));
            }
            None => all.not_ready += u32::from(!standing.meets(asked.level, plan.day)),
        }
    }
    all.wanted.sort_by_key(|wanted| (wanted.on, wanted.competency));
    all
}

/// When a confirmation is wanted first, and why; none where none is wanted this year.
fn first(standing: &Standing, asked: Asked, plan: &Plan) -> Option<(NaiveDate, Why)> {
    let says_so = standing.meets_by_self(asked.level) || standing.awaits_answer();
    match standing.confirmed {
        Confirmed::At { level, due_on, .. } if level >= asked.level && plan.day <= due_on => {
            (due_on <= plan.until()).then_some((due_on, Why::Again))
        }
        Confirmed::At { level, .. } if level >= asked.level => {
            let again = standing.held_lately(plan.day).is_some();
            Some((plan.day, if again { Why::Again } else { Why::Anew }))
        }
        Confirmed::Never => says_so.then_some((plan.day, Why::First)),
        Confirmed::At { .. } | Confirmed::Revoked => says_so.then_some((plan.day, Why::Anew)),
    }
}

/// The first day and every one that follows by the refresh period, to the end of the year.
fn due_days(
    first: NaiveDate,
    refresh_months: u32,
    until: NaiveDate,
) -> impl Iterator<Item = NaiveDate> {
    let every = refresh_months.max(1);
    let day = move |nth: u32| months_after(first, nth * every);
    (0..=super::MONTHS).map(day).take_while(move |on| *on <= until)
}
