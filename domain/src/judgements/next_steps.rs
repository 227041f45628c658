//! Next steps: what of a record is not met or soon will not be, the most pressing first, each with what would close it.

use super::confirming::Confirming;
use super::views::RecordLine;
use crate::codes::Evidence;
use crate::frameworks::Level;
use crate::standing::Status;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// One competency of a record with everything the rule looks at.
#[derive(Clone, Debug)]
pub struct Gap<'a> {
    pub line: &'a RecordLine,
    pub rare_event: bool,
    /// The person's pieces of evidence about it, each with its day.
    pub shown: &'a [(Evidence, NaiveDate)],
}

/// What somebody could do next about one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    pub code: String,
    pub title: String,
    pub asked: Level,
    pub critical: bool,
    pub status: Status,
    /// The confirmed level that is current.
    pub holds: Option<Level>,
    pub own: Option<Level>,
    pub closing: Closing,
}

/// What would close a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closing {
    /// Say first where you stand.
    AssessYourself,
    /// Ask for confirmation with this many pieces of evidence that are there already.
    AskWith { pieces: usize },
    /// The last request was sent back or lapsed: mend it, or send it again.
    AskOnceMore { sent_back: bool },
    /// None of what is there supports the level: these kinds would.
    Gather { kinds: Vec<Evidence> },
    /// Asked already; an answer can come until this day.
    Wait { until: NaiveDate },
}

/// The steps, in this order: critical ones first, then what has expired, then what is due soon, then the larger gap; else
/// as the framework has it. Whatever waits for somebody else comes after everything the person can do.
pub fn next_steps<'a>(gaps: impl IntoIterator<Item = Gap<'a>>, today: NaiveDate) -> Vec<NextStep> {
    let steps = gaps.into_iter().filter_map(|gap| gap.step(today));
    let mut steps: Vec<NextStep> = steps.collect();
    steps.sort_by_key(|step| {
        let waits = matches!(step.closing, Closing::Wait { .. });
        let pressing = match step.status {
            Status::Expired => 0,
            Status::DueSoon => 1,
            _ => 2,
        };
        (waits, !step.critical, pressing, Reverse(step.size()))
    });
    steps
}

impl NextStep {
    /// How many levels are missing.
    fn size(&self) -> u8 {
        self.asked.number().saturating_sub(self.holds.map_or(0, Level::number))
    }
}

impl Gap<'_> {
    /// The step; none where nothing is asked, or it is met for longer.
    fn step(&self, today: NaiveDate) -> Option<NextStep> {
        let line = self.line;
        let (asked, status) = (line.asked?, line.status?);
        (status != Status::Met).then(|| NextStep {
            code: line.code.clone(),
            title: line.title.clone(),
            asked: asked.level,
            critical: asked.critical,
            status,
            holds: line.standing.current(today).map(|(level, _)| level),
            own: line.standing.self_level,
            closing: self.closing(asked.level, status, today),
        })
    }

    fn closing(&self, asked: Level, status: Status, today: NaiveDate) -> Closing {
        let standing = &self.line.standing;
        if let Some(until) = standing.answered_until() {
            return Closing::Wait { until };
        }
        if status == Status::NotAssessed {
            return Closing::AssessYourself;
        }
        if standing.may_ask_again() {
            return Closing::AskOnceMore { sent_back: standing.sent_back_on.is_some() };
        }
        let claims_it = standing.self_level.is_none_or(|own| own >= asked);
        let pieces = self.shown.iter().filter(|piece| self.supports(asked, **piece, today)).count();
        if claims_it && pieces > 0 {
            return Closing::AskWith { pieces };
        }
        Closing::Gather { kinds: Evidence::supporting(asked, self.rare_event) }
    }

    /// Whether one piece alone would carry a confirmation today.
    fn supports(&self, asked: Level, (kind, day): (Evidence, NaiveDate), today: NaiveDate) -> bool {
        let evidence = [kind];
        let confirming = Confirming {
            level: asked,
            made_on: today,
            today,
            evidence: &evidence,
            evidence_on: Some(day),
            competency: &self.line.title,
            rare_event: self.rare_event,
            subject: self.line.standing,
        };
        confirming.evidence().is_ok()
    }
}

#[cfg(test)]
mod tests;
