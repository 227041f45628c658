//! Whom the lines of a file are about: people on record whom the asker administers, and never the asker.

use super::check::Check;
use super::known::Codes;
use super::register::{Found, Register, SEVERAL};
use super::row::{Noted, Row};
use super::within::Within;
use crate::error::Result;
use domain::ids::{OrganisationId, PersonId};
use domain::imports::PersonKey;
use entities::{organisation, person};
use sea_orm::EntityTrait;
use std::collections::HashMap;

pub(super) const NOBODY: &str =
    "nobody on record has this number; import staff first, or correct it";
const NO_ADDRESS: &str =
    "nobody on record has this e-mail address; import staff first, or correct it";
const SEVERAL_ADDRESSES: &str =
    "several people have this e-mail address; say whose it is in the column employee_number";
const YOURSELF: &str = "is yourself; somebody else must bring what is about you";
const OUTSIDE: &str = "is on record for somebody outside what you administer; ask an administrator of the whole installation";

/// Why a line can be about nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unmet {
    /// Nobody whom the asker administers is on record so.
    Unknown(&'static str),
    /// It does not say whom it means, or may not be about them.
    Unfit(&'static str),
}

impl From<Unmet> for String {
    fn from(unmet: Unmet) -> Self {
        let (Unmet::Unknown(why) | Unmet::Unfit(why)) = unmet;
        why.to_owned()
    }
}

/// The people of a file, with whoever brings it.
#[derive(Debug)]
pub(super) struct Subjects {
    people: Register,
    employers: Codes<OrganisationId>,
    within: Within,
    /// Whoever brings the file, where they are a person.
    asker: Option<PersonId>,
    by_email: HashMap<String, Vec<PersonId>>,
}

impl Subjects {
    pub async fn load(check: &Check<'_>, within: Within) -> Result<Self> {
        let employers = organisation::Entity::find().all(check.db()).await?;
        let people = Register::load(check.db()).await?;
        let mut by_email: HashMap<String, Vec<PersonId>> = HashMap::new();
        for row in people.entries().iter().filter_map(|entry| entry.before.as_ref()) {
            if let Some(email) = &row.work_email {
                by_email.entry(email.to_lowercase()).or_default().push(row.id);
            }
        }
        Ok(Self {
            people,
            employers: Codes::new(
                "an organisation on record",
                employers.into_iter().map(|o| (o.code, o.id)),
            ),
            within,
            asker: check.ctx.actor.person(),
            by_email,
        })
    }

    /// The employer that a line names, in the column `employer_code`.
    pub fn employer(
        &self,
        row: &mut Row<'_>,
    ) -> std::result::Result<Option<OrganisationId>, Noted> {
        row.given("employer_code", |cell| self.employer_called(cell))
    }

    /// The employer that a code means.
    ///
    /// # Errors
    /// Says that there is none on record, and what to do.
    pub fn employer_called(&self, code: &str) -> std::result::Result<OrganisationId, String> {
        self.employers.find(code).copied()
    }

    /// Whom a number means, where a line may be about them.
    ///
    /// # Errors
    /// Says why not, and what to do.
    pub fn by_number(
        &self,
        employer: Option<OrganisationId>,
        cell: &str,
    ) -> std::result::Result<PersonId, Unmet> {
        let found = self.id(self.people.find(employer, cell.trim())).map_err(Unmet::Unfit)?;
        let id = found.filter(|id| self.within.person(*id)).ok_or(Unmet::Unknown(NOBODY))?;
        self.not_the_asker(id)
    }

    /// Whom a work e-mail address means, where a line may be about them.
    ///
    /// # Errors
    /// As [`Subjects::by_number`].
    pub fn by_email(&self, cell: &str) -> std::result::Result<PersonId, Unmet> {
        let held = self.by_email.get(&cell.trim().to_lowercase()).map_or(&[][..], Vec::as_slice);
        match *held {
            [] => Err(Unmet::Unknown(NO_ADDRESS)),
            [id] if !self.within.person(id) => Err(Unmet::Unknown(OUTSIDE)),
            [id] => self.not_the_asker(id),
            _ => Err(Unmet::Unfit(SEVERAL_ADDRESSES)),
        }
    }

    /// Anybody on record, such as whoever judged.
    ///
    /// # Errors
    /// Says that there is nobody, or more than one.
    pub fn colleague(
        &self,
        employer: Option<OrganisationId>,
        cell: &str,
    ) -> std::result::Result<PersonId, String> {
        let found = self.people.find_colleague(employer, cell.trim());
        Ok(self.id(found)?.ok_or(NOBODY)?)
    }

    /// Whom a number means, the asker among them: whoever leads a session is no subject of its file.
    ///
    /// # Errors
    /// Says that there is nobody whom the asker may name, or more than one.
    pub fn named_by(&self, cell: &str) -> std::result::Result<PersonId, String> {
        let found = self.id(self.people.find(None, cell.trim()))?;
        let may = |id: &PersonId| self.within.person(*id) || self.asker == Some(*id);
        Ok(found.filter(may).ok_or(NOBODY)?)
    }

    fn not_the_asker(&self, id: PersonId) -> std::result::Result<PersonId, Unmet> {
        if self.asker == Some(id) { Err(Unmet::Unfit(YOURSELF)) } else { Ok(id) }
    }

    fn id(&self, found: Found) -> std::result::Result<Option<PersonId>, &'static str> {
        match found {
            Found::One(at) => Ok(self.people.get(at).map(|person| person.id)),
            Found::Several => Err(SEVERAL),
            Found::Nobody => Ok(None),
        }
    }

    fn row(&self, id: PersonId) -> Option<&person::Model> {
        self.people.entries().iter().filter_map(|entry| entry.before.as_ref()).find(|p| p.id == id)
    }

    pub fn number(&self, id: PersonId) -> Option<&str> {
        self.row(id).map(|person| person.employee_number.as_str())
    }

    /// Somebody as files name them, and their name.
    pub fn named(&self, id: PersonId) -> Option<(PersonKey, String)> {
        let row = self.row(id)?;
        let employer = row.employer_id.and_then(|id| self.employers.code_of(&id));
        let key = PersonKey {
            employer: employer.map(str::to_owned),
            number: row.employee_number.clone(),
        };
        Some((key, format!("{} {}", row.first_name, row.last_name)))
    }
}
