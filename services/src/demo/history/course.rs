//! What somebody sets out to do: when they start, what they assess first, what they are recognised in.

use super::super::cast::{FOUNDERS, PRACTICE_NURSE};
use super::super::places::{Places, Strength};
use super::super::set::Asked;
use super::pace::{Pace, reach};
use super::steps::is_diligent;
use super::tasks::{Standing, Step, Task, Why};
use super::{History, Person};

/// Mental health professionals by what they do: recognised in what their registration covers.
const REGISTERED: [&str; 5] = ["CPSY", "PSYL", "ICMHN", "PCMHN", "MHOT"];
/// What a practice mental health lead was recognised in when the programme began.
const LEADS_IN: [&str; 7] = ["HMS", "ENG", "RSK", "REC", "LTC", "OPC", "PHY"];
/// What social workers were recognised in lately: their training in safeguarding and capacity.
const SOCIAL_WORKERS_IN: [&str; 2] = ["RSK-4", "OPC-4"];
const LATELY_DAYS: i32 = 150;

impl History<'_> {
    /// Everybody's course, in the order of the staff file.
    pub(super) fn courses(&mut self) {
        let teams = self.places.teams.iter();
        let starts: Vec<i32> = teams
            .map(|team| {
                let (from, to) = Pace::of(team.strength).starts;
                self.random.between(from, to)
            })
            .collect();
        for person in 0..self.people.len() {
            if person == PRACTICE_NURSE {
                self.practice_nurse();
                continue;
            }
            let team = self.people.get(person).and_then(Person::team).unwrap_or_default();
            self.course(person, starts.get(team).copied().unwrap_or_default());
        }
    }

    fn course(&mut self, person: usize, team_starts: i32) {
        let strength = self.strength(person);
        let takes_part = is_diligent(person) || self.random.percent(Pace::of(strength).takes_part);
        let post_starts = self.people.get(person).and_then(Person::held).map(|(from, _)| from);
        let starter = self.day_of(post_starts).max(0);
        let starts = team_starts.min(Pace::of(strength).starts.1) + self.random.between(0, 60);
        let starts = starts.max(starter + self.random.between(10, 45));
        for asked in self.asked(person) {
            let task = Task::of(person, asked.competency, Step::Assess { ask: true });
            let reach = self.reach_of(person, asked);
            self.stands(task, Standing { asked: asked.level, reach, ..Standing::default() });
            self.recognitions(task, asked, starter);
            if takes_part {
                self.sets_out(task, asked, starts);
            }
        }
    }

    /// What is asked of somebody over all posts, the highest of each competency.
    fn asked(&self, person: usize) -> Vec<Asked> {
        let posts = self.people.get(person).map_or(&[][..], |p| &p.posts);
        let mut all: Vec<Asked> =
            posts.iter().flat_map(|post| self.set.asked_of(post.role)).copied().collect();
        all.sort_by_key(|a| (a.competency, !a.core, std::cmp::Reverse(a.level)));
        all.dedup_by_key(|a| a.competency);
        all
    }

    fn reach_of(&mut self, person: usize, asked: Asked) -> u8 {
        if is_diligent(person) {
            // From the founders everybody else is confirmed, in whatever the set has.
            return if FOUNDERS.contains(&person) { asked.level.max(4) } else { asked.level };
        }
        reach(self.strength(person), asked.level, &mut self.random)
    }

    pub(super) fn strength(&self, person: usize) -> Strength {
        self.strengths.get(person).copied().unwrap_or(Strength::Thin)
    }

    fn recognitions(&mut self, task: Task, asked: Asked, starter: i32) {
        let role = self.people.get(task.person).map_or("", Person::role);
        let Some(competency) = self.set.competencies.get(task.competency) else { return };
        let level = if FOUNDERS.contains(&task.person) { 4 } else { asked.level.min(4) };
        let day = if REGISTERED.contains(&role) && (asked.core || level == 4) {
            starter + if FOUNDERS.contains(&task.person) { 3 } else { self.random.between(6, 25) }
        } else if role == "GPMHL" && asked.core && LEADS_IN.contains(&&*competency.domain_code) {
            starter + self.random.between(10, 30)
        } else if role == "SW" && SOCIAL_WORKERS_IN.contains(&&*competency.code) {
            let lately = self.days_ago(LATELY_DAYS);
            return self.arrange(lately, task, Step::Recognise { level, why: Why::Trained });
        } else {
            return;
        };
        let why = if starter > 0 { Why::PostBegan } else { Why::ProgrammeBegan };
        self.arrange(day, task, Step::Recognise { level, why });
    }

    /// The critical ones first, the others over the following months; a few of the optional ones.
    fn sets_out(&mut self, task: Task, asked: Asked, starts: i32) {
        let pace = self.pace(task.person);
        let diligent = is_diligent(task.person);
        if !diligent && !asked.critical && asked.core && self.random.thousandths(12) {
            let ends = self.random.percent(25);
            let day = starts + self.random.between(5, 200);
            return self.arrange(day, task, Step::Exempt { ends });
        }
        let share = if asked.core { pace.assesses } else { 9 };
        if !diligent && !self.random.percent(share) {
            return;
        }
        let day = match (diligent, asked.critical) {
            (true, _) => self.random.between(12, 22),
            (false, true) => starts + self.random.between(0, 20),
            (false, false) => starts + self.random.between(10, 230),
        };
        let ask = diligent || self.random.percent(pace.asks);
        self.arrange(day, task, Step::Assess { ask });
    }
}

/// How far a person has come: as far as the team, but the programme's own people go ahead of it.
pub(super) fn strength(person: &Person, places: &Places) -> Strength {
    let team = person.team().and_then(|team| places.teams.get(team));
    match (team.map_or(Strength::Thin, |team| team.strength), person.role()) {
        (_, role) if REGISTERED.contains(&role) => Strength::Strong,
        (Strength::Thin | Strength::HardlyStarted, "GPMHL") => Strength::Steady,
        (strength, _) => strength,
    }
}
