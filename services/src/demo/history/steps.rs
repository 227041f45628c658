//! What happens on a day: each step says its line, and arranges what follows from it.

use super::super::cast::{FOUNDERS, MENTAL_HEALTH_NURSE, WORKFORCE_LEAD};
use super::super::people::number;
use super::pace::{Pace, own_view};
use super::tasks::{Held, Standing, Step, Task, Why};
use super::{History, evidence};
use domain::codes::{Evidence, JudgementKind};
use domain::dates::months_after;

/// How long a recognised level stands at most.
const RECOGNISED_MONTHS: u32 = 12;
/// Within how many days of lapsing a confirmation is asked for again.
const SOON: i32 = 60;

/// One line of the file.
pub(super) struct Said<'a> {
    pub(super) kind: JudgementKind,
    pub(super) level: Option<u8>,
    pub(super) by: Option<usize>,
    pub(super) evidence: &'a [Evidence],
    pub(super) note: &'a str,
}

impl Said<'_> {
    pub(super) const fn of(kind: JudgementKind) -> Self {
        Self { kind, level: None, by: None, evidence: &[], note: "" }
    }
}

impl History<'_> {
    pub(super) fn happens(&mut self, task: Task) {
        match task.step {
            Step::Recognise { level, why } => self.recognise(task, level, why),
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

    pub(super) fn say(&mut self, task: Task, said: &Said<'_>) {
        let Some(competency) = self.set.competencies.get(task.competency) else { return };
        let level = said.level.map(|level| level.to_string()).unwrap_or_default();
        let by = said.by.map(number).unwrap_or_default();
        let evidence: Vec<&str> = said.evidence.iter().map(|e| e.code()).collect();
        let (person, date) = (number(task.person), self.date(task.day).to_string());
        let kind = said.kind.code();
        let fields = [
            &*person,
            &*competency.code,
            kind,
            &*date,
            &*level,
            &*by,
            &*evidence.join(";"),
            said.note,
        ];
        self.file.row(&fields);
    }

    fn say_self(&mut self, task: Task, level: u8) {
        let standing = self.standing(task.person, task.competency);
        self.stands(task, Standing { own_view: level, ..standing });
        self.say(task, &Said { level: Some(level), ..Said::of(JudgementKind::SelfAssessment) });
    }

    /// Recognition is never given over a current confirmation.
    fn recognise(&mut self, task: Task, level: u8, why: Why) {
        let standing = self.standing(task.person, task.competency);
        if standing.current(task.day).is_some() || task.person == WORKFORCE_LEAD {
            return;
        }
        self.holds(task, level, true);
        let (level, by, note) = (Some(level), Some(WORKFORCE_LEAD), evidence::recognised(why));
        self.say(task, &Said { level, by, note, ..Said::of(JudgementKind::Recognised) });
    }

    pub(super) fn holds(&mut self, task: Task, level: u8, recognised: bool) {
        let months = self.set.competencies.get(task.competency).map_or(0, |c| c.refresh_months);
        let months = if recognised { months.min(RECOGNISED_MONTHS) } else { months };
        let until = self.day_of(Some(months_after(self.date(task.day), months)));
        let standing = self.standing(task.person, task.competency);
        let held = Some(Held { level, recognised, until });
        self.stands(task, Standing { held, ..standing });
    }

    fn assess(&mut self, task: Task, ask: bool) {
        let standing = self.standing(task.person, task.competency);
        let view = own_view(standing.reach, &mut self.random).max(standing.own_view);
        self.say_self(task, view);
        let pace = self.pace(task.person);
        if self.random.percent(pace.appraised) {
            let next = task.day + self.random.between(165, 250);
            self.arrange(next, task, Step::Assess { ask: false });
        }
        let lacks = standing.held.is_none_or(|held| {
            held.recognised || held.level < standing.asked || held.until < task.day + SOON
        });
        if lacks && (ask || self.random.percent(pace.asks / 3)) {
            // At a later appraisal, some can do more than they could.
            let more = !ask && standing.reach < standing.asked && self.random.percent(35);
            let reach = standing.reach + u8::from(more);
            self.stands(task, Standing { reach, own_view: view, ..standing });
            let day = task.day + self.random.between(2, 28);
            self.arrange(day, task, Step::Decide { time: 0 });
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
