//! Who is where in each world: somebody's posts in the row of a figure.

use super::Part;
use super::world::{Between, World};
use crate::codes::PostStatus;
use crate::coverage::Person;
use crate::people::{Post, Terms};
use chrono::NaiveDate;

/// Somebody's posts in a row: those in scope, and those that only their absence keeps out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Posts<'p> {
    pub chosen: Vec<&'p Terms>,
    pub away: Vec<&'p Terms>,
}

impl Posts<'_> {
    pub const fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.away.is_empty()
    }
}

/// The terms on which somebody holds a post at a day, at work or away; none where it has not begun, is over or left.
fn held<'p>(post: &Post, terms: Option<&'p Terms>, day: NaiveDate) -> Option<&'p Terms> {
    terms.filter(|terms| post.held.contains(day) && terms.status != PostStatus::Left)
}

impl Between<'_> {
    /// Whether any post of somebody is, was or will be in the row, whatever else keeps it out.
    pub fn concerns(&self, person: &Person) -> bool {
        let unit = Some(self.figure.unit);
        let mut teams = person.posts.iter().flat_map(|post| &post.terms).map(|terms| terms.team);
        teams.any(|team| self.then.unit(team) == unit || self.now.unit(team) == unit)
    }

    pub fn posts<'p>(&self, world: World, person: &'p Person) -> Posts<'p> {
        let came_and_stays = |post: &'p Post| (self.before(world, post), self.after(post));
        let posts: Vec<_> = person.posts.iter().map(came_and_stays).collect();
        let was_here = posts.iter().any(|(before, _)| before.is_some());
        let is_here = posts.iter().any(|(_, after)| after.is_some());
        let mut placed = Posts::default();
        for (before, after) in posts {
            let on_the_later_day = match (was_here, is_here) {
                (false, _) => world.has(Part::Joiners),
                (true, false) => world.has(Part::Leavers),
                (true, true) => world.has(Part::Moves),
            };
            let Some(terms) = (if on_the_later_day { after } else { before }) else { continue };
            // Whoever stays goes away, or comes back, before anything else about their posts changes.
            let status = match after {
                Some(after) if world.has(Part::Absences) => after.status,
                _ => terms.status,
            };
            let came_since = before.is_none_or(|before| before.team != terms.team);
            if self.is_in_row(terms, came_since || world.has(Part::Organisations)) {
                match status {
                    PostStatus::Active => placed.chosen.push(terms),
                    PostStatus::Away => placed.away.push(terms),
                    PostStatus::Left => {}
                }
            }
        }
        placed
    }

    /// A post on the earlier day: as it was known then, or as it is known now.
    fn before<'p>(&self, world: World, post: &'p Post) -> Option<&'p Terms> {
        let known = self.known.filter(|_| !world.has(Part::LateRecords));
        let terms = known.map_or_else(|| post.terms_at(self.since), |known| known.terms(post));
        held(post, terms, self.since)
    }

    fn after<'p>(&self, post: &'p Post) -> Option<&'p Terms> {
        held(post, post.terms_at(self.until), self.until)
    }

    /// Whether a post counts in the row, were its holder at work; by where teams belong and which are open on either day.
    fn is_in_row(&self, terms: &Terms, on_the_later_day: bool) -> bool {
        let frame = if on_the_later_day { &self.now } else { &self.then };
        let query = frame.query;
        let is_of_group = |by| {
            let role = self.facts.roles.get(terms.role);
            role.and_then(|role| role.group(by)) == self.figure.group
        };
        (query.include_bank || !terms.is_casual())
            && self.facts.team_open(terms.team, query.as_at)
            && frame.unit(terms.team) == Some(self.figure.unit)
            && query.group.is_none_or(is_of_group)
    }
}
