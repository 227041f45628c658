//! A guest of a session: somebody who is not on record here and takes a seat.

use super::NAME_MOST;
use crate::fields::{FieldErrors, required_text};
use serde::{Deserialize, Serialize};

/// What a form sends for a profession that is not in its list; no profession is this.
pub const OTHER_PROFESSION: &str = "*";

/// A guest as they were typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestFields {
    pub name: String,
    pub organisation: String,
    /// One that roles here have, or [`OTHER_PROFESSION`].
    pub profession: String,
    pub other_profession: String,
}

/// *They come too, from elsewhere.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddGuest {
    pub name: String,
    pub organisation: String,
    /// What they count as where seats are kept.
    pub profession: String,
    /// Whether it was chosen from the list.
    pub from_list: bool,
}

impl AddGuest {
    /// # Errors
    /// Returns a message for each of `name`, `organisation`, `profession` and `other_profession` that cannot be used.
    pub fn parse(typed: &GuestFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.keep("name", required_text(&typed.name, "their name", NAME_MOST));
        let organisation =
            required_text(&typed.organisation, "the organisation they come from", NAME_MOST);
        let organisation = errors.keep("organisation", organisation);
        let from_list = typed.profession.trim() != OTHER_PROFESSION;
        let profession = match typed.profession.trim() {
            OTHER_PROFESSION => {
                let other = required_text(&typed.other_profession, "their profession", NAME_MOST);
                errors.keep("other_profession", other)
            }
            "" => errors.keep("profession", Err("Choose their profession, or another".to_owned())),
            chosen => {
                errors.keep("profession", required_text(chosen, "their profession", NAME_MOST))
            }
        };
        match (name, organisation, profession) {
            (Some(name), Some(organisation), Some(profession)) => {
                Ok(Self { name, organisation, profession, from_list })
            }
            _ => Err(errors),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 3] {
        let profession = if self.from_list { "profession" } else { "other_profession" };
        [("name", &self.name), ("organisation", &self.organisation), (profession, &self.profession)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(profession: &str, other_profession: &str) -> GuestFields {
        let (name, organisation) = ("Ada".to_owned(), "Mind".to_owned());
        let (profession, other_profession) = (profession.to_owned(), other_profession.to_owned());
        GuestFields { name, organisation, profession, other_profession }
    }

    #[test]
    fn a_profession_is_chosen_from_the_list_or_typed() {
        let profession = |typed| AddGuest::parse(&typed).map(|guest| guest.profession);
        assert_eq!(profession(typed("Nursing", "ignored")), Ok("Nursing".to_owned()));
        assert_eq!(profession(typed(OTHER_PROFESSION, " Housing ")), Ok("Housing".to_owned()));
        let beside = |typed| profession(typed).unwrap_err().0[0].field.clone();
        assert_eq!(beside(typed(OTHER_PROFESSION, " ")), "other_profession");
        assert_eq!(beside(typed("", "Housing")), "profession");
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let errors = AddGuest::parse(&GuestFields::default()).unwrap_err();
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "organisation", "profession"]);
    }
}
