//! What a person typed, and what was wrong with it: the ground under every form's decision.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The message beside each field that cannot be used; never empty once returned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldErrors(pub Vec<FieldError>);

/// One message beside one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    pub field: String,
    pub message: String,
}

impl FieldErrors {
    pub fn one(field: &str, message: impl Into<String>) -> Self {
        let mut errors = Self::default();
        errors.add(field, message);
        errors
    }

    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldError { field: field.to_owned(), message: message.into() });
    }

    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|e| e.field == field).map(|e| e.message.as_str())
    }

    /// Keeps the value, or notes its message beside the field and goes on, so that all faults are told at once.
    pub fn keep<T>(&mut self, field: &str, result: Result<T, String>) -> Option<T> {
        result.map_err(|message| self.add(field, message)).ok()
    }

    /// # Errors
    /// Returns the messages when there are any.
    pub fn into_result(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl std::fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines: Vec<_> = self.0.iter().map(|e| e.message.as_str()).collect();
        f.write_str(&lines.join("; "))
    }
}

/// Text that must be there, at most `most` characters, without the white space around it.
///
/// # Errors
/// Returns the message for the field: `Enter {what}`, or how much too long it is.
pub fn required_text(text: &str, what: &str, most: usize) -> Result<String, String> {
    optional_text(text, what, most)?.ok_or_else(|| format!("Enter {what}"))
}

/// A name or number that others will export, so nothing that a spreadsheet would run.
///
/// # Errors
/// As [`required_text`], and for what [`is_formula`].
pub fn required_name(text: &str, what: &str, most: usize) -> Result<String, String> {
    let name = required_text(text, what, most)?;
    if is_formula(&name) {
        return Err(format!(
            "Remove the sign at the beginning of {what}: a spreadsheet would run it as a formula"
        ));
    }
    Ok(name)
}

/// Whether a spreadsheet runs the text as a formula when it stands in a cell.
pub fn is_formula(text: &str) -> bool {
    let begins = ['=', '+', '-', '@', '\t', '\r'];
    text.starts_with(begins) || text.trim_start().starts_with(begins)
}

/// The text as a cell that no spreadsheet runs: an apostrophe stands before what it would run, or what looks guarded already.
pub fn guarded(text: &str) -> String {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`guarded`] guards; `None` where nothing guards it.
pub fn unguarded(cell: &str) -> Option<&str> {
    cell.strip_prefix('\'').filter(|text| is_formula(text.trim_start_matches('\'')))
}

/// Text that may be left blank, at most `most` characters, without the white space around it.
///
/// # Errors
/// Returns the message for the field when it is too long.
pub fn optional_text(text: &str, what: &str, most: usize) -> Result<Option<String>, String> {
    let text = seen(text);
    let text = text.trim();
    let length = text.chars().count();
    if length > most {
        return Err(format!("Shorten {what} to {most} characters; it has {length}"));
    }
    Ok(Some(text.to_owned()).filter(|t| !t.is_empty()))
}

/// The text without the characters that hide, or turn the order of what stands beside them: they come along when text is
/// pasted, nobody finds them to remove them, and a name made of them looks like another's. So they are left off, like white
/// space at the ends. Lines and tabs are seen, and the joiners of letters in Bengali, Persian or Urdu are spelling.
pub fn seen(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|character| !is_unseen(*character)).collect())
}

fn is_unseen(character: char) -> bool {
    let turns = matches!(
        character,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    );
    turns || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

/// A date from the three boxes of a date input, or written in one.
///
/// # Errors
/// Returns the message for the field, with an example.
pub fn date(text: &str, what: &str) -> Result<NaiveDate, String> {
    optional_date(text, what)?.ok_or_else(|| format!("Enter {what}, for example 4 May 2026"))
}

/// As [`date`], but blank means none.
///
/// # Errors
/// Returns the message for the field, with an example.
pub fn optional_date(text: &str, what: &str) -> Result<Option<NaiveDate>, String> {
    match text.trim() {
        "" => Ok(None),
        text => crate::dates::parse_written(text)
            .map(Some)
            .map_err(|_| format!("Enter {what} as a real date, for example 4 May 2026")),
    }
}

/// One of the choices of a list.
///
/// # Errors
/// Returns `Choose {what}` when nothing, or nothing known, was chosen.
pub fn choice<T: std::str::FromStr>(text: &str, what: &str) -> Result<T, String> {
    text.trim().parse().map_err(|_| format!("Choose {what}"))
}

/// Each of them once, in the order in which they came: a form that sends the same twice means it once.
pub fn once<T: Ord + Clone>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut met = BTreeSet::new();
    all.into_iter().filter(|one| met.insert(one.clone())).collect()
}

