//! What happens to a text in which something was found: stopped, asked about once, or let through with a reason.

use super::{Finding, look};
use crate::fields::{FieldErrors, optional_text};
use chrono::NaiveDate;

/// The field in which somebody says why a text is not about a patient; forms show it where it is asked.
pub const REASON_FIELD: &str = "not_a_patient";
/// The longest reason.
pub const REASON_MOST: usize = 200;
/// The longest list of what was found in one text.
const MOST_TOLD: usize = 3;

/// Leave to keep some texts, with the reason where one was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "the reason belongs in the audit entry of the act"]
pub struct LetThrough(Option<String>);

impl LetThrough {
    /// Why what was asked about is not about a patient; `None` where nothing was.
    pub fn reason(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// Holds texts, each with the name of its field, against what could identify a patient. `reason` is what was typed in
/// [`REASON_FIELD`].
///
/// # Errors
/// Refuses an NHS number beside its field, in the reason too; and what looks like a date of birth, a postcode, a patient's
/// name or a number that is only called an NHS number, unless there is a reason.
pub fn let_through(
    texts: &[(&str, &str)],
    reason: &str,
    today: NaiveDate,
) -> Result<LetThrough, FieldErrors> {
    let mut errors = FieldErrors::default();
    let what = "why this is not about a patient";
    let typed = errors.keep(REASON_FIELD, optional_text(reason, what, REASON_MOST));
    let reason = typed.clone().flatten();
    let mut asked = false;
    for (field, text) in texts {
        let found = look(text, today);
        asked |= !found.questioned.is_empty();
        if !found.stopped.is_empty() {
            errors.add(field, stopped(text, &found.stopped));
        } else if !found.questioned.is_empty() && reason.is_none() {
            errors.add(field, questioned(text, &found.questioned));
        }
    }
    let in_reason = reason.as_deref().map(|text| (text, look(text, today).stopped));
    if let Some((text, found)) = in_reason.filter(|(_, found)| !found.is_empty()) {
        errors.add(REASON_FIELD, stopped(text, &found));
    }
    if asked && typed == Some(None) {
        errors
            .add(REASON_FIELD, "Say why this is not about a patient, or remove what looks like it");
    }
    errors.into_result().map(|()| LetThrough(reason.filter(|_| asked)))
}

fn stopped(text: &str, found: &[Finding]) -> String {
    let quoted: Vec<String> = found.iter().take(MOST_TOLD).map(|f| quoted(text, f)).collect();
    let what = if let [_] = found { "the NHS number" } else { "the NHS numbers" };
    format!("Remove {what} {}. Esteem holds nothing about patients", quoted.join(" and "))
}

fn questioned(text: &str, found: &[Finding]) -> String {
    let one = |f: &Finding| format!("{} looks like {}", quoted(text, f), f.sign.label());
    let told: Vec<String> = found.iter().take(MOST_TOLD).map(one).collect();
    let it = if let [_] = found { "it" } else { "them" };
    format!("{}. Remove {it}, or say below why this is not about a patient", told.join(", and "))
}

/// The words themselves, for whoever typed them and nobody else.
fn quoted(text: &str, found: &Finding) -> String {
    let length = found.place.len();
    let words: String = text.chars().skip(found.place.start).take(length).collect();
    format!("“{words}”")
}
