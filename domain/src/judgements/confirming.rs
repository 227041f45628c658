//! May this assessor confirm this level of this person on this evidence, and is their word enough? (rules, section 3)

mod evidence; // what the evidence supports
mod signatures; // one signature or two

pub use signatures::{Countersigner, Second, Signatures};

use crate::codes::Evidence;
use crate::dates::{days_after, months_after, spoken};
use crate::frameworks::Level;
use crate::refusal::Refusal;
use crate::standing::{Confirmed, GRACE_DAYS, Standing};
use chrono::NaiveDate;

/// Within this time a confirmation the other way round calls for a second pair of eyes.
pub const RECIPROCAL_DAYS: i64 = 365;
/// How far back a direct observation may be dated.
pub const OBSERVED_WITHIN_DAYS: i64 = 28;
/// A founding assessor's grant ends after this many months at most.
pub const FOUNDING_MONTHS: u32 = 12;

/// A founding assessor's exemption from holding what they confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    pub highest: Level,
    pub given_on: NaiveDate,
}

/// Whether an assessor's grant contains the team of one of the subject's posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reaches {
    /// Of one in scope that day.
    AtWork,
    /// Only of posts that the subject is away from.
    Away,
    Nothing,
}

/// Somebody who confirms, as far as the rules look at them.
#[derive(Clone, Debug)]
pub struct Assessor {
    /// Whether the account belongs to a person: without one nobody could tell who confirmed, nor that it was another.
    pub has_record: bool,
    pub is_subject: bool,
    pub reaches: Reaches,
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
    /// The day the evidence is from, where that is another than the judgement's own: a reaffirmation may rest on some of
    /// the last 12 months.
    pub evidence_on: Option<NaiveDate>,
    /// Its title.
    pub competency: &'a str,
    pub rare_event: bool,
    /// Where the subject stands before it.
    pub subject: Standing,
}

impl Confirming<'_> {
    /// Whether the assessor may sign it, and whether their signature is enough.
    ///
    /// # Errors
    /// Refuses with the first rule that stands against it, in words that say what would do.
    pub fn by(&self, assessor: &Assessor) -> Result<Signatures, Refusal> {
        another_person(assessor)?;
        self.right_to_confirm(assessor)?;
        self.day()?;
        self.still_counts()?;
        self.evidence()?;
        match (self.signatures(assessor), self.subject.signed) {
            (Signatures::Two(_), Some(signed)) => Err(Refusal::rule(
                "signed-already",
                format!(
                    "Level {} in “{}” was signed on {} and waits for a second signature. Open it under Confirm: sign it \
                     too, or send it back.",
                    signed.level,
                    self.competency,
                    spoken(signed.signed_on)
                ),
            )),
            (signatures, _) => Ok(signatures),
        }
    }

    fn right_to_confirm(&self, assessor: &Assessor) -> Result<(), Refusal> {
        at_work(assessor)?;
        if assessor.reaches != Reaches::AtWork {
            return Err(Refusal::not_found("this person among those you assess"));
        }
        if self.holds(assessor, Level::PRACTISES_INDEPENDENTLY) || self.founded(assessor) {
            return Ok(());
        }
        let competency = self.competency;
        Err(Refusal::rule(
            "assessor-must-hold",
            format!(
                "To confirm a level in “{competency}” you must hold level 4 in it yourself, current or at most \
                 {GRACE_DAYS} days past its due date. Leave it to someone who does, or send the request back \
                 and name them."
            ),
        ))
    }

    fn holds(&self, assessor: &Assessor, level: Level) -> bool {
        holds(&assessor.standing, level, self.made_on)
    }

    /// Whether a founding grant exempts them from holding it: it still names a highest level, and runs out.
    fn founded(&self, assessor: &Assessor) -> bool {
        assessor.founding.as_ref().is_some_and(|founding| {
            self.level <= founding.highest && founded(founding, self.made_on)
        })
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

    /// Whether nothing was said of the level since the day of what was seen: what sorts before the last word never counts.
    fn still_counts(&self) -> Result<(), Refusal> {
        let seen_on = self.evidence_on.map_or(self.made_on, |on| on.min(self.made_on));
        if let Some(on) = self.subject.revoked_on.filter(|on| seen_on < *on) {
            return Err(Refusal::rule(
                "revoked-since",
                format!(
                    "The level in “{}” was revoked on {}, so what was seen before does not count. Observe again, then \
                     confirm what you see.",
                    self.competency,
                    spoken(on)
                ),
            ));
        }
        match self.subject.confirmed {
            Confirmed::At { level, made_on, .. } if self.made_on < made_on => Err(Refusal::rule(
                "confirmed-since",
                format!(
                    "Level {level} in “{}” was confirmed on {}, after the day you saw this, and the later word counts. If you \
                     have seen more since, confirm it with that day.",
                    self.competency,
                    spoken(made_on)
                ),
            )),
            _ => Ok(()),
        }
    }
}

/// Whether it is a person who signs, and another than the one it is about.
fn another_person(signer: &Assessor) -> Result<(), Refusal> {
    on_record(signer.has_record)?;
    if signer.is_subject {
        return Err(Refusal::rule(
            "own-confirmation",
            "You cannot confirm your own level. Ask another assessor.",
        ));
    }
    Ok(())
}

/// Whether an account that judges belongs to a person: without one nobody could tell who it was, nor that it was another.
///
/// # Errors
/// Refuses it, and says who can mend that.
pub fn on_record(has_record: bool) -> Result<(), Refusal> {
    if has_record {
        return Ok(());
    }
    Err(Refusal::rule(
        "assessor-without-record",
        "Your account is not linked to a staff record, so nobody could see who judged. Ask an administrator to link it.",
    ))
}

/// Whether the subject is at work in a post that the signer assesses, as far as the signer may know of them.
fn at_work(signer: &Assessor) -> Result<(), Refusal> {
    if signer.reaches == Reaches::Away {
        return Err(Refusal::rule(
            "subject-away",
            "They are away from their post, and nobody is confirmed while away. Confirm it once they are back.",
        ));
    }
    Ok(())
}

/// Whether somebody who stands so holds at least this level on that day as far as confirming others goes: current, or at
/// most 90 days past due.
pub fn holds(standing: &Standing, least: Level, day: NaiveDate) -> bool {
    standing.held_lately(day).is_some_and(|(level, _)| level >= least)
}

/// The highest level that an assessor may confirm of a person in a competency on that day, a 5 with a second signature where
/// it takes one; `None` where they may not confirm at all.
pub fn confirms_up_to(assessor: &Assessor, day: NaiveDate) -> Option<Level> {
    if another_person(assessor).is_err() || assessor.reaches != Reaches::AtWork {
        return None;
    }
    if holds(&assessor.standing, Level::PRACTISES_INDEPENDENTLY, day) {
        return Some(Level::LEADS_AND_TEACHES);
    }
    let founding = assessor.founding.as_ref().filter(|founding| founded(founding, day));
    founding.map(|founding| founding.highest)
}

/// Whether an assessor may confirm a person in a competency at all on that day, whatever the level.
pub fn may_confirm(assessor: &Assessor, day: NaiveDate) -> bool {
    confirms_up_to(assessor, day).is_some()
}

/// Whether a founding grant still exempts its holder on that day: for 12 months at most.
pub fn founded(founding: &Founding, day: NaiveDate) -> bool {
    day <= months_after(founding.given_on, FOUNDING_MONTHS)
}

#[cfg(test)]
mod tests;
