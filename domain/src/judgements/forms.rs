//! The decisions behind the forms of judgements: each reads what was typed and is either right or says what is not.

use crate::codes::Evidence;
use crate::fields::{FieldErrors, choice, date, once, optional_text, required_text};
use crate::frameworks::Level;
use crate::ids::EvidenceItemId;
use chrono::NaiveDate;

/// The longest sentence beside a judgement.
pub const NOTE_MOST: usize = 500;
/// The longest reflection.
pub const REFLECTION_MOST: usize = 4000;

/// Answers to *how confident are you*, from 1 to 5.
pub const CONFIDENCE: [&str; 5] = ["Not at all", "A little", "Fairly", "Very", "Completely"];

/// *I am at this level*, with a reflection and a confidence that only the owner sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfAssess {
    pub level: Level,
    pub reflection: Option<String>,
    /// 1 to 5; never enters coverage.
    pub confidence: Option<u8>,
}

impl SelfAssess {
    /// # Errors
    /// Returns a message for each of `level`, `reflection` and `confidence` that cannot be used.
    pub fn parse(level: &str, reflection: &str, confidence: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let level = errors.keep("level", choice(level, "the level that describes you"));
        let reflection = errors
            .keep("reflection", optional_text(reflection, "your reflection", REFLECTION_MOST));
        let confidence = match confidence.trim() {
            "" => Some(None),
            text => errors
                .keep("confidence", choice::<Level>(text, "how confident you are"))
                .map(|c| Some(c.number())),
        };
        match (level, reflection, confidence) {
            (Some(level), Some(reflection), Some(confidence)) => {
                Ok(Self { level, reflection, confidence })
            }
            _ => Err(errors),
        }
    }
}

/// *Confirm that I am at this level*: pieces of evidence, or one kind of it and a sentence, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskForConfirmation {
    pub level: Level,
    /// Pieces of the person's own evidence.
    pub items: Vec<EvidenceItemId>,
    /// What is nothing but said here; always there where there are no pieces.
    pub described: Option<(Evidence, String)>,
    /// Whether the assessor may read the person's latest reflection while the request is open.
    pub attach_reflection: bool,
}

/// What was typed to ask for confirmation, not yet judged.
#[derive(Clone, Debug, Default)]
pub struct AskFields<'a> {
    pub level: &'a str,
    pub items: &'a [String],
    pub evidence: &'a str,
    pub note: &'a str,
    pub attach_reflection: bool,
}

impl AskForConfirmation {
    /// # Errors
    /// Returns a message for each of `level`, `items`, `evidence` and `note` that cannot be used. Where pieces are
    /// chosen, neither kind nor sentence need be there, but not one without the other.
    pub fn parse(fields: &AskFields<'_>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let level = errors.keep("level", choice(fields.level, "the level you want confirmed"));
        let items: Result<Vec<EvidenceItemId>, _> =
            fields.items.iter().map(|id| choice(id, "from your own evidence")).collect();
        let items = errors.keep("items", items);
        let blank = |text: &str| text.trim().is_empty();
        let described = if blank(fields.evidence) && blank(fields.note) && !fields.items.is_empty()
        {
            None
        } else {
            let kind = choice(fields.evidence, "what shows that you can do this");
            let kind = errors.keep("evidence", kind);
            let note = required_text(fields.note, "a sentence about your evidence", NOTE_MOST);
            kind.zip(errors.keep("note", note))
        };
        let attach_reflection = fields.attach_reflection;
        match (level, items) {
            (Some(level), Some(items)) if errors.0.is_empty() => {
                Ok(Self { level, items, described, attach_reflection })
            }
            _ => Err(errors),
        }
    }
}

/// What an assessor decides about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Confirm { level: Level, evidence: Vec<Evidence>, made_on: NaiveDate, note: Option<String> },
    SendBack { reason: String },
}

/// What an assessor typed about a request, not yet judged.
#[derive(Clone, Debug, Default)]
pub struct DecideFields<'a> {
    /// `confirm` or `send_back`.
    pub decision: &'a str,
    pub level: &'a str,
    pub evidence: &'a [String],
    pub made_on: &'a str,
    pub note: &'a str,
    pub reason: &'a str,
}

