//! Whoever signs: the asker, and those who signed first.

use super::super::rights::Rights;
use super::between::Between;
use super::confirmed_by::{ConfirmedBy, confirmed_by};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use chrono::NaiveDate;
use domain::coverage::{Competency, Facts};
use domain::ids::PersonId;
use domain::policy::{Action, Actor};
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use entities::judgement;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};

/// Somebody who signs, with what the rules need to know of them whoever the subject is: as many queries for many subjects
/// as for one.
pub(super) struct Signer<'a> {
    facts: &'a Facts,
    rights: Rights<'a>,
    /// The last day on which somebody confirmed the signer, by who it was and the code of the competency.
    confirmed_by: HashMap<(PersonId, String), NaiveDate>,
}

impl<'a> Signer<'a> {
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &'a Facts,
        actor: &Actor,
    ) -> Result<Self> {
        let rights = Rights::of(ctx, facts, actor).await?;
        let own = rights.person.map(|person| person.id);
        let confirmed = confirmed_by(ctx, db, facts, &own.into_iter().collect()).await?;
        Ok(Self::new(facts, rights, &confirmed))
    }

    fn new(facts: &'a Facts, rights: Rights<'a>, confirmed: &[ConfirmedBy]) -> Self {
        let person = rights.person.map(|person| person.id);
        let mut last: HashMap<(PersonId, String), NaiveDate> = HashMap::new();
        for one in confirmed.iter().filter(|by| Some(by.assessor) == person) {
            let known = last.entry((one.by, one.code.clone())).or_insert(one.on);
            *known = one.on.max(*known);
        }
        Self { facts, rights, confirmed_by: last }
    }

    /// The signer and one subject; `action` is what they are about to do: decide a request, or record what they observed.
    pub fn with(&self, ctx: &Ctx, subject: PersonId, action: Action) -> Result<Between<'a>> {
        let posts = subject_posts(ctx, self.facts, subject);
        let found = self.facts.person(subject).ok_or_else(|| Refusal::not_found("this person"))?;
        let by_subject = self.confirmed_by.iter().filter(|((by, _), _)| *by == subject);
        Ok(Between {
            today: ctx.today,
            subject: found,
            towards: self.rights.towards(found, &posts, action),
            confirmed_by_subject: by_subject.map(|((_, code), on)| (code.clone(), *on)).collect(),
        })
    }

    /// Whether the signer may confirm in this competency at all, were somebody of theirs to show it.
    pub fn may_confirm(&self, at: CompetencyIndex, of: &Competency) -> bool {
        self.rights.most(at, of).is_some()
    }
}

/// Those who signed first, and the asker, who would sign second: as many queries for many signatures as for one.
pub(super) struct Signers<'a> {
    facts: &'a Facts,
    today: NaiveDate,
    assessors: Vec<Rights<'a>>,
    confirmed: Vec<ConfirmedBy>,
}

impl<'a> Signers<'a> {
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &'a Facts,
        signed_first: &[&judgement::Model],
    ) -> Result<Self> {
        let first = signed_first.iter().filter_map(|row| row.by_person_id);
        let people: BTreeSet<PersonId> = first.chain(ctx.actor.person()).collect();
        Ok(Self {
            facts,
            today: ctx.today,
            assessors: Rights::of_assessors(ctx, facts, ctx.today).await?,
            confirmed: confirmed_by(ctx, db, facts, &people).await?,
        })
    }

    /// Whoever signed it first, with the assessor's grants that they hold today; without any, where they hold none any more.
    pub fn first(&self, row: &judgement::Model) -> Signer<'a> {
        let person = row.by_person_id.and_then(|id| self.facts.person(id));
        let is_theirs = |rights: &&Rights<'_>| {
            person.is_some() && rights.person.map(|own| own.id) == row.by_person_id
        };
        let still = self.assessors.iter().find(is_theirs).cloned();
        let rights = still.unwrap_or_else(|| Rights::none(self.facts, self.today, person));
        Signer::new(self.facts, rights, &self.confirmed)
    }

    /// The asker; a workforce lead need not assess anybody.
    pub fn asker(&self, ctx: &Ctx) -> Signer<'a> {
        let is_theirs = |rights: &&Rights<'_>| rights.actor.account_id() == ctx.actor.account_id();
        let person = ctx.actor.person().and_then(|id| self.facts.person(id));
        let own = self.assessors.iter().find(is_theirs).cloned();
        let mut rights = own.unwrap_or_else(|| Rights::none(self.facts, self.today, person));
        rights.actor = ctx.actor.clone();
        Signer::new(self.facts, rights, &self.confirmed)
    }
}
