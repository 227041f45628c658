//! Who may do what: one table, default deny (rules, section 8).

mod action; // what can be done
mod actor; // who asks
mod granting; // who may give which grant
mod resource; // to whom or what
mod table; // the table itself

pub use action::Action;
pub use actor::{Account, Actor, Grant, Scope};
pub use granting::{
    GRANTED_BY_WORKFORCE_LEADS, has_right_to_give, kinds_to_give, may_give, never_to_oneself,
};
pub use resource::{Located, Resource, SubjectPost};
pub use table::{
    Who, grants_allowing, holds_everywhere_only, open_to_every_account, printed, relation_allows,
};

use crate::codes::Sharing;
use crate::ids::{AreaId, OrganisationId, PersonId, TeamId};

/// Whether `actor` may do `action` to `resource`. What one may not do is refused the same way as what does not exist.
pub fn may(actor: &Actor, action: Action, resource: Resource<'_>) -> bool {
    match actor {
        Actor::Operator => action.open_to_operator(),
        Actor::Nobody => false,
        Actor::Account(account) => {
            let reach = reach(actor, action);
            match resource {
                Resource::Installation => {
                    reach.is_everything()
                        || open_to_every_account(action)
                        || relation_allows(Who::Staff, action) && account.person.is_some()
                }
                Resource::Place(place) => reach.contains(place),
                Resource::Person { person, posts } => {
                    let own = relation_allows(Who::Staff, action) && account.person == Some(person);
                    let own_excluded = account.person == Some(person) && action.never_to_oneself();
                    !own_excluded && (own || posts.iter().any(|post| reach.contains_post(post)))
                }
            }
        }
    }
}

/// Everything that `actor` may do `action` to: for lists.
pub fn reach(actor: &Actor, action: Action) -> Reach {
    let mut reach = Reach { needs: action.needs_from_outside(), ..Reach::default() };
    match actor {
        Actor::Operator => reach.everywhere = action.open_to_operator(),
        Actor::Nobody => {}
        Actor::Account(account) => {
            for grant in &account.grants {
                if grants_allowing(action).contains(&grant.kind) {
                    reach.add(grant, action);
                }
            }
            if account.manages_posts && relation_allows(Who::PostManager, action) {
                reach.managed_by = account.person;
            }
        }
    }
    reach
}

/// What lies within somebody's grants for one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The operator at the command line: no sharing level stands between.
    everywhere: bool,
    /// A grant without a scope of its own.
    installation: bool,
    areas: Vec<AreaId>,
    organisations: Vec<OrganisationId>,
    teams: Vec<TeamId>,
    /// Posts that name this person as line manager.
    managed_by: Option<PersonId>,
    /// What an organisation must share before a grant from outside it reaches in.
    needs: Sharing,
    /// Which posts still count.
    posts: Timely,
}

/// Which posts of a person count, by when they were held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Timely {
    #[default]
    Today,
    /// Those too that ended in the last 90 days.
    Recently,
    Whenever,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            everywhere: false,
            installation: false,
            areas: Vec::new(),
            organisations: Vec::new(),
            teams: Vec::new(),
            managed_by: None,
            needs: Sharing::People,
            posts: Timely::Today,
        }
    }
}

impl Reach {
    fn add(&mut self, grant: &Grant, action: Action) {
        match grant.scope {
            Scope::Everywhere => self.installation = true,
            Scope::Area(area) => self.areas.push(area),
            Scope::Organisation(organisation) => self.organisations.push(organisation),
            Scope::Team(team) => self.teams.push(team),
        }
        let lead = grant.kind == crate::codes::GrantKind::WorkforceLead;
        if lead && action.reads_people() {
            self.posts = self.posts.max(Timely::Recently);
        }
        if action.outlives_posts() {
            self.posts = Timely::Whenever;
        }
    }

    /// Whether nothing lies outside: what belongs to the whole installation is not within a grant that has a scope.
    pub const fn is_everything(&self) -> bool {
        self.everywhere || self.installation
    }

    fn by_grant(&self) -> bool {
        self.is_everything()
            || !(self.areas.is_empty() && self.organisations.is_empty() && self.teams.is_empty())
    }

    /// Whether a place lies within, as far as its organisation shares with those outside it.
    pub fn contains(&self, place: &Located) -> bool {
        let inside = place.organisation.is_some_and(|o| self.organisations.contains(&o))
            || place.team.is_some_and(|t| self.teams.contains(&t));
        let above = self.installation || place.areas.iter().any(|a| self.areas.contains(a));
        self.everywhere || inside || (above && place.sharing >= self.needs)
    }

    /// Whether a post lies within: by its team, or because it names the asker as line manager.
    pub fn contains_post(&self, post: &SubjectPost) -> bool {
        let timely = post.in_scope
            || match self.posts {
                Timely::Today => false,
                Timely::Recently => post.recently_ended,
                Timely::Whenever => true,
            };
        timely && (self.manages(post.line_manager) || self.contains(&post.place))
    }

    /// Whether a post that names this line manager lies within, because the asker is named.
    pub fn manages(&self, line_manager: Option<PersonId>) -> bool {
        self.managed_by.is_some() && self.managed_by == line_manager
    }

    /// Whether there is anything within at all.
    pub fn is_empty(&self) -> bool {
        !self.by_grant() && self.managed_by.is_none()
    }

    /// Where it begins: every scope it was given, widest first; everything where it has no scope of its own.
    pub fn tops(&self) -> Vec<Scope> {
        if self.is_everything() {
            return vec![Scope::Everywhere];
        }
        let areas = self.areas.iter().copied().map(Scope::Area);
        let organisations = self.organisations.iter().copied().map(Scope::Organisation);
        areas.chain(organisations).chain(self.teams.iter().copied().map(Scope::Team)).collect()
    }

    /// The person whose posts' holders are within because they manage them.
    pub const fn manager(&self) -> Option<PersonId> {
        self.managed_by
    }
}

#[cfg(test)]
mod tests;
