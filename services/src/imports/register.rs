//! Whom an employee number means: the people on record and those that a file brings, by their numbers.

use crate::error::Result;
use domain::ids::{OrganisationId, PersonId};
use entities::{other_employee_number, person};
use sea_orm::{DatabaseConnection, EntityTrait, QueryOrder};
use std::collections::HashMap;

/// A position in the register.
pub(super) type At = usize;

/// Somebody in the register.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub id: PersonId,
    pub employer: Option<OrganisationId>,
    pub number: String,
    /// As on record; missing for whoever only the file knows.
    pub before: Option<person::Model>,
}

/// Everybody, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Register {
    entries: Vec<Entry>,
    by_number: HashMap<String, Vec<At>>,
    by_other_number: HashMap<String, Vec<At>>,
    joined: HashMap<At, At>,
}

/// Whom a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nobody,
    One(At),
    /// The number alone does not tell them apart.
    Several,
}

pub(super) const SEVERAL: &str =
    "several people have this number; say whose it is in the column employer_code";

impl Register {
    pub async fn load(db: &DatabaseConnection) -> Result<Self> {
        let mut register = Self::default();
        let mut at_id = HashMap::new();
        let in_order = person::Entity::find().order_by_asc(person::Column::EmployeeNumber);
        for row in in_order.all(db).await? {
            let entry = Entry {
                id: row.id,
                employer: row.employer_id,
                number: row.employee_number.clone(),
                before: Some(row),
            };
            at_id.insert(entry.id, register.add(entry));
        }
        for row in other_employee_number::Entity::find().all(db).await? {
            if let Some(&at) = at_id.get(&row.person_id) {
                register.add_number(at, row.employee_number);
            }
        }
        Ok(register)
    }

    pub fn add(&mut self, entry: Entry) -> At {
        let at = self.entries.len();
        self.by_number.entry(entry.number.clone()).or_default().push(at);
        self.entries.push(entry);
        at
    }

    /// Lets somebody be found by a further number.
    pub fn add_number(&mut self, at: At, number: String) {
        self.by_other_number.entry(number).or_default().push(at);
    }

    pub fn get(&self, at: At) -> Option<&Entry> {
        self.entries.get(at)
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Makes two entries one: whatever finds the second finds the first from now on.
    pub fn join(&mut self, first: At, second: At) {
        let first = self.follow(first);
        self.joined.values_mut().filter(|at| **at == second).for_each(|at| *at = first);
        self.joined.insert(second, first);
    }

    /// The entry that stands for this one: another, where they were joined.
    pub fn follow(&self, at: At) -> At {
        self.joined.get(&at).copied().unwrap_or(at)
    }

    /// Whom a number means: with an employer, whoever has it there, else whoever had it before or has it elsewhere;
    /// without one, whoever has it at all.
    pub fn find(&self, employer: Option<OrganisationId>, number: &str) -> Found {
        let own = self.by_number.get(number).map_or(&[][..], Vec::as_slice);
        let other = self.by_other_number.get(number).map_or(&[][..], Vec::as_slice);
        let there = |at: &At| self.get(*at).is_some_and(|entry| entry.employer == employer);
        match own.iter().copied().find(|at| employer.is_some() && there(at)) {
            Some(at) => Found::One(self.follow(at)),
            None if employer.is_some() => self.only(other.iter()),
            None => self.only(own.iter().chain(other)),
        }
    }

    fn only<'a>(&self, found: impl Iterator<Item = &'a At>) -> Found {
        let mut found = found.map(|at| self.follow(*at));
        let Some(first) = found.next() else { return Found::Nobody };
        if found.all(|other| other == first) { Found::One(first) } else { Found::Several }
    }

    /// As [`Register::find`], for somebody whose employer no column names: that of the line, else any.
    pub fn find_colleague(&self, employer: Option<OrganisationId>, number: &str) -> Found {
        match self.find(employer, number) {
            Found::Nobody if employer.is_some() => self.find(None, number),
            found => found,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn register(people: &[(Option<u128>, &str)]) -> Register {
        let mut register = Register::default();
        for (position, &(at, number)) in people.iter().enumerate() {
            register.add(Entry {
                id: PersonId(Uuid::from_u128(position as u128)),
                employer: at.map(employer),
                number: number.to_owned(),
                before: None,
            });
        }
        register
    }

    fn employer(number: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(number))
    }

    #[test]
    fn a_number_alone_must_mean_one_person() {
        let register = register(&[(Some(1), "E1"), (Some(2), "E1"), (Some(1), "E2")]);
        assert_eq!(register.find(None, "E1"), Found::Several);
        assert_eq!(register.find(None, "E2"), Found::One(2));
        assert_eq!(register.find(Some(employer(2)), "E1"), Found::One(1));
        assert_eq!(
            register.find(Some(employer(3)), "E1"),
            Found::Nobody,
            "a number belongs to its employer"
        );
        assert_eq!(
            register.find_colleague(Some(employer(3)), "E2"),
            Found::One(2),
            "a manager from elsewhere"
        );
    }

    #[test]
    fn joined_entries_are_one() {
        let mut register = register(&[(None, "E1"), (Some(1), "E2"), (Some(2), "E2")]);
        register.join(0, 1);
        assert_eq!(register.find(Some(employer(1)), "E2"), Found::One(0));
        assert_eq!(register.find(None, "E2"), Found::Several);
        register.join(0, 2);
        assert_eq!(register.find(None, "E2"), Found::One(0));
    }

    #[test]
    fn a_number_had_before_or_elsewhere_finds_its_holder() {
        let mut register = register(&[(Some(1), "E1"), (None, "E7")]);
        register.add_number(0, "OLD".to_owned());
        assert_eq!(register.find(None, "OLD"), Found::One(0));
        assert_eq!(register.find(Some(employer(2)), "OLD"), Found::One(0));
        register.add_number(0, "E7".to_owned());
        assert_eq!(register.find(None, "E7"), Found::Several);
    }
}
