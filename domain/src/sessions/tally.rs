//! What sessions were, in figures: professions that mixed, teams and organisations that were reached, people, hours (rules,
//! section 5). Who came is what their closed registers say.

mod ask; // over which days, and where
#[cfg(test)]
mod tests;
pub mod views; // what pages and files show

pub use ask::AskFigures;
pub use views::Figures;

use super::Attendee;
use super::register::Attendance;
use super::series::practices::key;
use crate::ids::TeamId;
use std::collections::BTreeSet;

/// The fewest professions of a session that is inter-professional, where it does not ask for more.
pub const PROFESSIONS_LEAST: u16 = 2;

/// Somebody who was there, as figures look at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// What they count as; none where nobody knows.
    pub profession: Option<String>,
    /// Whether they are a mental health professional, where that is known.
    pub mental_health: Option<bool>,
    /// The team that they came from; none of whoever is not on record here.
    pub team: Option<TeamId>,
    /// The organisation that they came from, by its name.
    pub organisation: Option<String>,
}

/// Somebody who came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learner {
    pub attendee: Attendee,
    pub attendance: Attendance,
    pub present: Present,
}

/// A session that was held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How long it took.
    pub minutes: u32,
    /// The fewest professions that it asked for, where it asked.
    pub professions_least: Option<u16>,
    pub leads: Vec<Present>,
    /// Those who came, if only for a part.
    pub learners: Vec<Learner>,
    /// How many service users and carers were there.
    pub service_users: u16,
}

impl Held {
    /// Everybody who came or led.
    fn present(&self) -> impl Iterator<Item = &Present> {
        self.leads.iter().chain(self.learners.iter().map(|learner| &learner.present))
    }

    /// The professions among those who came and led, as far as they are known.
    pub fn professions(&self) -> BTreeSet<&str> {
        self.present().filter_map(|one| one.profession.as_deref()).collect()
    }

    /// At least two professions among those who came and led, or as many as the session asked for.
    pub fn is_inter_professional(&self) -> bool {
        let least = self.professions_least.unwrap_or_default().max(PROFESSIONS_LEAST);
        self.professions().len() >= usize::from(least)
    }

    /// Mental health and other professions among those who came and led. Whoever nobody knows this of counts for neither.
    pub fn is_cross_boundary(&self) -> bool {
        let any = |is| self.present().any(|one| one.mental_health == Some(is));
        any(true) && any(false)
    }
}

/// Several sessions together: people, professions, teams and organisations are counted once, however many sessions they were in.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    sums: Figures,
    people: BTreeSet<Attendee>,
    professions: BTreeSet<String>,
    teams: BTreeSet<TeamId>,
    organisations: BTreeSet<String>,
}

impl Tally {
    /// All of these.
    pub fn of<'a>(sessions: impl IntoIterator<Item = &'a Held>) -> Self {
        let mut tally = Self::default();
        for held in sessions {
            tally.add(held);
        }
        tally
    }

    /// One session more.
    pub fn add(&mut self, held: &Held) {
        let sums = &mut self.sums;
        sums.sessions += 1;
        sums.inter_professional += usize::from(held.is_inter_professional());
        sums.cross_boundary += usize::from(held.is_cross_boundary());
        sums.minutes += u64::from(held.minutes);
        sums.service_users += u64::from(held.service_users);
        sums.attendances += held.learners.len();
        let whole = held.learners.iter().filter(|one| one.attendance == Attendance::Attended);
        sums.learning_minutes += u64::from(held.minutes) * whole.count() as u64;
        self.professions.extend(held.professions().into_iter().map(str::to_owned));
        for Learner { attendee, present, .. } in &held.learners {
            self.people.insert(*attendee);
            self.teams.extend(present.team);
            self.organisations.extend(present.organisation.as_deref().map(key));
        }
    }

    pub fn figures(&self) -> Figures {
        Figures {
            people: self.people.len(),
            professions: self.professions.len(),
            teams: self.teams.len(),
            organisations: self.organisations.len(),
            ..self.sums
        }
    }
}
