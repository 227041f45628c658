//! Who is meant by a form that takes a colleague on record here, or somebody else by name.

use crate::fields::{FieldErrors, optional_text, required_text};

/// The longest name, and what else is said of somebody, in characters.
pub const NAME_MOST: usize = 200;

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Somebody {
    /// By work email or employee number.
    Colleague(String),
    Other {
        name: String,
        organisation: String,
    },
}

impl Somebody {
    /// # Errors
    /// Returns a message for `colleague`, `name` or `organisation`: nobody was named, two were, or what is missing of one.
    pub fn parse(colleague: &str, name: &str, organisation: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let written =
            errors.keep("colleague", optional_text(colleague, "the email or number", NAME_MOST));
        let blank = |text: &str| text.trim().is_empty();
        let other = !blank(name) || !blank(organisation);
        match written.flatten() {
            Some(_) if other => Err(FieldErrors::one(
                "colleague",
                "Name one person: a colleague, or somebody from elsewhere",
            )),
            Some(written) => Ok(Self::Colleague(written)),
            None if !other && errors.0.is_empty() => Err(FieldErrors::one(
                "colleague",
                "Enter a colleague’s work email or employee number, or the name of somebody else",
            )),
            None => {
                let name = errors.keep("name", required_text(name, "their name", NAME_MOST));
                let organisation =
                    required_text(organisation, "the organisation they come from", NAME_MOST);
                let organisation = errors.keep("organisation", organisation);
                match (name, organisation) {
                    (Some(name), Some(organisation)) if errors.0.is_empty() => {
                        Ok(Self::Other { name, organisation })
                    }
                    _ => Err(errors),
                }
            }
        }
    }
}
