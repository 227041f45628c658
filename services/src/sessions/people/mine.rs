//! For whom somebody may book a session: people whose post, in scope that day, lies within their reach and can book it.

use super::super::attend::is_for;
use super::super::stored::Stored;
use crate::ctx::Ctx;
use chrono::NaiveDate;
use domain::coverage::{Facts, Person};
use domain::ids::PersonId;
use domain::organisations::TeamIndex;
use domain::people::Terms;
use domain::policy::{Action, Reach, reach};

/// The asker's people, as a session looks at them.
pub(super) struct Mine<'a> {
    facts: &'a Facts,
    day: NaiveDate,
    me: Option<PersonId>,
    reach: Reach,
    /// Of each team: whether the session can be booked from it, and whether it lies within the asker's reach.
    teams: Vec<(bool, bool)>,
}

impl<'a> Mine<'a> {
    pub fn of(ctx: &Ctx, facts: &'a Facts, stored: &Stored) -> Self {
        let reach = reach(&ctx.actor, Action::BookSeat);
        let team = |at: TeamIndex| {
            let place = facts.places.located_team(at, ctx.today);
            (is_for(facts, stored, at), place.is_some_and(|place| reach.contains(&place)))
        };
        let teams = (0..facts.places.teams.len()).map(team).collect();
        Self { facts, day: stored.day(), me: ctx.actor.person(), reach, teams }
    }

    /// Each of them with the team that they come from.
    pub fn all(&self) -> impl Iterator<Item = (&'a Person, TeamIndex)> {
        self.facts.people.iter().filter_map(|person| Some((person, self.team_of(person)?)))
    }

    /// The team that somebody comes from, where the asker may book for them: of several that of most work. Nobody is their own.
    pub fn team_of(&self, person: &Person) -> Option<TeamIndex> {
        if Some(person.id) == self.me {
            return None;
        }
        let posts = self.facts.posts_in_scope(person, self.day);
        let posts = posts.filter(|terms| self.is_mine(terms));
        let most = posts.min_by(|a, b| b.fte.cmp(&a.fte).then_with(|| a.team.cmp(&b.team)))?;
        Some(most.team)
    }

    fn is_mine(&self, terms: &Terms) -> bool {
        let (can_book, within) = self.teams.get(terms.team).copied().unwrap_or_default();
        can_book && (within || self.reach.manages(terms.line_manager))
    }
}
