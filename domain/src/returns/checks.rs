//! What is looked at before a return is approved: what has to be mended and by whom, and what may stand once somebody says why
//! (rules, section 7).

mod data; // what the data itself gets wrong
mod figures; // what is odd about the figures
mod imported; // how much of what is met was brought in

pub use data::in_data;
pub use figures::{Shares, in_figures, provisional};
pub use imported::imported;

use super::forms::note_field;
use crate::codes::GrantKind;
use crate::fields::{FieldErrors, optional_text};
use crate::figures::counted;
use crate::macros::codes;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// How long a note may be, in characters.
pub const NOTE_MOST: usize = 500;

codes! {
    /// What is looked at.
    Check, "check of a return" {
        NoRole "no_role" "Posts without a role",
        NoArea "no_area" "Teams without an area",
        ImpossibleDates "impossible_dates" "Impossible dates",
        Provisional "provisional" "Less than half is assessed",
        Recognised "recognised" "Much of what is met is recognised",
        Imported "imported" "Much of what is met is imported",
        Changed "changed" "Changed by more than 20 points",
        /// A held count is not shown to keep 3 possible numbers: nearly always because of what an earlier return has told.
        Open "open" "Could be worked out",
    }

    /// What a concern asks for.
    Severity, "severity of a concern" {
        Must "must" "To be put right first",
        SayWhy "say_why" "To be put right, or to be explained",
    }
}

/// Something that a check came upon. It names no person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Concern {
    pub severity: Severity,
    pub check: Check,
    /// The code of where it is, or the cell it is about: with the check, what a note is for.
    pub subject: String,
    /// What is so, in a sentence.
    pub what: String,
    /// How it is mended, in a sentence.
    pub way: String,
    /// Whose it is to mend.
    pub who: GrantKind,
}

/// Why something may stand as it is, in the words of whoever checks the return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub check: Check,
    pub subject: String,
    pub words: String,
}

/// The notes that say something, as they are kept.
///
/// # Errors
/// Refuses notes that are about none of the concerns, and those that are too long.
pub fn kept_notes(concerns: &[Concern], notes: Vec<Note>) -> Result<Vec<Note>, Refusal> {
    let mut errors = FieldErrors::default();
    let mut kept = Vec::new();
    for note in notes {
        if !concerns.iter().any(|concern| note.is_about(concern)) {
            let (check, subject) = (note.check, &note.subject);
            let next = "look at the return again, and note what it shows now";
            let sentence = format!("There is nothing to note of {check}:{subject}; {next}");
            return Err(Refusal::rule("return_note", sentence));
        }
        let words = optional_text(&note.words, "the note", NOTE_MOST);
        let words = errors.keep(&note_field(&note), words);
        if let Some(words) = words.flatten() {
            kept.push(Note { words, ..note });
        }
    }
    errors.into_result()?;
    Ok(kept)
}

impl Note {
    /// Whether it says why this may stand.
    pub fn is_about(&self, concern: &Concern) -> bool {
        self.check == concern.check && self.subject == concern.subject
    }
}

/// The concerns that still stand against checking the return: all that must be mended, and the others without a note.
pub fn unanswered<'a>(concerns: &'a [Concern], notes: &[Note]) -> Vec<&'a Concern> {
    let is_answered = |concern: &Concern| {
        let has_words = |note: &Note| !note.words.trim().is_empty();
        concern.severity == Severity::SayWhy
            && notes.iter().any(|note| note.is_about(concern) && has_words(note))
    };
    concerns.iter().filter(|concern| !is_answered(concern)).collect()
}

/// Whether a return may become *checked*.
///
/// # Errors
/// Returns how much is left to mend or to answer.
pub fn may_be_checked(concerns: &[Concern], notes: &[Note]) -> Result<(), Refusal> {
    let left = unanswered(concerns, notes);
    let must = left.iter().filter(|concern| concern.severity == Severity::Must).count();
    if must > 0 {
        let what = counted(must, "thing has", "things have");
        return Err(Refusal::rule(
            "return_must_be_mended",
            format!("{what} to be put right first; then prepare the return again"),
        ));
    }
    match left.len() {
        0 => Ok(()),
        many => {
            let what = counted(many, "thing has", "things have");
            let sentence = format!("{what} no note yet; put each right, or say why it is so");
            Err(Refusal::rule("return_needs_notes", sentence))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concern(severity: Severity, subject: &str) -> Concern {
        let (what, way, subject) = (String::new(), String::new(), subject.to_owned());
        Concern {
            severity,
            check: Check::Changed,
            subject,
            what,
            way,
            who: GrantKind::WorkforceLead,
        }
    }

    fn note(check: Check, subject: &str, words: &str) -> Note {
        Note { check, subject: subject.to_owned(), words: words.to_owned() }
    }

    #[test]
    fn a_note_answers_what_may_stand_and_nothing_that_must_be_mended() {
        let concerns = [
            concern(Severity::Must, "A"),
            concern(Severity::SayWhy, "B"),
            concern(Severity::SayWhy, "C"),
        ];
        let notes = ["A", "B"].map(|subject| note(Check::Changed, subject, "A team moved"));
        let left: Vec<&str> =
            unanswered(&concerns, &notes).iter().map(|c| c.subject.as_str()).collect();
        assert_eq!(left, ["A", "C"]);
        let told = may_be_checked(&concerns, &notes).unwrap_err().to_string();
        assert_eq!(told, "1 thing has to be put right first; then prepare the return again");
        let told = may_be_checked(&concerns[1..], &notes).unwrap_err().to_string();
        assert_eq!(told, "1 thing has no note yet; put each right, or say why it is so");
        assert_eq!(may_be_checked(&concerns[1..2], &notes), Ok(()));
    }

    #[test]
    fn a_note_is_for_one_thing_and_has_words() {
        let concerns = [concern(Severity::SayWhy, "B")];
        let others = [
            note(Check::Changed, "B", "  "),
            note(Check::Provisional, "B", "x"),
            note(Check::Changed, "C", "x"),
        ];
        assert!(may_be_checked(&concerns, &others).is_err());
    }

    #[test]
    fn a_note_is_kept_without_white_space_and_blank_ones_are_none() {
        let concerns = [concern(Severity::SayWhy, "B"), concern(Severity::SayWhy, "C")];
        let of = |subject: &str, words: &str| note(Check::Changed, subject, words);
        let kept = kept_notes(&concerns, vec![of("B", " A team moved "), of("C", " ")]).unwrap();
        assert_eq!(kept, [of("B", "A team moved")]);
        let unknown = kept_notes(&concerns, vec![of("D", "A team moved")]).unwrap_err();
        assert!(unknown.to_string().contains("look at the return again"), "{unknown}");
        let long = "x".repeat(NOTE_MOST + 1);
        assert!(matches!(kept_notes(&concerns, vec![of("B", &long)]), Err(Refusal::Fields(_))));
    }
}
