//! Confirming without a request: what an assessor saw of one person, and what falls due to them again.

use crate::codes::{Evidence, JudgementKind};
use crate::fields::{FieldErrors, choice, date, once, optional_text};
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::judgements::forms::NOTE_MOST;
use crate::judgements::views::AskedLevel;
use crate::standing::{DUE_SOON_DAYS, Standing};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One person's competencies in which the reader may confirm them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observable {
    pub person: PersonId,
    pub name: String,
    /// Each post as `Practice nurse, Limehouse team`.
    pub posts: Vec<String>,
    pub today: NaiveDate,
    pub items: Vec<ObservableItem>,
    /// How many more are asked of the person, in which the reader may confirm nobody.
    pub others: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservableItem {
    pub code: String,
    pub title: String,
    pub asked: Option<AskedLevel>,
    /// The level that is held and its due date, current or not.
    pub held: Option<(Level, NaiveDate)>,
    /// Whether it is asked, and falls due soon or did not long ago: then any evidence of the last 12 months will do.
    pub due: bool,
    /// What is open: a request, or the first of two signatures.
    pub waits: Option<JudgementKind>,
}

/// The chosen competencies of one person, with what each level means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObserveForm {
    pub person: PersonId,
    pub name: String,
    pub today: NaiveDate,
    pub items: Vec<ObserveItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObserveItem {
    pub code: String,
    pub title: String,
    pub statement: String,
    pub descriptors: Vec<String>,
    pub asked: Option<Level>,
    pub rare_event: bool,
}

/// Somebody to whom something falls due that the reader may confirm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuePerson {
    pub person: PersonId,
    pub name: String,
    pub team_name: String,
    pub due: usize,
    /// The earliest day of them, which may have passed.
    pub first_due_on: NaiveDate,
}

/// Whether what is held falls due within 90 days, or did within the last 90: the time in which any evidence of the last 12
/// months confirms it again.
pub fn is_due(standing: &Standing, day: NaiveDate) -> Option<(Level, NaiveDate)> {
    standing.held_lately(day).filter(|(_, due_on)| (*due_on - day).num_days() <= DUE_SOON_DAYS)
}

/// What an assessor saw in one competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    pub code: String,
    pub level: Level,
    pub evidence: Vec<Evidence>,
    pub made_on: NaiveDate,
    pub note: Option<String>,
}

/// What was typed, by the code of the competency.
#[derive(Clone, Copy, Debug)]
pub struct ObserveFields<'a> {
    pub level: &'a BTreeMap<String, String>,
    pub evidence: &'a BTreeMap<String, Vec<String>>,
    pub made_on: &'a BTreeMap<String, String>,
    pub note: &'a BTreeMap<String, String>,
}

impl Observed {
    /// Every competency that a level was asked for.
    ///
    /// # Errors
    /// Returns a message for each of `level-CODE`, `evidence-CODE`, `made_on-CODE` and `note-CODE` that cannot be used.
    pub fn parse_all(
        fields: ObserveFields<'_>,
        today: NaiveDate,
    ) -> Result<Vec<Self>, FieldErrors> {
        let mut errors = FieldErrors::default();
        let all =
            fields.level.keys().filter_map(|code| Self::parse(fields, code, today, &mut errors));
        let all: Vec<Self> = all.collect();
        if all.is_empty() {
            errors.add("level", "Choose at least one competency");
        }
        errors.into_result().map(|()| all)
    }

    fn parse(
        fields: ObserveFields<'_>,
        code: &str,
        today: NaiveDate,
        errors: &mut FieldErrors,
    ) -> Option<Self> {
        let of = |typed: &BTreeMap<String, String>| typed.get(code).cloned().unwrap_or_default();
        let level = choice(&of(fields.level), "the level that you saw");
        let level = errors.keep(&format!("level-{code}"), level);
        let evidence = evidence(fields.evidence.get(code).map_or(&[], Vec::as_slice));
        let evidence = errors.keep(&format!("evidence-{code}"), evidence);
        let made_on = day(&of(fields.made_on), today);
        let made_on = errors.keep(&format!("made_on-{code}"), made_on);
        let note = optional_text(&of(fields.note), "the note", NOTE_MOST);
        let note = errors.keep(&format!("note-{code}"), note);
        let (level, evidence, made_on, note) = (level?, evidence?, made_on?, note?);
        Some(Self { code: code.to_owned(), level, evidence, made_on, note })
    }
}

