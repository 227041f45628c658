//! What the evidence of a confirmation supports (rules, section 3).

use super::Confirming;
use crate::codes::Evidence;
use crate::dates::{months_after, spoken};
use crate::frameworks::Level;
use crate::refusal::Refusal;

/// How old the evidence of a reaffirmation may be, in months.
const RECENT_MONTHS: u32 = 12;

impl Confirming<'_> {
    /// The highest level the evidence supports: the best piece counts.
    fn ceiling(&self) -> u8 {
        let holds_four =
            matches!(self.subject.current(self.made_on), Some((level, _)) if level.number() >= 4);
        let of = |evidence: &Evidence| match evidence {
            Evidence::Teaching if !holds_four => 4,
            other => other.ceiling_where(self.rare_event),
        };
        self.evidence.iter().map(of).max().unwrap_or(0)
    }

    /// Whether the evidence by itself reaches the level.
    fn is_within_ceiling(&self) -> bool {
        self.level.number() <= self.ceiling()
    }

    /// The same or a lower level than one that is current or at most 90 days past due.
    fn is_reaffirmation(&self) -> bool {
        self.subject.held_lately(self.made_on).is_some_and(|(held, _)| self.level <= held)
    }

    pub(in crate::judgements) fn evidence(&self) -> Result<(), Refusal> {
        if self.evidence.is_empty() {
            return Err(Refusal::rule(
                "evidence-missing",
                "Choose what the confirmation rests on.",
            ));
        }
        if self.is_reaffirmation() {
            return self.evidence_is_recent();
        }
        if self.is_within_ceiling() {
            return Ok(());
        }
        Err(self.above_evidence())
    }

    /// Evidence from a day whose 12 months are not over yet.
    fn evidence_is_recent(&self) -> Result<(), Refusal> {
        let from = self.evidence_on.unwrap_or(self.made_on);
        if from <= self.today && self.today <= months_after(from, RECENT_MONTHS) {
            return Ok(());
        }
        Err(Refusal::rule(
            "evidence-too-old",
            format!(
                "Evidence of {} is not from the last {RECENT_MONTHS} months. To confirm a level again, use something \
                 more recent.",
                spoken(from)
            ),
        ))
    }

    /// What is said to whoever asks for a level above what their evidence supports; `None` where it supports the level.
    pub(in crate::judgements) fn asks_for_more(&self) -> Option<String> {
        if self.is_reaffirmation() || self.is_within_ceiling() {
            return None;
        }
        let (level, on_top) = (self.level, self.on_top());
        let such_as = self.would_do().into_iter().next()?;
        Some(format!(
            "Your evidence supports {}. Your assessor can confirm level {level} only with more, such as {such_as}{on_top}",
            self.supported()
        ))
    }

    fn above_evidence(&self) -> Refusal {
        let (level, would_do, on_top) = (self.level, self.would_do().join(", "), self.on_top());
        Refusal::rule(
            "above-evidence",
            format!(
                "This evidence supports {}. For level {level} use: {would_do}{on_top}.",
                self.supported()
            ),
        )
    }

    fn supported(&self) -> String {
        match self.ceiling() {
            0 => "no level by itself".to_owned(),
            level => format!("level {level} at most"),
        }
    }

    /// The kinds that support the level, weakest first, as a sentence names them.
    fn would_do(&self) -> Vec<String> {
        let kinds = Evidence::supporting(self.level, false);
        let mut kinds: Vec<String> = kinds.iter().map(|e| e.label().to_lowercase()).collect();
        if self.rare_event && self.level.number() == 4 {
            kinds.push("a simulation with a recorded debrief".to_owned());
        }
        kinds
    }

    fn on_top(&self) -> &'static str {
        if self.level == Level::LEADS_AND_TEACHES { ", on top of a current level 4" } else { "" }
    }
}
