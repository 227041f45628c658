//! Asking for confirmation on somebody's behalf: what a manager or practice lead says in their own words (rules, section 8).

use super::asking::{Asker, may_request};
use crate::codes::Evidence;
use crate::fields::{FieldErrors, choice, required_text};
use crate::frameworks::Level;
use crate::judgements::Confirming;
use crate::judgements::forms::NOTE_MOST;
use crate::refusal::Refusal;
use std::fmt;

/// *Confirm that they are at this level*: a kind of evidence and a sentence. Never the person's own evidence or reflections,
/// which are not the asker's to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskFor {
    pub level: Level,
    pub evidence: Evidence,
    pub note: String,
}

impl AskFor {
    /// # Errors
    /// Returns a message for each of `level`, `evidence` and `note` that cannot be used.
    pub fn parse(level: &str, evidence: &str, note: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let level = errors.keep("level", choice(level, "the level to be confirmed"));
        let evidence =
            errors.keep("evidence", choice(evidence, "what shows that they can do this"));
        let note =
            errors.keep("note", required_text(note, "a sentence about what you know", NOTE_MOST));
        match (level, evidence, note) {
            (Some(level), Some(evidence), Some(note)) => Ok(Self { level, evidence, note }),
            _ => Err(errors),
        }
    }
}

/// Whether a manager may ask for it: a new request may be made, and what they name would support the level. Prior learning
/// supports a request for any level: the assessor then sees for herself.
///
/// # Errors
/// Refuses with the first rule that stands against it, in words that say what would do.
pub fn may_ask_for(asked: &Confirming<'_>) -> Result<(), Refusal> {
    may_request(&asked.subject, asked.competency, Asker::OnTheirBehalf)?;
    match asked.evidence {
        [Evidence::PriorLearning] => Ok(()),
        _ => asked.evidence(),
    }
}

/// What was asked for, in the sentence that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFor {
    pub person_name: String,
    pub competency_title: String,
    pub level: Level,
}

impl fmt::Display for AskedFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, competency_title, level } = self;
        write!(
            f,
            "You asked for confirmation of level {level} of {person_name} in “{competency_title}”. They can see that, and \
             may withdraw it"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::JudgementKind;
    use crate::standing::{Confirmed, Requested, Signed, Standing};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn level(number: u8) -> Level {
        Level::try_from(number).unwrap()
    }

    fn asks(number: u8, evidence: Evidence, subject: Standing) -> String {
        let today = day("2026-06-01");
        let asked = Confirming {
            level: level(number),
            made_on: today,
            today,
            evidence: &[evidence],
            evidence_on: None,
            competency: "Ask about risk",
            rare_event: false,
            subject,
        };
        match may_ask_for(&asked) {
            Ok(()) => "allowed".to_owned(),
            Err(Refusal::Rule { code, .. }) => code,
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn nothing_is_asked_for_above_what_the_named_evidence_supports() {
        let nothing = Standing::default();
        assert_eq!(asks(3, Evidence::Simulation, nothing), "allowed");
        assert_eq!(asks(4, Evidence::Simulation, nothing), "above-evidence");
        assert_eq!(asks(5, Evidence::Teaching, nothing), "above-evidence", "without a current 4");
        assert_eq!(asks(4, Evidence::PriorLearning, nothing), "allowed", "it supports a request");
        let (kind, made_on, due_on) =
            (JudgementKind::Confirmed, day("2025-01-01"), day("2027-01-01"));
        let confirmed = Confirmed::At { level: level(3), kind, made_on, due_on };
        let held = Standing { confirmed, ..nothing };
        assert_eq!(asks(3, Evidence::Reading, held), "allowed", "a reaffirmation");
        assert_eq!(asks(4, Evidence::Reading, held), "above-evidence");
    }

    #[test]
    fn nothing_is_asked_for_where_something_waits_or_it_is_not_part_of_the_post() {
        let request = Requested { sequence: 1, asked_on: day("2026-05-20"), level: level(2) };
        let signed = Signed { sequence: 1, signed_on: day("2026-05-20"), level: level(2) };
        let asks = |subject| asks(2, Evidence::Observation, subject);
        let requested = Standing { requested: Some(request), ..Standing::default() };
        assert_eq!(asks(requested), "already-requested");
        assert_eq!(
            asks(Standing { signed: Some(signed), ..Standing::default() }),
            "already-signed"
        );
        assert_eq!(asks(Standing { exempt: true, ..Standing::default() }), "not-asked");
    }

    #[test]
    fn asking_for_somebody_needs_a_level_a_kind_of_evidence_and_a_sentence() {
        assert!(AskFor::parse("3", "observation", "On her visits").is_ok());
        let wrong = AskFor::parse("6", "hearsay", " ").unwrap_err();
        let named: Vec<_> = wrong.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(named, ["level", "evidence", "note"]);
    }
}
