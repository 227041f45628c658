//! Patients by name: `pt John S`, `patient AB`, `client: Mrs Khan`; and a title with a surname wherever it stands.

use super::pieces::{Piece, Sort};
use std::ops::Range;

/// Words for somebody who is cared for; `service user` is two.
const PATIENT: [&str; 4] = ["pt", "patient", "client", "user"];
/// Titles that colleagues rarely have in a note; doctors and nurses go by theirs.
const TITLES: [&str; 5] = ["Mr", "Mrs", "Ms", "Miss", "Mx"];
/// The same, typed in a hurry.
const SMALL_TITLES: [&str; 2] = ["mr", "mrs"];
/// What may stand between the word and the name.
const CALLED: [&str; 4] = ["called", "named", "initials", "name"];
/// What is written with a capital behind the word and is no name: titles of services, papers, courses, months and days.
const NO_NAMES: &str = " Access After Activation Activity Administration Admission Adult Advice Advisory Advocacy And App April \
    Assessment August Autumn Awareness Care Carer Carers Centred Centre Champion Choice Communication Confidentiality \
    Consultation Council Contact December Deterioration Dignity Education Engagement Environment Experience Facing \
    February Feedback First Flow Focus Focused Forum Friday From Group Groups Handling Has Having He Health Held Her His I \
    If Information Initial Interview In Involvement Is It January Journey July June Led Liaison Line List Management \
    March May Medication Monday Moving My Need Needs Network November October On Online Or Outcome Outcomes Pack Panel \
    Participation Partnership Passport Pathway Perspective Portal Preference Protection Questionnaire Record Records \
    Reference Related Report Reported Representative Research Rights Risk Safeguarding Safety Saturday Satisfaction Self \
    September Service Services She Specific Stories Story Summer Sunday Support Survey Teaching That The Then There They This Thursday To \
    Transfer Transport Tuesday Voice Voices Was We Wednesday Welfare When Winter With Workshop ";
/// Short words in capitals that are no initials.
const NO_INITIALS: &str = " A I AF AM BD BP CBT CHC CMHT COPD CPA CPN CPR CTO CVD DBT DNA DOB DR ECG ECT ED EHR EMDR EMG ENT \
    ER EUPD FU GAD GP GPS HCA HR HV ICU ID IM IN IS IT IV LD LFT MAU MCA MDT MH MHA MI MMSE MS MSE NEWS NHS NO OCD OD OF \
    ON OR OT PBS PD PE PHQ PIL PIN PM POV PRN PTSD QOF QI RE RMN SLT SMI SSRI SU TB TIA TO UTI VTE WAS ";

/// Where patients are named.
pub(super) fn find(pieces: &[Piece<'_>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, word) in pieces.iter().enumerate() {
        let named = titled(pieces, at).or_else(|| cared_for(pieces, at));
        let known = found.last().is_some_and(|last| word.at < last.end);
        if let Some(end) = named.filter(|_| !known) {
            found.push(word.at..end);
        }
    }
    found
}

/// Where a title with its surname ends: `Mr Smith`, `mrs khan`, `Ms J. Khan`, `Mr O'Neill`.
fn titled(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let title = pieces.get(at).filter(|piece| piece.is(Sort::Letters))?;
    let (proper, small) = (TITLES.contains(&title.text), SMALL_TITLES.contains(&title.text));
    let next = (proper || small).then(|| after(pieces, at + 1, "."))?;
    let name = pieces.get(next).filter(|piece| piece.is(Sort::Letters))?;
    let initial = is_capital(name) && name.text.chars().count() == 1;
    let surname = if initial { pieces.get(after(pieces, next + 1, ".'"))? } else { name };
    let is_name = if initial {
        is_first_name(surname) || is_capital(surname)
    } else {
        is_capitalised(surname) || small && surname.text.len() > 1
    };
    (surname.is(Sort::Letters) && is_name).then(|| surname.end())
}

