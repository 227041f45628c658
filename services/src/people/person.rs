//! One person: name, posts and record, each as far as the asker may see it.

use super::managed::manages_post;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements;
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, Person};
use domain::ids::PersonId;
use domain::people::restating::DatedFact;
use domain::people::views::{Numbers, PersonCompetency, PersonDetail, PostLine, PostTerms, When};
use domain::people::{Post, Presence, Terms};
use domain::policy::{Action, Actor, Resource, may, reach};
use domain::refusal::Refusal;
use entities::person;
use sea_orm::EntityTrait;

/// A person for whoever may read the record, find them by name, or manage one of their posts. A record that is shown is
/// noted.
///
/// # Errors
/// Refuses people the asker may not see as not found.
pub async fn person(ctx: &Ctx, id: PersonId) -> Result<PersonDetail> {
    if ctx.actor == Actor::Nobody {
        return Err(Refusal::SignInFirst.into());
    }
    let not_found = || Refusal::not_found("this person");
    let facts = ctx.facts().await?;
    let found = facts.person(id).ok_or_else(not_found)?;
    let sight = Sight::of(ctx, &facts, found);
    if !sight.sees_anything() {
        return Err(not_found().into());
    }
    let mut posts: Vec<PostLine> =
        found.posts.iter().filter_map(|post| sight.line(ctx, &facts, post)).collect();
    posts.sort_by_key(|post| (post.when, post.terms.as_ref().and_then(|t| t.held.from)));
    let numbers = match sight.record || sight.manages {
        true => person::Entity::find_by_id(id).one(ctx.db().read()).await?.map(numbers),
        false => None,
    };
    let record = match sight.record {
        true => Some(judgements::record(ctx, Some(id), ctx.today).await?),
        false => None,
    };
    let profiles = match sight.record {
        true => judgements::profiles(ctx, &facts, found).await?,
        false => Vec::new(),
    };
    let may_add_post = sight.is_theirs() && !reach(&ctx.actor, Action::ManagePosts).is_empty();
    let posts_of_theirs = subject_posts(ctx, &facts, id);
    let resource = Resource::Person { person: id, posts: &posts_of_theirs };
    let may_observe = may(&ctx.actor, Action::RecordObservation, resource);
    Ok(PersonDetail {
        id,
        name: found.name(),
        numbers,
        posts,
        record,
        may_add_post,
        may_observe,
        profiles,
    })
}

/// One competency of a person's record, without what only its owner sees. It is noted.
///
/// # Errors
/// Refuses records the asker may not read, and unknown codes, as not found.
pub async fn competency(ctx: &Ctx, id: PersonId, code: &str) -> Result<PersonCompetency> {
    let detail = judgements::competency(ctx, Some(id), code).await?;
    let facts = ctx.facts().await?;
    let line = &detail.line;
    let is_asked = line.asked.is_some() && line.standing.exempt;
    let may_end_exemption = is_asked && judgements::may_decide(ctx, &facts, id);
    let may_ask_of = judgements::may_ask_of(ctx, &facts, id, code).await?;
    let may_revoke = line.confirmed().is_some() && judgements::may_revoke(ctx, &facts, id);
    Ok(PersonCompetency {
        id,
        person_name: facts.name_of(id),
        detail,
        may_end_exemption,
        may_revoke,
        may_ask_of,
    })
}

fn numbers(row: person::Model) -> Numbers {
    Numbers { employee_number: row.employee_number, work_email: row.work_email }
}

/// What the asker may see of one person.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    record: bool,
    name: bool,
    manages: bool,
}

impl Sight {
    pub fn of(ctx: &Ctx, facts: &Facts, person: &Person) -> Self {
        let posts = subject_posts(ctx, facts, person.id);
        let allowed =
            |action| may(&ctx.actor, action, Resource::Person { person: person.id, posts: &posts });
        Self {
            record: allowed(Action::ReadRecord),
            name: allowed(Action::FindPeople),
            manages: person.posts.iter().any(|post| manages_post(ctx, facts, post)),
        }
    }

    /// Whether the person is one of those the asker answers for, and not only found by name.
    pub const fn is_theirs(self) -> bool {
        self.record || self.manages
    }

    pub const fn sees_anything(self) -> bool {
        self.record || self.name || self.manages
    }

    /// A post as far as it is the asker's to see: by name alone, only what is held today.
    fn line(self, ctx: &Ctx, facts: &Facts, post: &Post) -> Option<PostLine> {
        let may_manage = manages_post(ctx, facts, post);
        let open = |team| facts.team_open(team, ctx.today);
        let present = post.presence_at(ctx.today, true, open) != Presence::Out;
        let whole = self.record || may_manage;
        let by_name = self.name && present;
        if !(whole || by_name) {
            return None;
        }
        let shown_on = post.shown_on(ctx.today);
        let terms = post.terms_at(shown_on)?;
        let team = facts.places.teams.get(terms.team)?;
        let organisation = facts.places.organisations.get(team.organisation)?;
        Some(PostLine {
            id: post.id,
            role: facts.roles.get(terms.role)?.title.clone(),
            team: Heading { code: team.code.clone(), title: team.name.clone() },
            organisation: organisation.name.clone(),
            when: when(ctx.today, post, present),
            terms: whole.then(|| terms_view(facts, post, terms, shown_on)),
            may_manage,
        })
    }
}

fn when(today: NaiveDate, post: &Post, present: bool) -> When {
    match post.held.from {
        _ if present => When::Now,
        Some(from) if today < from => When::Later,
        _ => When::Ended,
    }
}

fn terms_view(facts: &Facts, post: &Post, terms: &Terms, shown_on: NaiveDate) -> PostTerms {
    PostTerms {
        held: post.held,
        fte: terms.fte,
        category: terms.category,
        status: terms.status,
        line_manager: terms.line_manager.map(|id| facts.name_of(id)),
        planned: planned(facts, post, shown_on),
    }
}

/// Each change of a later day, in words: `Team: Bow and Bromley`.
fn planned(facts: &Facts, post: &Post, shown_on: NaiveDate) -> Vec<(NaiveDate, String)> {
    let days = post.days_of_change().into_iter().filter(|day| *day > shown_on);
    let mut before = post.terms_at(shown_on);
    let mut planned = Vec::new();
    for day in days {
        let now = post.terms_at(day);
        if let (Some(was), Some(is)) = (before, now) {
            let facts = was.differences(is).into_iter().map(|fact| said(facts, is, fact));
            planned.extend(facts.map(|words| (day, words)));
        }
        before = now;
    }
    planned
}

fn said(facts: &Facts, terms: &Terms, fact: DatedFact) -> String {
    match fact {
        DatedFact::Team => {
            let team = facts.places.teams.get(terms.team);
            format!("Team: {}", team.map_or("", |t| &t.name))
        }
        DatedFact::Role => {
            format!("Role: {}", facts.roles.get(terms.role).map_or("", |r| &r.title))
        }
        DatedFact::Fte => format!("Full-time equivalent: {}", terms.fte),
        DatedFact::Category => format!("Category: {}", terms.category.label()),
        DatedFact::Status => format!("Status: {}", terms.status.label()),
        DatedFact::LineManager => {
            let name = terms.line_manager.map(|id| facts.name_of(id));
            format!("Line manager: {}", name.as_deref().unwrap_or("none"))
        }
    }
}
