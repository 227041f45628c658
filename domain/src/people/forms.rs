//! The decisions behind the forms of people and posts: each reads what was typed and is either right or says what is
//! not.

use crate::codes::{PostCategory, PostStatus};
use crate::dates::{Period, spoken};
use crate::fields::{FieldErrors, choice, date, email, optional_date, required_name};
use crate::fte::Fte;
use crate::ids::PersonId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest name, and the longest employee number.
const NAME_MOST: usize = 100;
const NUMBER_MOST: usize = 40;

/// What was typed about a new person, not yet judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFields {
    pub employee_number: String,
    pub first_name: String,
    pub last_name: String,
    pub work_email: String,
}

/// What was typed about a post, not yet judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostFields {
    pub team: String,
    pub role: String,
    pub fte: String,
    pub category: String,
    pub line_manager: String,
}

/// What was typed about a change to a post, not yet judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeFields {
    #[serde(flatten)]
    pub post: PostFields,
    pub status: String,
    pub from: String,
}

/// Somebody who is not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    pub employee_number: String,
    pub first_name: String,
    pub last_name: String,
    pub work_email: Option<String>,
}

impl NewPerson {
    fn keep(fields: &PersonFields, errors: &mut FieldErrors) -> Option<Self> {
        let number = required_name(&fields.employee_number, "the employee number", NUMBER_MOST);
        let number = errors.keep("employee_number", number);
        let first = required_name(&fields.first_name, "the first name", NAME_MOST);
        let first = errors.keep("first_name", first);
        let last = required_name(&fields.last_name, "the last name", NAME_MOST);
        let last = errors.keep("last_name", last);
        let address = match fields.work_email.trim() {
            "" => Some(None),
            text => errors.keep("work_email", email(text)).map(Some),
        };
        Some(Self {
            employee_number: number?,
            first_name: first?,
            last_name: last?,
            work_email: address?,
        })
    }
}

/// What a post is to be, with team and role by their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub team: String,
    pub role: String,
    pub fte: Fte,
    pub category: PostCategory,
    pub line_manager: Option<PersonId>,
}

impl Wanted {
    fn keep(fields: &PostFields, errors: &mut FieldErrors) -> Option<Self> {
        let chosen = |text: &str, what: &str| match text.trim() {
            "" => Err(format!("Choose {what}")),
            code => Ok(code.to_owned()),
        };
        let team = errors.keep("team", chosen(&fields.team, "a team"));
        let role = errors.keep("role", chosen(&fields.role, "a role"));
        let fte = fields.fte.trim().parse().map_err(|_| {
            "Enter the full-time equivalent as a number above 0 and at most 1.5, for example 0.60"
                .to_owned()
        });
        let fte = errors.keep("fte", fte);
        let category = errors.keep("category", choice(&fields.category, "a category"));
        let line_manager = match fields.line_manager.trim() {
            "" => Some(None),
            text => {
                errors.keep("line_manager", choice(text, "a line manager from the list")).map(Some)
            }
        };
        Some(Self {
            team: team?,
            role: role?,
            fte: fte?,
            category: category?,
            line_manager: line_manager?,
        })
    }
}

/// *This person starts here on this day.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddStarter {
    pub person: NewPerson,
    pub post: AddPost,
}

impl AddStarter {
    /// # Errors
    /// Returns a message for each field of the person and of the post that cannot be used.
    pub fn parse(
        person: &PersonFields,
        post: &PostFields,
        starts_on: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let person = NewPerson::keep(person, &mut errors);
        let post = AddPost::keep(post, starts_on, &mut errors);
        person.zip(post).map(|(person, post)| Self { person, post }).ok_or(errors)
    }
}

/// *They have this post from this day.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddPost {
    pub wanted: Wanted,
    pub starts_on: NaiveDate,
}

impl AddPost {
    /// # Errors
    /// Returns a message for each field that cannot be used.
    pub fn parse(post: &PostFields, starts_on: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        Self::keep(post, starts_on, &mut errors).ok_or(errors)
    }

    fn keep(post: &PostFields, starts_on: &str, errors: &mut FieldErrors) -> Option<Self> {
        let wanted = Wanted::keep(post, errors);
        let starts_on = errors.keep("starts_on", date(starts_on, "the first day"));
        Some(Self { wanted: wanted?, starts_on: starts_on? })
    }
}

/// *The post is like this from this day on.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangePost {
    pub wanted: Wanted,
    pub status: PostStatus,
    pub from: NaiveDate,
}

impl ChangePost {
    /// Reads a change to a post that is held in `held`.
    ///
    /// # Errors
    /// Returns a message for each field that cannot be used; the day must lie in `held`. A post is ended, not *left*.
    pub fn parse(fields: &ChangeFields, held: Period) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let wanted = Wanted::keep(&fields.post, &mut errors);
        let status = match choice(&fields.status, "whether they are at work in this post") {
            Ok(PostStatus::Left) => Err("To say that somebody left, end the post".to_owned()),
            other => other,
        };
        let status = errors.keep("status", status);
        let from =
            date(&fields.from, "the day the change starts").and_then(|day| within(held, day));
        let from = errors.keep("from", from);
        match (wanted, status, from) {
            (Some(wanted), Some(status), Some(from)) => Ok(Self { wanted, status, from }),
            _ => Err(errors),
        }
    }
}

fn within(held: Period, day: NaiveDate) -> Result<NaiveDate, String> {
    match held {
        _ if held.contains(day) => Ok(day),
        Period { from: Some(from), .. } if day < from => {
            Err(format!("This post starts on {}. Enter that day or a later one", spoken(from)))
        }
        Period { to, .. } => {
            let to = to.map(spoken).unwrap_or_default();
            Err(format!("This post ends on {to}. Enter that day or an earlier one"))
        }
    }
}

/// *This is the last day of the post*, or, where one was given before, *it does not end after all*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndPost {
    pub last_day: Option<NaiveDate>,
}

impl EndPost {
    /// Reads the last day of a post that is held in `held`.
    ///
    /// # Errors
    /// Returns the message for `last_day`: not a date, before the post starts, or blank where nothing would change.
    pub fn parse(last_day: &str, held: Period) -> Result<Self, FieldErrors> {
        let wrong = |message: String| FieldErrors::one("last_day", message);
        let last_day = optional_date(last_day, "the last day").map_err(wrong)?;
        match (last_day, held.from) {
            (None, _) if held.to.is_none() => {
                Err(wrong("Enter the last day, for example 2026-05-04".to_owned()))
            }
            (Some(last), Some(first)) if last < first => Err(wrong(format!(
                "This post starts on {}. Enter that day or a later one",
                spoken(first)
            ))),
            _ => Ok(Self { last_day }),
        }
    }
}

#[cfg(test)]
mod tests;
