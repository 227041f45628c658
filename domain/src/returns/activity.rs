//! What a return counts besides coverage, in the twelve months up to its day: sessions and who came, protected time, mental health
//! input, and what a place is short of (rules, sections 5 and 7). Where the rules are silent: `docs/decisions/returns.md`.

mod counted; // figures of one area
mod sessions; // delivered, cancelled, across boundaries, who came
mod short; // what the place is short of
mod teams; // entitlement and mental health input
#[cfg(test)]
mod tests;
mod time; // protected time

pub use sessions::{Scheduled, Seats};
pub use teams::Entitled;
pub use time::EducatorTime;

use super::sessions::SessionFigure;
use super::shortfalls::Need;
use crate::coverage::Facts;
use crate::dates::{Period, days_after, months_before};
use crate::inputs::Input;
use crate::judgements::load::Capacity;
use crate::organisations::AreaIndex;
use crate::session_requests::RequestState;
use chrono::NaiveDate;
use counted::Counted;

/// The twelve months that end with a reference date: of whichever day a return is, it tells of a whole year.
pub fn twelve_months(day: NaiveDate) -> Period {
    Period::new(Some(days_after(months_before(day, 12), 1)), Some(day))
}

/// Everything that is counted of a place, as values.
#[derive(Clone, Debug, Default)]
pub struct Activity {
    /// Sessions of the twelve months, of wherever.
    pub sessions: Vec<Scheduled>,
    /// Of people of the place.
    pub seats: Seats,
    /// Teams of the place that are open on the day.
    pub teams: Vec<Entitled>,
    /// Rows of mental health input, whenever they hold.
    pub inputs: Vec<Input>,
    /// Of people who work in the place.
    pub educators: Vec<EducatorTime>,
    /// Where each request of a team of the place stands that was needed by a day of the twelve months.
    pub requests: Vec<RequestState>,
    /// Who assesses on the day, wherever.
    pub assessors: Vec<Capacity>,
}

impl Activity {
    /// Sessions, protected time and mental health input, in the order of their keys.
    pub fn figures(&self, facts: &Facts, place: AreaIndex, day: NaiveDate) -> Vec<SessionFigure> {
        let areas = (0..facts.places.areas.len()).filter(|at| lies_in(facts, *at, place));
        let figures = areas.flat_map(|at| self.of_area(facts, (place, at), day));
        let mut figures: Vec<SessionFigure> = figures.collect();
        figures.sort_by_cached_key(|of| (of.level, of.code.clone(), of.measure, of.by.clone()));
        figures
    }

    fn of_area(
        &self,
        facts: &Facts,
        (place, at): (AreaIndex, AreaIndex),
        day: NaiveDate,
    ) -> Vec<SessionFigure> {
        let Some(area) = facts.places.areas.get(at) else { return Vec::new() };
        let mut counted = Counted::of(area, twelve_months(day));
        sessions::count(&mut counted, self.sessions.iter().filter(|one| one.areas.contains(&at)));
        teams::count(&mut counted, self.teams.iter().filter(|team| team.areas.contains(&at)));
        teams::count_input(&mut counted, (facts, &self.inputs), (at, day));
        // Few people teach: of a part of the place, their time would be told one by one.
        if at == place {
            time::count(&mut counted, &self.educators);
            sessions::count_people(&mut counted, &self.seats);
        }
        counted.figures
    }

    /// What the place is short of besides skill, without the lead's words.
    pub fn shortfalls(&self, facts: &Facts, place: AreaIndex, day: NaiveDate) -> Vec<Need> {
        short::shortfalls(self, facts, (place, day))
    }
}

/// Whether an area is the place or a part of it.
fn lies_in(facts: &Facts, at: AreaIndex, place: AreaIndex) -> bool {
    facts.places.upwards(Some(at)).any(|above| above == place)
}
