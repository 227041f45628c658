//! Courses as files name them: one title however it is written, and what a line about one says in words.

pub mod views; // what pages show

use crate::codes::{Evidence, EvidenceSource};
use crate::dates::spoken;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// The longest title of a course, in characters.
pub const TITLE_MOST: usize = 300;
/// The longest reference of a certificate, in characters.
pub const REFERENCE_MOST: usize = 100;

/// A title as people read it. ESR writes where a competence comes from before its name, between bars:
/// `NHS|CSTF|Fire Safety - 1 Year|` becomes `Fire Safety - 1 Year (NHS CSTF)`.
pub fn title(written: &str) -> String {
    let parts: Vec<String> =
        written.split('|').map(single_spaced).filter(|part| !part.is_empty()).collect();
    match parts.split_last() {
        None => String::new(),
        Some((name, [])) => name.clone(),
        Some((name, from)) => format!("{name} ({})", from.join(" ")),
    }
}

/// What tells a course from every other: its title without capitals.
pub fn key(title: &str) -> String {
    single_spaced(title).to_lowercase()
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How it was taught, as a file says it: in a room with others it is attendance, else e-learning.
///
/// # Errors
/// Returns what can be written there.
pub fn taught(cell: &str) -> Result<Evidence, String> {
    match key(&cell.replace(['-', '_'], " ")).as_str() {
        "e learning" | "elearning" | "online" | "virtual" => Ok(Evidence::Elearning),
        "classroom" | "face to face" | "attendance" | "workshop" => Ok(Evidence::Attendance),
        _ => Err("write e-learning or classroom".to_owned()),
    }
}

/// What a line of a competence export says. A proficiency level is repeated as words: it is no level of ours.
pub fn competence(title: &str, proficiency: Option<&str>, held_to: Option<NaiveDate>) -> String {
    let proficiency = proficiency.map(|level| format!(", proficiency {level}"));
    let held_to = held_to.map(|day| format!(", held to {}", spoken(day)));
    format!(
        "{title}: competence in ESR{}{}",
        proficiency.unwrap_or_default(),
        held_to.unwrap_or_default()
    )
}

/// What a line about a certificate says.
pub fn certificate(title: &str, reference: Option<&str>) -> String {
    let reference = reference.map(|reference| format!(", certificate {reference}"));
    format!("{title}{}", reference.unwrap_or_default())
}

/// What was attached to a request is history, and nobody changes or removes it.
///
/// # Errors
/// Refuses what was attached.
pub fn never_attached(attached: bool) -> Result<(), Refusal> {
    if attached {
        return Err(Refusal::rule(
            "evidence-attached",
            "This was attached to a request, so it is part of your history and stays as it is. Add another piece if \
             there is more to say.",
        ));
    }
    Ok(())
}

/// Whether its owner may change or remove a piece of evidence.
///
/// # Errors
/// Refuses what [`never_attached`] does, and what somebody else brought in.
pub fn may_change(source: EvidenceSource, attached: bool) -> Result<(), Refusal> {
    never_attached(attached)?;
    if source != EvidenceSource::OwnWords {
        return Err(Refusal::rule(
            "evidence-brought-in",
            "This was brought in and not written by you, so it stays as it came. If it is wrong, tell whoever brought \
             it in; nobody sees it unless you attach it to a request.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_esr_writes_before_a_name_stands_behind_it() {
        for (written, read) in [
            ("NHS|CSTF|Fire Safety - 1 Year|", "Fire Safety - 1 Year (NHS CSTF)"),
            ("230|LOCAL|Safe  talking|", "Safe talking (230 LOCAL)"),
            (" Suicide   awareness ", "Suicide awareness"),
            ("||", ""),
        ] {
            assert_eq!(title(written), read);
        }
    }

    #[test]
    fn one_course_has_one_key_however_it_is_written() {
        assert_eq!(key(&title("Fire  SAFETY")), key(&title(" fire safety ")));
        assert_ne!(key("Fire safety 1"), key("Fire safety 2"));
    }

    #[test]
    fn teaching_in_a_room_is_attendance_and_all_else_elearning() {
        for cell in ["Classroom", "face-to-face", "FACE TO FACE", "workshop"] {
            assert_eq!(taught(cell), Ok(Evidence::Attendance), "{cell}");
        }
        for cell in ["e-learning", "eLearning", "E_Learning", "Online"] {
            assert_eq!(taught(cell), Ok(Evidence::Elearning), "{cell}");
        }
        assert!(taught("by post").unwrap_err().contains("classroom"));
    }

    #[test]
    fn a_line_becomes_words_and_never_a_level() {
        let to = "2028-11-30".parse().ok();
        assert_eq!(
            competence("Fire Safety", Some("2"), to),
            "Fire Safety: competence in ESR, proficiency 2, held to 30 November 2028"
        );
        assert_eq!(competence("Fire Safety", None, None), "Fire Safety: competence in ESR");
        assert_eq!(certificate("Dementia", Some("AB-1")), "Dementia, certificate AB-1");
    }

    #[test]
    fn only_own_words_that_were_never_attached_change() {
        for &source in EvidenceSource::ALL {
            assert!(may_change(source, true).is_err(), "{source}");
            assert_eq!(may_change(source, false).is_ok(), source == EvidenceSource::OwnWords);
        }
    }
}
