//! The decisions behind the forms of named groups: add one, rename it, add a member, end a membership.

use super::GroupOf;
use crate::changing::nothing_changed;
use crate::coverage::cover::forms::late_enough;
use crate::dates::{Period, months_before, spoken};
use crate::fields::{FieldErrors, choice, date, required_name};
use crate::refusal::Refusal;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// As long as the codes and names of files may be.
pub const CODE_MOST: usize = 64;
pub const NAME_MOST: usize = 200;

/// A new group, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedGroupFields {
    pub code: String,
    pub name: String,
    /// A [`GroupOf`].
    pub of: String,
    /// The code of its first member.
    pub unit: String,
    pub starts_on: String,
}

/// *These are one group, and this is its first member.* A group begins with a member, because whose it is to keep is told by its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddNamedGroup {
    pub code: String,
    pub name: String,
    pub made_of: GroupOf,
    pub member: AddMember,
}

/// *This is a member from this day on.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddMember {
    /// The code of an area, organisation or team.
    pub unit: String,
    pub first: NaiveDate,
}

impl AddNamedGroup {
    /// # Errors
    /// Returns a message for each field that cannot be used.
    pub fn parse(typed: &NamedGroupFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = errors.keep("code", code(&typed.code));
        let name = errors.keep("name", name(&typed.name));
        let made_of = errors.keep("of", choice(&typed.of, "what the group is made of"));
        let member = member(&typed.unit, &typed.starts_on, &mut errors);
        match (code, name, made_of, member) {
            (Some(code), Some(name), Some(made_of), Some(member)) => {
                Ok(Self { code, name, made_of, member })
            }
            _ => Err(errors),
        }
    }
}

impl AddMember {
    /// # Errors
    /// Returns a message for each field that cannot be used.
    pub fn parse(unit: &str, starts_on: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        member(unit, starts_on, &mut errors).ok_or(errors)
    }
}

fn member(unit: &str, starts_on: &str, errors: &mut FieldErrors) -> Option<AddMember> {
    let unit = Some(unit.trim().to_owned()).filter(|code| !code.is_empty());
    let unit = errors.keep("unit", unit.ok_or_else(|| "Choose a member".to_owned()));
    let first = date(starts_on, "the first day").and_then(late_enough);
    let first = errors.keep("starts_on", first);
    Some(AddMember { unit: unit?, first: first? })
}

/// A code stands in addresses, and people read it out: letters, digits and hyphens.
fn code(text: &str) -> Result<String, String> {
    let code = required_name(text, "a code", CODE_MOST)?;
    if code.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-') {
        return Ok(code);
    }
    Err("Enter a code of letters, digits and hyphens, without spaces, for example HTT-EAST"
        .to_owned())
}

/// The first day that the form of a new group offers: the latest 1 April that is two years or more before `today`. So a trend, which goes
/// back two years, and a comparison with an earlier day tell of the group from the beginning.
pub fn early_first_day(today: NaiveDate) -> NaiveDate {
    let latest = months_before(today, 24);
    let april = |year| NaiveDate::from_ymd_opt(year, 4, 1);
    let of_year = april(latest.year()).filter(|first| *first <= latest);
    of_year.or_else(|| april(latest.year() - 1)).unwrap_or(latest)
}

/// Another first day of a membership: a correction of what was typed, as it should have been from the beginning.
///
/// # Errors
/// Returns a message for `starts_on` where it is no date, too early, or after the last day; refuses what changes nothing.
pub fn corrected(typed: &str, held: Period) -> Result<NaiveDate, Refusal> {
    let beside = |message: String| FieldErrors::one("starts_on", message);
    let first = date(typed, "the first day").and_then(late_enough).map_err(beside)?;
    if held.from == Some(first) {
        return Err(nothing_changed());
    }
    match held.to.filter(|last| *last < first) {
        Some(last) => {
            Err(beside(format!("Enter a first day that is {} or earlier", spoken(last))).into())
        }
        None => Ok(first),
    }
}

fn name(text: &str) -> Result<String, String> {
    required_name(text, "a name", NAME_MOST)
}

/// The name of a group.
///
/// # Errors
/// Returns a message for `name`.
pub fn renamed(text: &str) -> Result<String, FieldErrors> {
    name(text).map_err(|message| FieldErrors::one("name", message))
}

/// What a form carries of a membership as it stood when it was shown.
pub fn shown(held: Period) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{}/{}", day(held.from), day(held.to))
}

/// # Errors
/// Refuses what was decided on a page that showed something else than what stands, and says what does.
pub fn refuse_changed(held: Period, was: &str) -> Result<(), Refusal> {
    if shown(held) == was {
        return Ok(());
    }
    let sentence = format!(
        "Somebody changed this membership after you opened this page. It is now: {}. Open it again, then repeat what you did.",
        held.words()
    );
    Err(Refusal::rule("changed-meanwhile", sentence))
}

/// Whoever takes a member back has to say that they are sure.
///
/// # Errors
/// Returns a message for `sure` where the box is not ticked.
pub fn is_sure(ticked: &str) -> Result<(), FieldErrors> {
    let message = "Tick the box if this should never have been a member";
    if ticked == "yes" { Ok(()) } else { Err(FieldErrors::one("sure", message)) }
}
