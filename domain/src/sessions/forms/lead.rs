//! Who leads a session: a colleague on record here, or somebody else by name.

use crate::fields::{FieldErrors, optional_text, required_text};
use serde::{Deserialize, Serialize};

const NAME_MOST: usize = 200;

/// A lead as they were typed; all of it text. Either `colleague` or `name` and `organisation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadFields {
    /// A work email or an employee number.
    pub colleague: String,
    pub name: String,
    pub organisation: String,
    /// `yes` where somebody who is not on record here is a mental health professional.
    pub professional: String,
    /// `yes` where they lead from lived experience.
    pub lived: String,
    /// Why a colleague leads it without protected time; asked for only where it is needed.
    #[serde(default)]
    pub reason: String,
}

/// *They lead it too.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddLead {
    /// By work email or employee number.
    Colleague {
        written: String,
        lived_experience: bool,
        /// Why they lead it without protected time; blank where nothing was said.
        reason: String,
    },
    Other {
        name: String,
        organisation: String,
        professional: bool,
        lived_experience: bool,
    },
}

impl AddLead {
    /// # Errors
    /// Returns a message for `colleague`, `name` or `organisation`: nobody was named, two were, or what is missing of one.
    pub fn parse(typed: &LeadFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let lived_experience = typed.lived == "yes";
        let written = errors
            .keep("colleague", optional_text(&typed.colleague, "the email or number", NAME_MOST));
        let blank = |text: &str| text.trim().is_empty();
        let other = !blank(&typed.name) || !blank(&typed.organisation);
        match written.flatten() {
            Some(_) if other => Err(FieldErrors::one(
                "colleague",
                "Name one person: a colleague, or somebody from elsewhere",
            )),
            Some(written) => {
                let reason = typed.reason.trim().to_owned();
                Ok(Self::Colleague { written, lived_experience, reason })
            }
            None if !other && errors.0.is_empty() => Err(FieldErrors::one(
                "colleague",
                "Enter a colleague’s work email or employee number, or the name of somebody else",
            )),
            None => {
                let name = errors.keep("name", required_text(&typed.name, "their name", NAME_MOST));
                let organisation = required_text(
                    &typed.organisation,
                    "the organisation they come from",
                    NAME_MOST,
                );
                let organisation = errors.keep("organisation", organisation);
                match (name, organisation) {
                    (Some(name), Some(organisation)) if errors.0.is_empty() => {
                        let professional = typed.professional == "yes";
                        Ok(Self::Other { name, organisation, professional, lived_experience })
                    }
                    _ => Err(errors),
                }
            }
        }
    }

    /// Why they lead it without protected time; blank where nothing was said.
    pub fn reason(&self) -> &str {
        match self {
            Self::Colleague { reason, .. } => reason,
            Self::Other { .. } => "",
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Colleague { reason, .. } => vec![("reason", reason)],
            Self::Other { name, organisation, .. } => {
                vec![("name", name), ("organisation", organisation)]
            }
        }
    }
}
