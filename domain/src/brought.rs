//! Records brought from earlier employers: what each level in one means here, and what becomes of it when the record is
//! accepted (rules, section 3), or is not.

mod ending; // declined, or removed
mod fate; // what becomes of one level
mod levels; // all of them
mod matching; // which competency of ours it is
mod same; // is it the same person?
#[cfg(test)]
mod tests;
pub mod views; // what pages show

pub use ending::{DeclineReason, Declined, may_decide, may_remove};
pub use fate::{Fate, fate, stands_alone};
pub use levels::{BroughtTo, levels};
pub use matching::{Match, Predecessor, matched};
pub use same::SamePerson;

use crate::dates::spoken;
use crate::fields::seen;
use crate::passport::{HeldCompetency, Holder, Issuer, Passport, Signer};
use crate::patient_text::look;
use chrono::NaiveDate;

/// The most levels of one record.
const MOST_LEVELS: usize = 2_000;
/// The most records of one person.
pub const MOST_RECORDS: u64 = 50;
/// The longest text in a record, in characters.
const TEXT_MOST: usize = 500;

/// Whether a record can be kept here at all, whoever signed it.
///
/// # Errors
/// Returns what stands against it, in a sentence.
pub fn may_keep(passport: &Passport, today: NaiveDate) -> Result<(), String> {
    if passport.issued_on > today {
        return Err(format!(
            "This record says that it was issued on {}, which has not come yet",
            spoken(passport.issued_on)
        ));
    }
    if passport.competencies.is_empty() {
        return Err(
            "There is no confirmed level in this record, so there is nothing to bring".to_owned()
        );
    }
    if passport.competencies.len() > MOST_LEVELS {
        return Err(format!("This record has more than {MOST_LEVELS} levels"));
    }
    for text in texts(passport) {
        if text.chars().count() > TEXT_MOST {
            return Err(format!("A text in this record is longer than {TEXT_MOST} characters"));
        }
        if seen(text) != text {
            return Err("A text in this record holds characters that cannot be seen. Ask its issuer for one without".to_owned());
        }
        if let Some(what) = look(text, today).told_of_stopped() {
            return Err(format!(
                "This record holds {what}. Ask its issuer for one that says nothing of patients"
            ));
        }
    }
    Ok(())
}

/// Everything in a record that is shown here as text.
fn texts(passport: &Passport) -> Vec<&str> {
    let Issuer { name, address } = &passport.issuer;
    let Holder { name: holder, employer, employee_number, registration } = &passport.person;
    let mut texts: Vec<&str> = vec![name, address, holder, employee_number];
    texts.extend(employer.as_deref());
    texts.extend(registration.as_deref());
    for held in &passport.competencies {
        texts.extend([held.title.as_str(), held.code.as_str()]);
        for by in &held.by {
            texts.push(&by.name);
            texts.extend(by.role.as_deref());
        }
    }
    texts
}

/// Whoever confirmed a level there, as the record names them: `Cara Miah, Mental health nurse`. Two where it took two; said
/// to be unknown where the record names nobody.
pub fn confirmed_by(held: &HeldCompetency) -> String {
    let named = |by: &Signer| match &by.role {
        Some(role) => format!("{}, {role}", by.name),
        None => by.name.clone(),
    };
    let names: Vec<String> = held.by.iter().map(named).collect();
    if names.is_empty() {
        "somebody whom the record does not name".to_owned()
    } else {
        names.join("; ")
    }
}

/// A level of a record as a piece of evidence tells it. Any key can sign any name: whose it is, nobody has vouched for.
pub fn in_words(passport: &Passport, held: &HeldCompetency) -> String {
    let imported = if held.imported { " (imported there)" } else { "" };
    format!(
        "{} ({}): level {}, {} on {} by {}{imported}. From a record that names {} as its issuer, issued \
         on {}",
        held.title,
        held.code,
        held.level,
        held.basis.label().to_lowercase(),
        spoken(held.made_on),
        confirmed_by(held),
        passport.issuer.name,
        spoken(passport.issued_on),
    )
}
