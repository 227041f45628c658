//! The posts of a staff file: which post each line means, and whether two lines mean the same.

use super::line::{PostLine, StaffLine};
use super::people::People;
use super::places::Places;
use super::post;
use super::recorded::{Recorded, Search};
use crate::imports::check::Check;
use crate::imports::lines::{Line, repeated};
use crate::imports::register::{At, Entry};
use domain::ids::OrganisationId;
use domain::organisations::TeamIndex;
use domain::people::RoleIndex;
use std::collections::HashMap;

/// A line whose person and post could be read.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a> {
    pub line: &'a Line<StaffLine>,
    pub says: &'a PostLine,
    pub at: At,
    pub entry: &'a Entry,
}

/// What makes a post the one that a line means; two lines must not mean the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Claim {
    OnRecord(usize),
    Assignment(Option<OrganisationId>, String),
    Place(At, TeamIndex, RoleIndex),
}

impl Stated<'_> {
    /// The claim of a post that is not on record.
    fn claim(&self) -> Claim {
        match &self.says.assignment {
            Some(number) => Claim::Assignment(self.entry.employer, number.clone()),
            None => Claim::Place(self.at, self.says.team, self.says.role),
        }
    }
}

/// The posts of a file in the making.
pub(super) struct Posts<'a> {
    pub people: &'a People,
    pub places: &'a Places,
    pub recorded: &'a Recorded,
    pub stated: Vec<Stated<'a>>,
    claims: HashMap<Claim, Stated<'a>>,
}

impl<'a> Posts<'a> {
    pub fn new(
        people: &'a People,
        places: &'a Places,
        recorded: &'a Recorded,
        lines: &'a [Line<StaffLine>],
    ) -> Self {
        let stated = lines.iter().zip(&people.of_line).filter_map(|(line, at)| {
            let at = (*at)?;
            let (says, entry) = (line.says.post.as_ref()?, people.register.get(at)?);
            Some(Stated { line, says, at, entry })
        });
        Self { people, places, recorded, stated: stated.collect(), claims: HashMap::new() }
    }

    /// Whether a line of the file means this post.
    pub fn names(&self, at: usize) -> bool {
        self.claims.contains_key(&Claim::OnRecord(at))
    }

    /// Compares every line with what is on record.
    pub fn settle(&mut self, check: &mut Check<'_>) {
        // Lines without a number first: a number is given to the post without one only where no such line means it.
        let (numbered, unnumbered): (Vec<_>, Vec<_>) =
            self.stated.iter().copied().partition(|stated| stated.says.assignment.is_some());
        for stated in unnumbered.into_iter().chain(numbered) {
            let search = match self.recorded.find(stated.entry, stated.says, check.options.as_at) {
                Search::Adopted(at) if self.names(at) => Search::New,
                Search::Adopted(at) => Search::Found(at),
                search => search,
            };
            match search {
                Search::New if self.claim(check, stated.claim(), stated) => {
                    post::settle(self, check, stated, None);
                }
                Search::Found(at) if self.claim(check, Claim::OnRecord(at), stated) => {
                    post::settle(self, check, stated, self.recorded.posts.get(at));
                }
                Search::New | Search::Found(_) | Search::Adopted(_) => {}
                Search::Not(column, message) => {
                    let value = stated.says.assignment.as_deref().unwrap_or_default();
                    check.report.faults.add(stated.line.number, column, value, message);
                }
            }
        }
    }

    /// Whether no earlier line means the same post.
    fn claim(&mut self, check: &mut Check<'_>, claim: Claim, stated: Stated<'a>) -> bool {
        let Some(earlier) = self.claims.get(&claim) else {
            self.claims.insert(claim, stated);
            return true;
        };
        let message = if earlier.at == stated.at {
            repeated(earlier.line, &stated.line.says)
        } else {
            let line = earlier.line.number;
            format!("is also the assignment number of somebody else, in line {line}")
        };
        let (column, value) = match &stated.says.assignment {
            Some(number) => ("assignment_number", number),
            None => ("employee_number", &stated.line.says.person.number),
        };
        check.report.faults.add(stated.line.number, column, value, message);
        false
    }
}
