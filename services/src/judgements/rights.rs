//! Somebody's right to confirm on a day, by their grants and by what they hold: in a competency at all, and of one person.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{self, FoundingGrant, founding_in};
use chrono::NaiveDate;
use domain::coverage::{Competency, Facts, Person};
use domain::frameworks::Level;
use domain::judgements::Assessor;
use domain::judgements::confirming::{Reaches, confirms_up_to, may_confirm};
use domain::policy::{Action, Actor, Reach, Resource, SubjectPost, reach};
use domain::requirements::CompetencyIndex;

/// Somebody who confirms, with what the rules need to know of them whoever the subject is.
#[derive(Clone)]
pub(super) struct Rights<'a> {
    facts: &'a Facts,
    day: NaiveDate,
    pub actor: Actor,
    pub person: Option<&'a Person>,
    foundings: Vec<FoundingGrant>,
}

impl<'a> Rights<'a> {
    /// Those of everybody who holds an assessor's grant on a day; two queries.
    pub async fn of_assessors(ctx: &Ctx, facts: &'a Facts, day: NaiveDate) -> Result<Vec<Self>> {
        let assessors = grants::assessors_on(ctx, facts, day).await?;
        let rights = |(actor, foundings): (Actor, Vec<FoundingGrant>)| {
            let person = actor.person().and_then(|id| facts.person(id));
            Self { facts, day, actor, person, foundings }
        };
        Ok(assessors.into_iter().map(rights).collect())
    }

    /// Somebody's own today; one query.
    pub async fn of(ctx: &Ctx, facts: &'a Facts, actor: &Actor) -> Result<Self> {
        let foundings = match actor.account_id() {
            Some(account) => grants::foundings_of(ctx, facts, account, ctx.today).await?,
            None => Vec::new(),
        };
        let person = actor.person().and_then(|id| facts.person(id));
        Ok(Self { facts, day: ctx.today, actor: actor.clone(), person, foundings })
    }

    /// Those of a person who holds no grant: none.
    pub const fn none(facts: &'a Facts, day: NaiveDate, person: Option<&'a Person>) -> Self {
        Self { facts, day, actor: Actor::Nobody, person, foundings: Vec::new() }
    }

    /// The highest level that they may confirm in a competency, were somebody of theirs to show it; `None` where they may
    /// not confirm in it.
    pub fn most(&self, at: CompetencyIndex, of: &Competency) -> Option<Level> {
        let standing = self.person.map(|person| person.standing_in(at, of, self.day));
        let assessor = Assessor {
            has_record: self.person.is_some(),
            is_subject: false,
            reaches: Reaches::AtWork,
            standing: standing.unwrap_or_default(),
            founding: founding_in(&self.foundings, at, of, self.day),
            confirmed_by_subject_on: None,
        };
        confirms_up_to(&assessor, self.day)
    }

    /// The same towards one person with these posts; `action` is what they are about to do: decide a request, or record what
    /// they observed.
    pub fn towards(
        &self,
        subject: &'a Person,
        posts: &[SubjectPost],
        action: Action,
    ) -> Towards<'a> {
        let resource = Resource::Person { person: subject.id, posts };
        let reaching = self.foundings.iter().filter(|grant| grant.reaches(&self.actor, resource));
        Towards {
            day: self.day,
            subject,
            assessor: self.person,
            reaches: self.reaches(subject, posts, &reach(&self.actor, action)),
            foundings: reaching.cloned().collect(),
        }
    }

    fn reaches(&self, subject: &Person, posts: &[SubjectPost], reach: &Reach) -> Reaches {
        if self.reaches_at_work(subject, reach) {
            Reaches::AtWork
        } else if posts.iter().any(|post| reach.contains_post(post)) {
            Reaches::Away
        } else {
            Reaches::Nothing
        }
    }

    /// Whether they reach the team of a post that the subject is at work in: nobody is confirmed while away.
    fn reaches_at_work(&self, subject: &Person, reach: &Reach) -> bool {
        let places = self
            .facts
            .posts_in_scope(subject, self.day)
            .filter_map(|terms| self.facts.places.located_team(terms.team, self.day));
        places.into_iter().any(|place| reach.contains(&place))
    }
}

/// One who confirms, and one subject.
pub(super) struct Towards<'a> {
    day: NaiveDate,
    pub subject: &'a Person,
    assessor: Option<&'a Person>,
    reaches: Reaches,
    foundings: Vec<FoundingGrant>,
}

impl Towards<'_> {
    /// As the rules see them in one competency, but for who confirmed whom.
    pub fn assessor(&self, at: CompetencyIndex, of: &Competency) -> Assessor {
        let standing = self.assessor.map(|person| person.standing_in(at, of, self.day));
        Assessor {
            has_record: self.assessor.is_some(),
            is_subject: self.assessor.is_some_and(|person| person.id == self.subject.id),
            reaches: self.reaches,
            standing: standing.unwrap_or_default(),
            founding: founding_in(&self.foundings, at, of, self.day),
            confirmed_by_subject_on: None,
        }
    }

    /// The highest level that the subject can be confirmed at in this competency by them; `None` where they may not confirm.
    pub fn most(&self, at: CompetencyIndex, of: &Competency) -> Option<Level> {
        confirms_up_to(&self.assessor(at, of), self.day)
    }

    /// Whether they may confirm the subject in this competency at all.
    pub fn may_confirm(&self, at: CompetencyIndex, of: &Competency) -> bool {
        may_confirm(&self.assessor(at, of), self.day)
    }
}