impl Decision {
    /// # Errors
    /// Returns a message for each of `decision`, `level`, `evidence`, `made_on`, `note` and `reason` that cannot be used.
    pub fn parse(fields: &DecideFields<'_>, today: NaiveDate) -> Result<Self, FieldErrors> {
        match fields.decision {
            "confirm" => Self::parse_confirm(fields, today),
            "send_back" => required_text(fields.reason, "what is missing", NOTE_MOST)
                .map(|reason| Self::SendBack { reason })
                .map_err(|message| FieldErrors::one("reason", message)),
            _ => Err(FieldErrors::one("decision", "Choose whether you confirm this level")),
        }
    }

    /// What is written with it, with the name of its field.
    pub fn text(&self) -> (&'static str, &str) {
        match self {
            Self::Confirm { note, .. } => ("note", note.as_deref().unwrap_or_default()),
            Self::SendBack { reason } => ("reason", reason),
        }
    }

    fn parse_confirm(fields: &DecideFields<'_>, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let level = errors.keep("level", choice(fields.level, "the level you confirm"));
        let evidence: Vec<Evidence> =
            once(fields.evidence.iter().filter_map(|code| code.parse().ok()));
        if evidence.is_empty() {
            errors.add("evidence", "Choose what your confirmation rests on");
        }
        let made_on = match fields.made_on.trim() {
            "" => Some(today),
            text => errors.keep("made_on", date(text, "the day you saw it")),
        };
        let note = errors.keep("note", optional_text(fields.note, "the note", NOTE_MOST));
        match (level, made_on, note) {
            (Some(level), Some(made_on), Some(note)) if errors.0.is_empty() => {
                Ok(Self::Confirm { level, evidence, made_on, note })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_self_assessment_needs_a_level_and_nothing_else() {
        let assessed = SelfAssess::parse("3", "  ", "").unwrap();
        assert_eq!(assessed.level, Level::PRACTISES_WITH_SUPPORT);
        assert_eq!((assessed.reflection, assessed.confidence), (None, None));
        let errors = SelfAssess::parse("", &"x".repeat(4001), "9").unwrap_err();
        let fields: Vec<_> = errors.0.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["level", "reflection", "confidence"]);
    }

    #[test]
    fn asking_needs_a_level_evidence_and_a_sentence() {
        let fields = AskFields {
            level: "3",
            evidence: "simulation",
            note: "With the crisis team",
            ..AskFields::default()
        };
        assert!(AskForConfirmation::parse(&fields).is_ok());
        let wrong = AskFields { level: "6", evidence: "hearsay", note: " ", ..fields };
        assert_eq!(AskForConfirmation::parse(&wrong).unwrap_err().0.len(), 3);
    }

    #[test]
    fn pieces_of_evidence_stand_in_for_a_kind_and_a_sentence() {
        let items = ["01940000-0000-7000-8000-000000000001".to_owned()];
        let fields = AskFields { level: "3", items: &items, ..AskFields::default() };
        let asked = AskForConfirmation::parse(&fields).unwrap();
        assert_eq!((asked.items.len(), asked.described), (1, None));
        let half = AskFields { note: "And once more since", ..fields.clone() };
        assert!(AskForConfirmation::parse(&half).unwrap_err().of("evidence").is_some());
        let both = AskFields { evidence: "observation", ..half };
        assert!(AskForConfirmation::parse(&both).unwrap().described.is_some());
        let forged = ["not an id".to_owned()];
        let forged = AskFields { items: &forged, ..fields };
        assert!(AskForConfirmation::parse(&forged).unwrap_err().of("items").is_some());
    }

    #[test]
    fn sending_back_needs_a_reason_and_confirming_needs_evidence() {
        let today = "2026-11-01".parse().unwrap();
        let sent_back = DecideFields { decision: "send_back", ..DecideFields::default() };
        assert!(Decision::parse(&sent_back, today).unwrap_err().of("reason").is_some());
        let evidence = ["observation".to_owned()];
        let confirm = DecideFields {
            decision: "confirm",
            level: "3",
            evidence: &evidence,
            ..DecideFields::default()
        };
        let decided = Decision::parse(&confirm, today).unwrap();
        assert!(matches!(decided, Decision::Confirm { made_on, .. } if made_on == today));
        let without = DecideFields { evidence: &[], ..confirm };
        assert!(Decision::parse(&without, today).unwrap_err().of("evidence").is_some());
        assert!(
            Decision::parse(&DecideFields::default(), today).unwrap_err().of("decision").is_some()
        );
    }
}