/// Many ids as one field: a field for each would make a form of thousands too large to send.
pub fn in_one_field(ids: &[String]) -> String {
    ids.join(" ")
}

/// The ids that [`in_one_field`] put together.
pub fn each_of_field(field: &str) -> Vec<String> {
    field.split_whitespace().map(str::to_owned).collect()
}

/// An email address, in the one form in which addresses are stored and compared.
///
/// # Errors
/// Returns the message for the field, with an example.
pub fn email(text: &str) -> Result<String, String> {
    let email = text.trim().to_lowercase();
    // Letters of other alphabets look like ours, and addresses of the NHS have none.
    let usable = email.len() <= 254
        && email.chars().all(|c| c.is_ascii_graphic())
        && email.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.contains('@')
        });
    usable
        .then_some(email)
        .ok_or_else(|| "Enter an email address, like name@example.nhs.uk".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_trimmed_and_counted_in_characters() {
        assert_eq!(required_text("  Łukasz ", "a name", 6), Ok("Łukasz".to_owned()));
        assert_eq!(required_text("   ", "a name", 6), Err("Enter a name".to_owned()));
        assert!(optional_text("1234567", "the note", 6).unwrap_err().contains("it has 7"));
    }

    #[test]
    fn what_cannot_be_seen_is_left_off() {
        let name = |text| required_text(text, "a name", 20);
        assert_eq!(name("\u{202e}Am\u{200b}ina\0 \u{feff}"), Ok("Amina".to_owned()));
        assert_eq!(name("\u{200b}\u{2066}"), Err("Enter a name".to_owned()));
        assert_eq!(name("one\ntwo"), Ok("one\ntwo".to_owned()));
        let joined = "\u{9b0}\u{200d}\u{9cd}\u{9af}\u{9be}\u{9ac}";
        assert_eq!(name(joined), Ok(joined.to_owned()), "a joiner is spelling");
    }

    #[test]
    fn a_name_is_nothing_that_a_spreadsheet_runs() {
        let name = |text| required_name(text, "the first name", 20);
        assert_eq!(name(" O'Neill-Shah "), Ok("O'Neill-Shah".to_owned()));
        for text in ["=cmd|' /C calc'!A0", "+44", " -1", "@SUM(A1)"] {
            assert!(name(text).unwrap_err().contains("first name"), "{text}");
        }
    }

    #[test]
    fn what_is_guarded_is_run_by_nothing_and_comes_back() {
        for text in ["=1+1", "- asks", "'-1", "''=x", "plain", "'tis", "", "+44"] {
            let cell = guarded(text);
            assert!(!is_formula(&cell), "{cell}");
            assert_eq!(unguarded(&cell).unwrap_or(&cell), text);
        }
    }

    #[test]
    fn what_is_sent_twice_is_meant_once() {
        assert_eq!(once(["b", "a", "b", "c", "a"]), ["b", "a", "c"]);
        assert_eq!(once(Vec::<u8>::new()), [0_u8; 0]);
    }

    #[test]
    fn thousands_of_ids_are_one_field_and_come_back_one_by_one() {
        let ids: Vec<String> = (0..3_000).map(|n| uuid::Uuid::from_u128(n).to_string()).collect();
        let field = in_one_field(&ids);
        assert_eq!(each_of_field(&field), ids);
        assert!(field.len() < 128 * 1024, "half of what a form may send");
        assert!(each_of_field("").is_empty());
    }

    #[test]
    fn every_fault_is_kept_in_the_order_of_the_form() {
        let mut errors = FieldErrors::default();
        assert_eq!(errors.keep("day", date("31/02/2026", "the day")), None);
        assert_eq!(errors.keep::<u8>("level", choice("x", "a level")), None);
        let told = errors.into_result().unwrap_err();
        assert_eq!(told.0.len(), 2);
        assert_eq!(told.of("level"), Some("Choose a level"));
    }
}
