//! What is still to be asked when the history is told: requests for the page of the mental health nurse.

use super::super::cast::{ALWAYS_THERE, PRACTICE_NURSE};
use super::super::people::Person;
use super::super::set::Asked;
use super::History;
use super::assessors::at_work;
use domain::codes::Evidence;

/// A request about to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Asking {
    pub(in super::super) person: usize,
    pub(in super::super) competency: usize,
    pub(in super::super) level: u8,
    pub(in super::super) evidence: Evidence,
    pub(in super::super) note: &'static str,
    /// Whether it names the mental health nurse; otherwise any assessor may decide it.
    pub(in super::super) of_the_nurse: bool,
}

/// Where the others who ask work: the nurse's own team and two practices she serves.
const TEAMS: [&str; 3] = ["ICHT-NW", "T-P01", "T-P02"];
/// The domains she confirms in.
const DOMAINS: [&str; 4] = ["HMS", "ENG", "RSK", "EMG"];
/// How many ask in each of these teams.
const IN_EACH: usize = 3;

/// What the practice nurse asks: one to renew, one that deserves another level, one whose evidence is too weak.
#[rustfmt::skip] // a table
const OF_THE_PRACTICE_NURSE: [(&str, u8, Evidence, &str); 3] = [
    ("EMG-2", 3, Evidence::Simulation, "Played both parts in the network's simulation, with the debrief"),
    ("RSK-3", 3, Evidence::CaseDiscussion, "Talked two safety plans through at the practice meeting"),
    ("HMS-5", 3, Evidence::Attendance, "Went to the evening session on early signs"),
];

impl History<'_> {
    /// The requests, once every file has been told.
    pub(in super::super) fn asking(&self) -> Vec<Asking> {
        let own = OF_THE_PRACTICE_NURSE.iter().filter_map(|&(code, level, evidence, note)| {
            let competency = self.set.position(code)?;
            let (person, of_the_nurse) = (PRACTICE_NURSE, true);
            Some(Asking { person, competency, level, evidence, note, of_the_nurse })
        });
        let others = TEAMS.iter().flat_map(|team| {
            let members = (ALWAYS_THERE..self.people.len()).filter(|&at| self.works_in(at, team));
            members.filter_map(|at| self.could_ask(at)).step_by(2).take(IN_EACH)
        });
        own.chain(others).collect()
    }

    fn works_in(&self, at: usize, code: &str) -> bool {
        let team = self.people.get(at).and_then(Person::team);
        team.and_then(|team| self.places.teams.get(team)).is_some_and(|team| team.code == code)
    }

    /// A competency in which somebody says they can do it and nobody has confirmed it.
    fn could_ask(&self, at: usize) -> Option<Asking> {
        let person = self.people.get(at).filter(|person| at_work(person, self.today))?;
        let asked = self.set.asked_of(person.role()).iter();
        let asked = asked.filter(|asked| self.is_open(at, asked)).nth(at % 2)?;
        let (evidence, note) = match asked.level {
            1 => (Evidence::ReflectiveAccount, "Wrote half a page after a difficult call"),
            2 => (Evidence::CaseDiscussion, "Brought a case to the team meeting"),
            3 => (Evidence::Observation, "Done in the clinic last week, with a colleague watching"),
            _ => (Evidence::CaseRecordReview, "Five records are ready to be looked at together"),
        };
        let (competency, level, of_the_nurse) =
            (asked.competency, asked.level, at.is_multiple_of(2));
        Some(Asking { person: at, competency, level, evidence, note, of_the_nurse })
    }

    fn is_open(&self, at: usize, asked: &Asked) -> bool {
        let standing = self.standing(at, asked.competency);
        let held = standing.current(self.days_ago(0));
        let of = self.set.competencies.get(asked.competency);
        asked.core
            && asked.level <= 4
            && standing.own_view >= asked.level
            && held < Some(asked.level)
            && of.is_some_and(|of| DOMAINS.contains(&&*of.domain_code))
    }
}
