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

    fn above_evidence(&self) -> Refusal {
        let would_do = Evidence::supporting(self.level, false);
        let mut would_do: Vec<String> = would_do.iter().map(|e| e.label().to_lowercase()).collect();
        if self.rare_event && self.level.number() == 4 {
            would_do.push("a simulation with a recorded debrief".to_owned());
        }
        let on_top = if self.level == Level::LEADS_AND_TEACHES {
            ", on top of a current level 4"
        } else {
            ""
        };
        let supports = match self.ceiling() {
            0 => "no level by itself".to_owned(),
            level => format!("level {level} at most"),
        };
        let (level, would_do) = (self.level, would_do.join(", "));
        Refusal::rule(
            "above-evidence",
            format!(
                "This evidence supports {supports}. For level {level} use: {would_do}{on_top}."
            ),
        )
    }
}
