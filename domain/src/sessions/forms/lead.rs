//! Who leads a session: a colleague on record here, or somebody else by name.

use super::Somebody;
use crate::fields::FieldErrors;
use serde::{Deserialize, Serialize};

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
}

/// *They lead it too.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddLead {
    /// By work email or employee number.
    Colleague {
        written: String,
        lived_experience: bool,
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
        let lived_experience = typed.lived == "yes";
        Ok(match Somebody::parse(&typed.colleague, &typed.name, &typed.organisation)? {
            Somebody::Colleague(written) => Self::Colleague { written, lived_experience },
            Somebody::Other { name, organisation } => {
                let professional = typed.professional == "yes";
                Self::Other { name, organisation, professional, lived_experience }
            }
        })
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Colleague { .. } => Vec::new(),
            Self::Other { name, organisation, .. } => {
                vec![("name", name), ("organisation", organisation)]
            }
        }
    }
}
