//! In which teams a person counts towards cover, by a post or by an arrangement, and as which profession.

use crate::coverage::{Facts, Person};
use crate::dates::Period;
use crate::fte::Fte;
use crate::ids::PersonId;
use crate::organisations::TeamIndex;
use crate::people::{Presence, RoleIndex, Terms};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A row of a team's mental health input that names whoever helps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The team that is helped.
    pub team: TeamIndex,
    pub held: Period,
    pub helper: Helper,
}

/// Who helps: everybody in scope of a team, or one person. A row that names somebody means them alone, whichever team they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    Team(TeamIndex),
    Person(PersonId),
}

/// A person's place in a team.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seat {
    pub team: TeamIndex,
    /// By a post in the team; else by an arrangement.
    pub own: bool,
    /// The role of the post that says which profession they count as.
    pub role: RoleIndex,
    fte: Fte,
}

/// Who helps whom on one day, and which posts count then.
#[derive(Debug)]
pub(super) struct Seats<'a> {
    facts: &'a Facts,
    day: NaiveDate,
    include_bank: bool,
    helped_by_team: HashMap<TeamIndex, Vec<TeamIndex>>,
    helped_by_person: HashMap<PersonId, Vec<TeamIndex>>,
}

impl<'a> Seats<'a> {
    pub fn new(facts: &'a Facts, day: NaiveDate, include_bank: bool) -> Self {
        let (mut helped_by_team, mut helped_by_person) = (HashMap::new(), HashMap::new());
        for row in facts.arrangements.iter().filter(|row| row.held.contains(day)) {
            let helped: &mut Vec<TeamIndex> = match row.helper {
                Helper::Team(team) => helped_by_team.entry(team).or_default(),
                Helper::Person(person) => helped_by_person.entry(person).or_default(),
            };
            helped.push(row.team);
        }
        Self { facts, day, include_bank, helped_by_team, helped_by_person }
    }

    /// The terms of a person's posts that are in scope on the day.
    pub fn posts<'p>(&self, person: &'p Person) -> Vec<&'p Terms> {
        let open = |team| self.facts.team_open(team, self.day);
        let in_scope = person.posts.iter().filter_map(|post| {
            match post.presence_at(self.day, self.include_bank, open) {
                Presence::InScope(terms) => Some(terms),
                Presence::Away(_) | Presence::Out => None,
            }
        });
        in_scope.collect()
    }

    /// One seat for each team in which somebody with these posts counts.
    pub fn of(&self, person: PersonId, posts: &[&Terms]) -> Vec<Seat> {
        let mut seats = Vec::with_capacity(posts.len());
        let named = self.helped_by_person.get(&person);
        for terms in posts {
            self.sit(&mut seats, terms, terms.team, true);
            let helped = self.helped_by_team.get(&terms.team);
            for team in helped.into_iter().chain(named).flatten() {
                self.sit(&mut seats, terms, *team, false);
            }
        }
        seats
    }

    fn sit(&self, seats: &mut Vec<Seat>, terms: &Terms, team: TeamIndex, own: bool) {
        let seat = Seat { team, own, role: terms.role, fte: terms.fte };
        match seats.iter_mut().find(|known| known.team == team) {
            Some(known) if self.rank(&seat) > self.rank(known) => *known = seat,
            Some(_) => {}
            None => seats.push(seat),
        }
    }

    /// A post in the team before help from outside, then the highest FTE, then the first role by code: each counts as one profession.
    fn rank(&self, seat: &Seat) -> (bool, Fte, Reverse<&'a str>) {
        let code = self.facts.roles.get(seat.role).map_or("", |role| &*role.code);
        (seat.own, seat.fte, Reverse(code))
    }
}