/// Where a patient's name ends that follows a word for them.
fn cared_for(pieces: &[Piece<'_>], at: usize) -> Option<usize> {
    let word = pieces.get(at).filter(|piece| piece.is_word(&PATIENT))?;
    if word.is_word(&["user"]) && !follows_service(pieces, at) {
        return None;
    }
    // A full stop behind `pt` shortens it; behind a whole word it ends the sentence.
    let marks = if word.text.len() <= 2 { ".:-(" } else { ":-(" };
    let mut next = after(pieces, at + 1, marks);
    if next == at + 1 {
        return None;
    }
    while pieces.get(next).is_some_and(|piece| piece.is_word(&CALLED)) {
        next = after(pieces, next + 1, ":");
    }
    let loud = word.text.len() > 2 && is_capital(word);
    let name = pieces.get(next)?;
    let first = is_first_name(name);
    (first || !loud && are_initials(pieces, next)).then(|| name_end(pieces, next, first))
}

fn follows_service(pieces: &[Piece<'_>], at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).and_then(|at| pieces.get(at));
    before(2).is_some_and(|word| word.is_word(&["service"]))
}

/// The first piece that is neither a space nor one of these marks.
fn after(pieces: &[Piece<'_>], from: usize, marks: &str) -> usize {
    let rest = pieces.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|p| p.is(Sort::Space) || p.is_mark(marks)).count()
}

/// Whether every letter is a capital.
fn is_capital(piece: &Piece<'_>) -> bool {
    piece.is(Sort::Letters) && piece.text.chars().all(char::is_uppercase)
}

/// Whether only the first of several letters is a capital, or the word is written as surnames are: `Khan`, `McKay`.
fn is_capitalised(piece: &Piece<'_>) -> bool {
    let mut letters = piece.text.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    piece.is(Sort::Letters) && first && letters.next().is_some()
}

fn is_first_name(piece: &Piece<'_>) -> bool {
    let listed = format!(" {} ", piece.text);
    is_capitalised(piece) && !is_capital(piece) && !NO_NAMES.contains(&listed)
}

/// `AB`, `J.S.`, `J S`: one letter alone is a label, `patient A`.
fn are_initials(pieces: &[Piece<'_>], at: usize) -> bool {
    let Some(first) = pieces.get(at).filter(|piece| is_capital(piece)) else { return false };
    let apart = first.text.len() == 1;
    let second = pieces.get(after(pieces, at + 1, ".")).filter(|p| apart && is_capital(p));
    let together = (2..=3).contains(&first.text.len()) && !goes_on(pieces, at);
    let listed = |text: &str| NO_INITIALS.contains(&format!(" {text} "));
    together && !listed(first.text) || second.is_some_and(|p| p.text.len() == 1 && p.text != "I")
}

/// Whether the capitals are the beginning of something longer: `PHQ-9`, `A&E`.
fn goes_on(pieces: &[Piece<'_>], at: usize) -> bool {
    let next = pieces.get(at + 1);
    let code = next.is_some_and(|piece| piece.is_mark("-&/"));
    let number = next.is_some_and(|piece| piece.is(Sort::Digits));
    number || code && pieces.get(at + 2).is_some_and(|p| !p.is(Sort::Space))
}

/// A first name with the surname or initial behind it, or initials to the last of them.
fn name_end(pieces: &[Piece<'_>], at: usize, first_name: bool) -> usize {
    let end = |at: usize| pieces.get(at).map_or(0, Piece::end);
    let next = after(pieces, at + 1, if first_name { "" } else { "." });
    let more = pieces.get(next).filter(|piece| next > at + 1 && is_capitalised_or_initial(piece));
    match more {
        Some(_) => end(next),
        None => end(at),
    }
}

fn is_capitalised_or_initial(piece: &Piece<'_>) -> bool {
    is_capitalised(piece) && !is_capital(piece) || is_capital(piece) && piece.text.len() == 1
}