fn evidence(codes: &[String]) -> Result<Vec<Evidence>, String> {
    let evidence: Vec<Evidence> = once(codes.iter().filter_map(|code| code.parse().ok()));
    if evidence.is_empty() {
        return Err("Choose what your confirmation rests on".to_owned());
    }
    Ok(evidence)
}

fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    match text.trim() {
        "" => Ok(today),
        text => date(text, "the day you saw it"),
    }
}

/// Several levels of one person confirmed again, as they are held, on the same evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaffirm {
    pub codes: Vec<String>,
    pub evidence: Vec<Evidence>,
    pub evidence_on: NaiveDate,
    pub note: Option<String>,
}

impl Reaffirm {
    /// Each of the competencies once.
    ///
    /// # Errors
    /// Returns a message for each of `codes`, `evidence`, `evidence_on` and `note` that cannot be used.
    pub fn parse(
        codes: &[String],
        evidence_codes: &[String],
        evidence_on: &str,
        note: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        if codes.is_empty() {
            errors.add("codes", "Choose at least one competency");
        }
        let evidence = errors.keep("evidence", evidence(evidence_codes));
        let evidence_on = errors.keep("evidence_on", day(evidence_on, today));
        let note = errors.keep("note", optional_text(note, "the note", NOTE_MOST));
        match (evidence, evidence_on, note) {
            (Some(evidence), Some(evidence_on), Some(note)) if errors.0.is_empty() => {
                Ok(Self { codes: once(codes.iter().cloned()), evidence, evidence_on, note })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standing::Confirmed;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_held_is_due_from_90_days_before_to_90_days_after() {
        let due = |due_on| {
            let (level, made_on) = (Level::KNOWS_HOW, day("2024-01-01"));
            let confirmed = Confirmed::At {
                level,
                kind: JudgementKind::Confirmed,
                made_on,
                due_on: day(due_on),
            };
            is_due(&Standing { confirmed, ..Standing::default() }, day("2026-06-01")).is_some()
        };
        assert!(due("2026-08-30") && !due("2026-08-31"));
        assert!(due("2026-03-03") && !due("2026-03-02"));
        let revoked = Standing { confirmed: Confirmed::Revoked, ..Standing::default() };
        assert_eq!(is_due(&revoked, day("2026-06-01")), None);
    }

    #[test]
    fn each_competency_has_its_own_level_evidence_day_and_note() {
        let map = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
            pairs.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
        };
        let (level, made_on) =
            (map(&[("RSK-1", "3"), ("RSK-2", "")]), map(&[("RSK-1", "2026-05-20")]));
        let note = map(&[]);
        let evidence = BTreeMap::from([("RSK-1".to_owned(), vec!["observation".to_owned()])]);
        let fields =
            ObserveFields { level: &level, evidence: &evidence, made_on: &made_on, note: &note };
        let today = day("2026-06-01");
        let errors = Observed::parse_all(fields, today).unwrap_err();
        let named: Vec<_> = errors.0.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(named, ["level-RSK-2", "evidence-RSK-2"]);
        let level = map(&[("RSK-1", "3")]);
        let all = Observed::parse_all(ObserveFields { level: &level, ..fields }, today).unwrap();
        assert_eq!((all[0].made_on, all[0].evidence.len()), (day("2026-05-20"), 1));
    }

    #[test]
    fn confirming_again_needs_competencies_and_evidence() {
        let today = day("2026-06-01");
        assert_eq!(Reaffirm::parse(&[], &[], "", "", today).unwrap_err().0.len(), 2);
        let (codes, evidence) = (["RSK-1".to_owned()], ["reading".to_owned()]);
        let again = Reaffirm::parse(&codes, &evidence, "", "", today).unwrap();
        assert_eq!(again.evidence_on, today);
    }

    #[test]
    fn what_a_form_sends_twice_is_confirmed_again_once_and_on_that_evidence_once() {
        let codes = ["RSK-2", "RSK-1", "RSK-2"].map(str::to_owned);
        let evidence = ["reading", "reading"].map(str::to_owned);
        let again = Reaffirm::parse(&codes, &evidence, "", "", day("2026-06-01")).unwrap();
        assert_eq!(again.codes, ["RSK-2", "RSK-1"]);
        assert_eq!(again.evidence, [Evidence::Reading]);
    }
}
