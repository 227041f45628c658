//! Teaching in the demonstration: a year of sessions, the next three months, and who booked and came, as files that anybody could
//! bring. Tuesdays to Thursdays alone; nobody is in two sessions on one day.

mod cast; // what those who sign in find
mod outside; // leads from elsewhere
mod programme; // for whom, and on which days
mod topics; // what is taught
mod who_comes; // booked, waiting, there or not

pub(super) use outside::lead_from_outside;

use super::files::File;
use super::history::at_work;
use super::people::{monday, number};
use super::plan::Plan;
use super::random::{Part, Random};
use chrono::NaiveDate;
use domain::dates::days_after;
use domain::sessions::SessionState;
use std::collections::HashSet;
use topics::Topic;

#[cfg(test)]
mod tests;

/// Who teaches: mental health professionals by what they do.
const TEACH: [&str; 4] = ["CPSY", "PSYL", "ICMHN", "PCMHN"];
/// How long after a session its register is still open.
const OPEN_DAYS: i64 = 14;

/// Why sessions to come go ahead that are led by somebody who was promised no protected time.
const REASON: &str = "The practices asked for it; the backfill is agreed and not recorded yet";

const SESSIONS: [&str; 12] = [
    "code",
    "title",
    "starts_at",
    "minutes",
    "lead_employee_number",
    "capacity",
    "format",
    "location",
    "outcomes",
    "audience",
    "state",
    "reason",
];
const ATTENDANCE: [&str; 3] = ["session_code", "employee_number", "state"];

/// The programme as files.
pub(super) struct Taught {
    pub(super) sessions: String,
    pub(super) attendance: String,
    pub(super) many: usize,
    /// The codes of simulations to come: somebody from elsewhere leads them too.
    simulations: Vec<String>,
}

/// One session about to be planned.
struct Occasion<'a> {
    topic: &'a Topic,
    day: NaiveDate,
    /// The teams that it is for, by position.
    teams: &'a [usize],
    lead: usize,
    state: SessionState,
}

struct Programme<'a> {
    plan: &'a Plan,
    random: Random,
    /// Who works in each team.
    members: Vec<Vec<usize>>,
    /// Who teaches in each borough.
    teachers: Vec<Vec<usize>>,
    /// Who is in a session on which day.
    busy: HashSet<(usize, NaiveDate)>,
    sessions: File,
    attendance: File,
    simulations: Vec<String>,
}

/// All of it: the same for one plan.
pub(super) fn programme(plan: &Plan) -> Taught {
    let mut programme = Programme::new(plan);
    programme.of_the_cast();
    programme.of_everybody();
    Taught {
        many: programme.sessions.rows,
        sessions: programme.sessions.into_text(),
        attendance: programme.attendance.into_text(),
        simulations: programme.simulations,
    }
}

impl<'a> Programme<'a> {
    fn new(plan: &'a Plan) -> Self {
        let boroughs = plan.places.teams.iter().map(|team| team.borough + 1).max().unwrap_or(1);
        let mut members = vec![Vec::new(); plan.places.teams.len()];
        let mut teachers = vec![Vec::new(); boroughs];
        for (at, person) in plan.people.iter().enumerate() {
            let Some(team) = person.team() else { continue };
            if let Some(members) = members.get_mut(team) {
                members.push(at);
            }
            let borough = plan.places.teams.get(team).map_or(0, |team| team.borough);
            if let Some(teachers) = teachers.get_mut(borough)
                && TEACH.contains(&person.role())
            {
                teachers.push(at);
            }
        }
        Self {
            plan,
            random: Random::new(plan.seed, Part::Teaching),
            members,
            teachers,
            busy: HashSet::new(),
            sessions: File::new(&SESSIONS),
            attendance: File::new(&ATTENDANCE),
            simulations: Vec::new(),
        }
    }

    /// Whether somebody is at work and in no session that day.
    fn is_free(&self, at: usize, day: NaiveDate) -> bool {
        let works = self.plan.people.get(at).is_some_and(|person| at_work(person, day));
        works && !self.busy.contains(&(at, day))
    }

    /// A Tuesday, Wednesday or Thursday of the week in which the day so many days from today lies.
    fn midweek(&mut self, days: i64) -> NaiveDate {
        let first = monday(days_after(self.plan.today, days));
        days_after(first, i64::from(self.random.between(1, 3)))
    }

    /// Plans a session; its code.
    fn hold(&mut self, occasion: &Occasion<'_>) -> String {
        let Occasion { topic, day, teams, lead, state } = *occasion;
        let code = format!("S{:04}", self.sessions.rows + 1);
        let teams: Vec<_> =
            teams.iter().filter_map(|&team| self.plan.places.teams.get(team)).collect();
        let codes: Vec<&str> = teams.iter().map(|team| team.code.as_str()).collect();
        let own_rooms = || format!("{}, meeting room", teams.first().map_or("", |team| &team.name));
        let is_ahead = state == SessionState::Scheduled && day > self.plan.today;
        let place = if topic.place.is_empty() { own_rooms() } else { topic.place.to_owned() };
        self.sessions.row(&[
            &code,
            topic.title,
            &format!("{day} {}", topic.time),
            &topic.minutes.to_string(),
            &number(lead),
            &topic.capacity.to_string(),
            topic.format.code(),
            &place,
            topic.outcomes,
            &codes.join(";"),
            state.code(),
            if is_ahead { REASON } else { "" },
        ]);
        self.busy.insert((lead, day));
        code
    }
}
