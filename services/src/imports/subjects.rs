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
const OUTSIDE: &str = "is on record for somebody outside what you administer; ask an administrator of the whole installation";

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
        row.given("employer_code", |cell| self.employers.find(cell).copied())
    }

    /// Whom a number means, where a line may be about them.
    ///
    /// # Errors
    /// Says why not, and what to do.
    pub fn by_number(
        &self,
        employer: Option<OrganisationId>,
        cell: &str,
    ) -> std::result::Result<PersonId, String> {
        let found = self.people.find(employer, cell.trim());
        let id = self.id(found)?.filter(|id| self.within.person(*id)).ok_or(NOBODY)?;
        self.not_the_asker(id)
    }

    /// Whom a work e-mail address means, where a line may be about them.
    ///
    /// # Errors
    /// As [`Subjects::by_number`].
    pub fn by_email(&self, cell: &str) -> std::result::Result<PersonId, String> {
        let held = self.by_email.get(&cell.trim().to_lowercase()).map_or(&[][..], Vec::as_slice);
        match *held {
            [] => Err(NO_ADDRESS.to_owned()),
            [id] if !self.within.person(id) => Err(OUTSIDE.to_owned()),
            [id] => self.not_the_asker(id),
            _ => Err(SEVERAL_ADDRESSES.to_owned()),
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

    fn not_the_asker(&self, id: PersonId) -> std::result::Result<PersonId, String> {
        if self.asker == Some(id) {
            return Err("is yourself; somebody else must bring what is about you".to_owned());
        }
        Ok(id)
    }

    fn id(&self, found: Found) -> std::result::Result<Option<PersonId>, String> {
        match found {
            Found::One(at) => Ok(self.people.get(at).map(|person| person.id)),
            Found::Several => Err(SEVERAL.to_owned()),
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
