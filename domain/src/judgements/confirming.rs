//! May this assessor confirm this level of this person on this evidence? (rules, section 3)

use crate::codes::Evidence;
use crate::dates::{days_after, months_after, spoken};
use crate::frameworks::Level;
use crate::refusal::Refusal;
use crate::standing::{Confirmed, Standing};
use chrono::NaiveDate;

/// How long past its due date an assessor's own confirmation still lets them confirm others.
const ASSESSOR_GRACE_DAYS: i64 = 90;
/// Within this time a confirmation the other way round calls for a second pair of eyes.
const RECIPROCAL_DAYS: i64 = 365;
/// How far back a direct observation may be dated.
const OBSERVED_WITHIN_DAYS: i64 = 28;
/// A founding assessor's grant ends after this many months at most.
pub const FOUNDING_MONTHS: u32 = 12;

/// A founding assessor's exemption from holding what they confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    pub highest: Level,
    pub given_on: NaiveDate,
}

/// Somebody who confirms, as far as the rules look at them.
#[derive(Clone, Debug)]
pub struct Assessor {
    /// Whether the account belongs to a person: without one nobody could tell who confirmed, nor that it was another.
    pub has_record: bool,
    pub is_subject: bool,
    /// Whether an assessor's grant of theirs contains the team of one of the subject's posts in scope that day.
    pub in_reach: bool,
    /// Where they stand themselves in the competency.
    pub standing: Standing,
    /// Their founding grant, where one names this competency.
    pub founding: Option<Founding>,
    /// The last day on which the subject confirmed them in this competency.
    pub confirmed_by_subject_on: Option<NaiveDate>,
}

/// A confirmation about to be made.
#[derive(Clone, Debug)]
pub struct Confirming<'a> {
    pub level: Level,
    /// The day the judgement speaks of.
    pub made_on: NaiveDate,
    pub today: NaiveDate,
    pub evidence: &'a [Evidence],
    /// Its title.
    pub competency: &'a str,
    pub rare_event: bool,
    pub refresh_months: u32,
    /// Where the subject stands before it.
    pub subject: Standing,
}

impl Confirming<'_> {
    /// # Errors
    /// Refuses with the first rule that stands against it, in words that say what would do.
    pub fn by(&self, assessor: &Assessor) -> Result<(), Refusal> {
        self.right_to_confirm(assessor)?;
        self.independence(assessor)?;
        self.day()?;
        self.evidence()
    }

    fn right_to_confirm(&self, assessor: &Assessor) -> Result<(), Refusal> {
        if !assessor.has_record {
            return Err(Refusal::rule(
                "assessor-without-record",
                "Your account is not linked to a staff record, so nobody could see who confirmed. Ask an administrator \
                 to link it.",
            ));
        }
        if assessor.is_subject {
            return Err(Refusal::rule(
                "own-confirmation",
                "You cannot confirm your own level. Ask another assessor.",
            ));
        }
        if !assessor.in_reach {
            return Err(Refusal::not_found("this person among those you assess"));
        }
        if holds_to_confirm(&assessor.standing, self.level, self.made_on) || self.founded(assessor)
        {
            return Ok(());
        }
        let competency = self.competency;
        Err(Refusal::rule(
            "assessor-must-hold",
            format!(
                "To confirm level {} in “{competency}” you must hold level {} in it yourself, current or at most \
                 {ASSESSOR_GRACE_DAYS} days past its due date. Send the request back, naming someone who does.",
                self.level,
                needed_to_confirm(self.level)
            ),
        ))
    }

    fn founded(&self, assessor: &Assessor) -> bool {
        assessor.founding.as_ref().is_some_and(|founding| {
            self.level <= founding.highest
                && self.made_on <= months_after(founding.given_on, FOUNDING_MONTHS)
        })
    }

    fn independence(&self, assessor: &Assessor) -> Result<(), Refusal> {
        match assessor.confirmed_by_subject_on {
            Some(on) if self.made_on <= days_after(on, RECIPROCAL_DAYS) => Err(Refusal::rule(
                "reciprocal-confirmation",
                format!(
                    "This person confirmed you in “{}” on {}. Within {RECIPROCAL_DAYS} days of that, somebody else must \
                     confirm them: another assessor who holds level 4.",
                    self.competency,
                    spoken(on)
                ),
            )),
            _ => Ok(()),
        }
    }

    fn day(&self) -> Result<(), Refusal> {
        let observed = self.evidence.contains(&Evidence::Observation);
        let earliest =
            if observed { days_after(self.today, -OBSERVED_WITHIN_DAYS) } else { self.today };
        if (earliest..=self.today).contains(&self.made_on) {
            return Ok(());
        }
        Err(Refusal::rule(
            "day-out-of-range",
            format!(
                "A judgement is dated today. Only what you observed yourself may be dated back, by {OBSERVED_WITHIN_DAYS} \
                 days at most."
            ),
        ))
    }

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
    pub(super) fn is_within_ceiling(&self) -> bool {
        self.level.number() <= self.ceiling()
    }

    /// The same or a lower level than one confirmed within the last refresh period and 90 days.
    pub(super) fn is_reaffirmation(&self) -> bool {
        matches!(self.subject.confirmed, Confirmed::At { level, made_on, .. }
            if self.level <= level
            && self.made_on <= days_after(months_after(made_on, self.refresh_months), ASSESSOR_GRACE_DAYS))
    }

    fn evidence(&self) -> Result<(), Refusal> {
        if self.evidence.is_empty() {
            return Err(Refusal::rule(
                "evidence-missing",
                "Choose what the confirmation rests on.",
            ));
        }
        if self.is_within_ceiling() || self.is_reaffirmation() {
            return Ok(());
        }
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
        Err(Refusal::rule(
            "above-evidence",
            format!(
                "This evidence supports {supports}. For level {} use: {}{on_top}.",
                self.level,
                would_do.join(", ")
            ),
        ))
    }
}

/// Whether somebody who stands so holds enough to confirm `confirmed` of another on that day: current, or at most 90 days
/// past due.
pub fn holds_to_confirm(standing: &Standing, confirmed: Level, day: NaiveDate) -> bool {
    matches!(standing.confirmed, Confirmed::At { level, due_on, .. }
        if level.number() >= needed_to_confirm(confirmed)
            && day <= days_after(due_on, ASSESSOR_GRACE_DAYS))
}

fn needed_to_confirm(level: Level) -> u8 {
    if level == Level::LEADS_AND_TEACHES { 5 } else { 4 }
}

#[cfg(test)]
mod tests;
