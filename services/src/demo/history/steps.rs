//! What happens on a day: each step says its line, and arranges what follows from it.

use super::super::cast::{FOUNDERS, MENTAL_HEALTH_NURSE, WORKFORCE_LEAD};
use super::super::people::number;
use super::assessors::Wanted;
use super::pace::{Pace, own_view};
use super::{Held, History, Step, Task, evidence};
use domain::codes::{Evidence, JudgementKind};
use domain::dates::months_after;

/// How long a recognised level stands at most.
const RECOGNISED_MONTHS: u32 = 12;
/// How often an assessor is looked for before the request is forgotten.
const TRIES: u8 = 4;

/// One line of the file.
struct Said<'a> {
    kind: JudgementKind,
    level: Option<u8>,
    by: Option<usize>,
    evidence: &'a [Evidence],
    note: &'a str,
}

impl Said<'_> {
    const fn of(kind: JudgementKind) -> Self {
        Self { kind, level: None, by: None, evidence: &[], note: "" }
    }
}

impl History<'_> {
    pub(super) fn happens(&mut self, task: Task) {
        match task.step {
            Step::Recognise { level, starter } => self.recognise(task, level, starter),
            Step::Assess { ask } => self.assess(task, ask),
            Step::Decide { time } => self.decide(task, time),
            Step::Revoke => self.revoke(task),
            Step::Exempt { ends } => self.exempt(task, ends),
            Step::EndExemption => self.end_exemption(task),
            Step::SaySelf(level) => self.say_self(task, level),
            Step::SayConfirmed(level) => {
                if let Some(by) = self.assessor(task, level) {
                    self.confirm(task, level, by);
                }
            }
            Step::SaySentBack => self.send_back(task),
        }
    }

    fn say(&mut self, task: Task, said: &Said<'_>) {
        let Some(competency) = self.set.competencies.get(task.competency) else { return };
        let level = said.level.map(|level| level.to_string()).unwrap_or_default();
        let by = said.by.map(number).unwrap_or_default();
        let evidence: Vec<&str> = said.evidence.iter().map(|e| e.code()).collect();
        let (person, date) = (number(task.person), self.date(task.day).to_string());
        let kind = said.kind.code();
        let fields =
            [&*person, &*competency.code, kind, &*date, &*level, &*by, &*evidence.join(";"), said.note];
        self.file.row(&fields);
    }

    fn say_self(&mut self, task: Task, level: u8) {
        let standing = self.standing(task.person, task.competency);
        self.stands(task, super::Standing { own_view: level, ..standing });
        self.say(task, &Said { level: Some(level), ..Said::of(JudgementKind::SelfAssessment) });
    }

    /// Recognition is never given over a current confirmation.
    fn recognise(&mut self, task: Task, level: u8, starter: bool) {
        let standing = self.standing(task.person, task.competency);
        if standing.current(task.day).is_some() || task.person == WORKFORCE_LEAD {
            return;
        }
        let note = if starter { evidence::STARTER } else { evidence::REGISTRATION };
        self.holds(task, level, true);
        let kind = JudgementKind::Recognised;
        let by = Some(WORKFORCE_LEAD);
        self.say(task, &Said { level: Some(level), by, note, ..Said::of(kind) });
    }

    fn holds(&mut self, task: Task, level: u8, recognised: bool) {
        let months = self.set.competencies.get(task.competency).map_or(0, |c| c.refresh_months);
        let months = if recognised { months.min(RECOGNISED_MONTHS) } else { months };
        let until = self.day_of(Some(months_after(self.date(task.day), months)));
        let standing = self.standing(task.person, task.competency);
        let held = Some(Held { level, recognised, until });
        self.stands(task, super::Standing { held, ..standing });
    }

    fn assess(&mut self, task: Task, ask: bool) {
        let standing = self.standing(task.person, task.competency);
        let view = own_view(standing.reach, &mut self.random).max(standing.own_view);
        self.say_self(task, view);
        let pace = self.pace(task.person);
        if self.random.percent(pace.appraised) {
            let next = task.day + self.random.between(320, 420);
            self.arrange(next, task, Step::Assess { ask: false });
        }
        let lacks = standing.current(task.day + 60).is_none_or(|level| level < standing.asked);
        if lacks && (ask || self.random.percent(pace.asks / 2)) {
            // At an appraisal a year on, some can do more than they could.
            let more = !ask && standing.reach < standing.asked && self.random.percent(45);
            let reach = standing.reach + u8::from(more);
            self.stands(task, super::Standing { reach, own_view: view, ..standing });
            let day = task.day + self.random.between(2, 28);
            self.arrange(day, task, Step::Decide { time: 0 });
        }
    }

    fn assessor(&mut self, task: Task, level: u8) -> Option<usize> {
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

    fn decide(&mut self, task: Task, time: u8) {
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

    fn send_back(&mut self, task: Task) {
        if let Some(by) = self.assessor(task, 2) {
            let note = evidence::reason(&mut self.random);
            self.say(task, &Said { by: Some(by), note, ..Said::of(JudgementKind::SentBack) });
        }
    }

    fn confirm(&mut self, task: Task, level: u8, by: usize) {
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
            let day = if late { due + self.random.between(3, 120) } else { due - self.random.between(1, 80) };
            self.arrange(day - 6, task, Step::Assess { ask: true });
        }
        if !diligent && self.random.thousandths(4) {
            let day = task.day + self.random.between(40, 250);
            self.arrange(day, task, Step::Revoke);
        }
    }

    fn revoke(&mut self, task: Task) {
        let standing = self.standing(task.person, task.competency);
        if standing.held.is_none_or(|held| held.recognised) {
            return;
        }
        let (by, note) = (Some(WORKFORCE_LEAD), evidence::REVOKED);
        self.say(task, &Said { by, note, ..Said::of(JudgementKind::Revoked) });
        self.stands(task, super::Standing { held: None, ..standing });
        if self.random.percent(55) {
            let day = task.day + self.random.between(40, 120);
            self.arrange(day, task, Step::Decide { time: 1 });
        }
    }

    fn exempt(&mut self, task: Task, ends: bool) {
        let by = self.people.get(task.person).and_then(|p| p.manager);
        let note = evidence::EXEMPTED;
        self.say(task, &Said { by, note, ..Said::of(JudgementKind::Exempted) });
        if ends {
            let day = task.day + self.random.between(90, 300);
            self.arrange(day, task, Step::EndExemption);
        }
    }

    fn end_exemption(&mut self, task: Task) {
        let by = self.people.get(task.person).and_then(|p| p.manager);
        let note = evidence::EXEMPTION_ENDED;
        self.say(task, &Said { by, note, ..Said::of(JudgementKind::ExemptionEnded) });
        let day = task.day + self.random.between(7, 40);
        self.arrange(day, task, Step::Assess { ask: true });
    }

    pub(super) fn pace(&self, person: usize) -> Pace {
        Pace::of(self.strength(person))
    }
}

/// Whoever must never lapse: with the founding assessors everything starts, and the nurse's page is looked at.
pub(super) fn is_diligent(person: usize) -> bool {
    FOUNDERS.contains(&person) || person == MENTAL_HEALTH_NURSE
}
