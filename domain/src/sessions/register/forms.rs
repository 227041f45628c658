//! What is said in the register: of everybody at once, and of somebody who walked in.

use super::{Attendance, Mark};
use crate::codes::UnknownCode;
use crate::fields::{FieldErrors, required_text};
use crate::sessions::Attendee;
use crate::sessions::forms::{NAME_MOST, Somebody};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most service users and carers that are counted.
pub const SERVICE_USERS_MOST: u16 = 1_000;

/// A register as it was ticked; all of it text.
#[derive(Clone, Copy, Debug)]
pub struct RegisterFields<'a> {
    /// What was chosen, by the key of each attendee; empty where nothing was.
    pub came: &'a BTreeMap<String, String>,
    /// What the page showed, likewise.
    pub was: &'a BTreeMap<String, String>,
    pub service_users: &'a str,
    pub service_users_were: &'a str,
}

/// *They came, they did not*: what a register says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeRegister {
    pub marks: Vec<Mark>,
    /// How many service users and carers were there, where that is another number than the page showed: a number and no names. Nobody
    /// counted where there is none.
    pub service_users: Option<Option<u16>>,
    /// Whether everybody of whom nothing is said arrived.
    pub everyone_else_arrived: bool,
}

impl TakeRegister {
    /// # Errors
    /// Returns a message for each of `came-KEY` and `service_users` that cannot be used.
    pub fn parse(
        typed: RegisterFields<'_>,
        everyone_else_arrived: bool,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let service_users = errors.keep("service_users", number(typed.service_users));
        let mut marks = Vec::new();
        for (key, chosen) in typed.came {
            let was = typed.was.get(key).map_or("", String::as_str);
            let chosen = Attendee::of_key(key).zip(attendance(chosen).ok());
            let mark = chosen.map(|(attendee, now)| Mark { attendee, was: was.parse().ok(), now });
            match mark {
                Some(mark) => marks.push(mark),
                None => errors.add(&format!("came-{key}"), "Choose whether they came"),
            }
        }
        match service_users {
            Some(service_users) if errors.0.is_empty() => {
                let shown = number(typed.service_users_were).unwrap_or_default();
                let service_users = (service_users != shown).then_some(service_users);
                Ok(Self { marks, service_users, everyone_else_arrived })
            }
            _ => Err(errors),
        }
    }
}

/// What was chosen: nothing is an answer too.
fn attendance(chosen: &str) -> Result<Option<Attendance>, UnknownCode> {
    match chosen {
        "" => Ok(None),
        code => code.parse().map(Some),
    }
}

fn number(text: &str) -> Result<Option<u16>, String> {
    match text.trim() {
        "" => Ok(None),
        text => {
            let number = text.parse().ok().filter(|number| *number <= SERVICE_USERS_MOST);
            number.map(Some).ok_or_else(|| {
                format!("Enter how many there were as a whole number up to {SERVICE_USERS_MOST}")
            })
        }
    }
}

/// Somebody who walked in, as they were typed; all of it text. Either `colleague`, or the other three.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalkInFields {
    /// A work email or an employee number.
    pub colleague: String,
    pub name: String,
    pub organisation: String,
    pub profession: String,
}

/// *They came without a seat.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WalkIn {
    /// By work email or employee number.
    Colleague(String),
    Guest {
        name: String,
        organisation: String,
        profession: String,
    },
}

impl WalkIn {
    /// # Errors
    /// Returns a message for `colleague`, `name`, `organisation` or `profession`: nobody was named, two were, or what is
    /// missing of one.
    pub fn parse(typed: &WalkInFields) -> Result<Self, FieldErrors> {
        match Somebody::parse(&typed.colleague, &typed.name, &typed.organisation)? {
            Somebody::Colleague(written) => Ok(Self::Colleague(written)),
            Somebody::Other { name, organisation } => {
                let profession = required_text(&typed.profession, "their profession", NAME_MOST);
                let profession =
                    profession.map_err(|message| FieldErrors::one("profession", message))?;
                Ok(Self::Guest { name, organisation, profession })
            }
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Colleague(_) => Vec::new(),
            Self::Guest { name, organisation, profession } => {
                vec![("name", name), ("organisation", organisation), ("profession", profession)]
            }
        }
    }
}
