//! What assessors do with a request: confirm, send back, later perhaps revoke; and what follows from it.

use super::super::cast::WORKFORCE_LEAD;
use super::assessors::Wanted;
use super::steps::{Said, is_diligent};
use super::tasks::{Standing, Step, Task};
use super::{History, evidence};
use domain::codes::JudgementKind;

/// How often an assessor is looked for before the request is forgotten.
const TRIES: u8 = 4;

impl History<'_> {
    pub(super) fn assessor(&mut self, task: Task, level: u8) -> Option<usize> {
        let wanted = self.wanted(task, level);
        let (standings, width) = (&self.standings, self.set.competencies.len());
        let held = |person: usize| {
            let standing = standings.get(person * width + task.competency)?;
            standing.current(task.day)
        };
        self.assessors.find(wanted, self.people, held, &mut self.random)
    }

    fn wanted(&self, task: Task, level: u8) -> Wanted {
        let (subject, competency, day) = (task.person, task.competency, task.day);
        Wanted { subject, competency, level, day, date: self.date(day) }
    }

    pub(super) fn decide(&mut self, task: Task, time: u8) {
        let standing = self.standing(task.person, task.competency);
        // A 5 stands on top of a current 4.
        let ready = standing.current(task.day).is_some_and(|level| level >= 4);
        let level = if ready { standing.reach } else { standing.reach.min(4) };
        let Some(by) = self.assessor(task, level) else {
            if time < TRIES {
                self.arrange(task.day + 21, task, Step::Decide { time: time + 1 });
            }
            return;
        };
        if time == 0 && level > 1 && !is_diligent(task.person) && self.random.percent(6) {
            self.send_back(task);
            if self.random.percent(65) {
                let again = task.day + self.random.between(15, 60);
                self.arrange(again, task, Step::Decide { time: 1 });
            }
            return;
        }
        self.confirm(task, level, by);
        self.follow_up(task, level);
    }

    pub(super) fn send_back(&mut self, task: Task) {
        if let Some(by) = self.assessor(task, 2) {
            let note = evidence::reason(&mut self.random);
            self.say(task, &Said { by: Some(by), note, ..Said::of(JudgementKind::SentBack) });
        }
    }

    pub(super) fn confirm(&mut self, task: Task, level: u8, by: usize) {
        let rare = self.set.competencies.get(task.competency).is_some_and(|c| c.rare_event);
        let evidence = evidence::evidence(level, rare, &mut self.random);
        let note = evidence::note(evidence, &mut self.random);
        let (kind, level_said, by_said) = (JudgementKind::Confirmed, Some(level), Some(by));
        self.say(task, &Said { kind, level: level_said, by: by_said, evidence, note });
        self.holds(task, level, false);
        let wanted = self.wanted(task, level);
        self.assessors.confirmed(wanted, by);
    }

    /// What a confirmation leads to: the step to 5, the renewal before it lapses, now and then a revocation.
    fn follow_up(&mut self, task: Task, level: u8) {
        let standing = self.standing(task.person, task.competency);
        let diligent = is_diligent(task.person);
        if standing.reach > level {
            let wait = if diligent { (5, 25) } else { (30, 160) };
            let day = task.day + self.random.between(wait.0, wait.1);
            self.arrange(day, task, Step::Decide { time: 1 });
            return;
        }
        let due = standing.held.map_or(0, |held| held.until);
        if diligent {
            let day = due - self.random.between(5, 45);
            self.arrange(day, task, Step::Decide { time: 1 });
        } else if self.random.percent(self.pace(task.person).renews) {
            let late = self.random.percent(24);
            let day = if late {
                due + self.random.between(3, 120)
            } else {
                due - self.random.between(1, 80)
            };
            self.arrange(day - 6, task, Step::Assess { ask: true });
        }
        if !diligent && self.random.thousandths(4) {
            let day = task.day + self.random.between(40, 250);
            self.arrange(day, task, Step::Revoke);
        }
    }

    pub(super) fn revoke(&mut self, task: Task) {
        let standing = self.standing(task.person, task.competency);
        let confirmed = standing.held.is_some_and(|held| !held.recognised);
        if !confirmed || task.person == WORKFORCE_LEAD {
            return;
        }
        let (by, note) = (Some(WORKFORCE_LEAD), evidence::REVOKED);
        self.say(task, &Said { by, note, ..Said::of(JudgementKind::Revoked) });
        self.stands(task, Standing { held: None, ..standing });
        if self.random.percent(55) {
            let day = task.day + self.random.between(40, 120);
            self.arrange(day, task, Step::Decide { time: 1 });
        }
    }
}
