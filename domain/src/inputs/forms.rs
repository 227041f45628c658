//! The decisions behind the forms of mental health input: add or change a row.

use super::{CaseDiscussions, Population, SupervisionInterval};
use crate::codes::InputKind;
use crate::dates::Period;
use crate::fields::{FieldErrors, choice, date, email, optional_date, optional_text};
use crate::fte::Fte;
use serde::{Deserialize, Serialize};

/// The longest words on when somebody is there, and on how to reach them.
pub const WORDS_MOST: usize = 200;

/// What was typed about a row, not yet judged; what stands in it, for a form to show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputFields {
    pub kind: String,
    pub population: String,
    /// The code of a team.
    pub from_team: String,
    /// A work email.
    pub from_person: String,
    /// What comes, and what it is agreed should come.
    pub wte: String,
    pub target_wte: String,
    pub times: String,
    pub reach: String,
    pub case_discussions: String,
    /// A work email.
    pub supervisor: String,
    pub supervised_every: String,
    pub starts_on: String,
    pub ends_on: String,
}

/// *From this day on, this is how the team is reached*; people by their work email, a team by its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepInput {
    pub kind: InputKind,
    pub population: Population,
    pub from_team: Option<String>,
    pub from_person: Option<String>,
    pub wte: Option<Fte>,
    pub target_wte: Option<Fte>,
    pub times: Option<String>,
    pub reach: Option<String>,
    pub case_discussions: CaseDiscussions,
    pub supervisor: Option<String>,
    pub supervised_every: Option<SupervisionInterval>,
    pub held: Period,
}

impl KeepInput {
    /// # Errors
    /// Returns a message for each field that cannot be used. Somebody or some team must come, unless there is a target alone.
    pub fn parse(fields: &InputFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kept = Self::keep(fields, &mut errors);
        kept.filter(|_| errors.0.is_empty()).ok_or(errors)
    }

    fn keep(fields: &InputFields, errors: &mut FieldErrors) -> Option<Self> {
        let words = |text: &str, what: &str| optional_text(text, what, WORDS_MOST);
        let kind = errors.keep("kind", kind_of(&fields.kind));
        let population = errors.keep("population", choice(&fields.population, "whom it is for"));
        let who = who(fields, errors);
        let wte = errors.keep("wte", optional_wte(&fields.wte, "what comes"));
        let target_wte = optional_wte(&fields.target_wte, "the target");
        let target_wte = errors.keep("target_wte", target_wte);
        let times = errors.keep("times", words(&fields.times, "when they are there"));
        let reach = errors.keep("reach", words(&fields.reach, "how to reach them"));
        let discussions = choice(&fields.case_discussions, "whether they join case discussions");
        let discussions = errors.keep("case_discussions", discussions);
        let supervision = supervision(fields, errors);
        let held = held(fields, errors);
        let ((from_person, from_team), (supervisor, supervised_every)) = (who?, supervision?);
        Some(Self {
            kind: kind?,
            population: population?,
            from_team,
            from_person,
            wte: wte?,
            target_wte: target_wte?,
            times: times?,
            reach: reach?,
            case_discussions: discussions?,
            supervisor,
            supervised_every,
            held: held?,
        })
    }
}

/// Who comes, and from which team. For a target alone nobody does yet.
fn who(fields: &InputFields, errors: &mut FieldErrors) -> Option<(Option<String>, Option<String>)> {
    let person = errors.keep("from_person", optional_email(&fields.from_person))?;
    let team = Some(fields.from_team.trim().to_owned()).filter(|code| !code.is_empty());
    let target_alone = fields.wte.trim().is_empty() && !fields.target_wte.trim().is_empty();
    if person.is_none() && team.is_none() && !target_alone {
        let message = "Enter who comes, or choose the team they come from. If nobody comes yet, enter the target and not the actual";
        errors.add("from_person", message);
    }
    Some((person, team))
}

/// Who supervises, and how often.
fn supervision(
    fields: &InputFields,
    errors: &mut FieldErrors,
) -> Option<(Option<String>, Option<SupervisionInterval>)> {
    let supervisor = errors.keep("supervisor", optional_email(&fields.supervisor));
    let every = match fields.supervised_every.trim() {
        "" => Some(None),
        text => errors.keep("supervised_every", choice(text, "how often")).map(Some),
    };
    if supervisor == Some(None) && every.flatten().is_some() {
        errors.add("supervisor", "Enter who supervises them, or leave out how often");
    }
    Some((supervisor?, every?))
}

/// Blank dates are unbounded; a row that is typed has a first day.
fn held(fields: &InputFields, errors: &mut FieldErrors) -> Option<Period> {
    let from = errors.keep("starts_on", date(&fields.starts_on, "the first day"));
    let to = errors.keep("ends_on", optional_date(&fields.ends_on, "the last day"));
    let held = Period::new(Some(from?), to?);
    if held.is_backwards() {
        errors.add("ends_on", "The last day must be the first day or later");
        return None;
    }
    Some(held)
}

/// That nobody comes is said by ending what there is.
fn kind_of(text: &str) -> Result<InputKind, String> {
    let what = "how they reach the team";
    match choice(text, what)? {
        InputKind::None => Err(format!("Choose {what}")),
        kind => Ok(kind),
    }
}

fn optional_email(text: &str) -> Result<Option<String>, String> {
    match text.trim() {
        "" => Ok(None),
        text => email(text).map(Some),
    }
}

fn optional_wte(text: &str, what: &str) -> Result<Option<Fte>, String> {
    let message = || {
        format!(
            "Enter {what} in whole-time equivalents, as a number above 0 and at most 1.5, for example 0.20"
        )
    };
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| message()),
    }
}
