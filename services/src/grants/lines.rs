//! What pages show of each grant: names in place of ids, and whether the asker may end it.

use super::assessors::founding;
use super::places::{by_scope, place_of, scope_of};
use crate::accounts::holder;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::accounts::views::Holder;
use domain::coverage::{Facts, Unit};
use domain::dates::Period;
use domain::frameworks::version_at;
use domain::grants::views::{FoundingLine, GrantLine};
use domain::ids::AccountId;
use domain::policy::{Located, Scope, has_right_to_give, never_to_oneself};
use domain::requirements::CompetencyIndex;
use entities::{account, grant};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Everything by which ids become names.
pub(super) struct Names<'a> {
    ctx: &'a Ctx,
    facts: Arc<Facts>,
    units: HashMap<Scope, Unit>,
    holders: HashMap<AccountId, Holder>,
}

impl<'a> Names<'a> {
    /// The names of whoever and whatever these grants speak of.
    pub(super) async fn of(ctx: &'a Ctx, grants: &[grant::Model]) -> Result<Self> {
        let facts = ctx.facts().await?;
        let ids: HashSet<AccountId> = grants.iter().map(|g| g.account_id).collect();
        let mut accounts = account::Entity::find();
        // A list of a few ids is sent along; of many, the whole table is read.
        if ids.len() < 100 {
            accounts = accounts.filter(account::Column::Id.is_in(ids));
        }
        let accounts = accounts.all(ctx.db().read()).await?;
        let holders = accounts.iter().map(|row| (row.id, holder(&facts, row))).collect();
        let units = by_scope(&facts);
        Ok(Self { ctx, facts, units, holders })
    }

    /// Where a grant lies; `None` for everywhere.
    fn located(&self, scope: Scope) -> Option<Located> {
        place_of(&self.facts, *self.units.get(&scope)?, self.ctx.today)?.located
    }

    /// Whether the grant lies within the asker's right to grant, whoever holds it.
    pub(super) fn within_right(&self, grant: &grant::Model) -> bool {
        has_right_to_give(&self.ctx.actor, grant.kind, self.located(scope_of(grant)).as_ref())
    }

    /// The grant as pages show it; `None` where its account is not known.
    pub(super) fn line(&self, grant: &grant::Model) -> Option<GrantLine> {
        let to = self.holders.get(&grant.account_id)?.clone();
        let scope = scope_of(grant);
        let is_past = Period::new(None, grant.ends_on).ends_before(self.ctx.today);
        let may_end = never_to_oneself(&self.ctx.actor, grant.account_id).is_ok();
        Some(GrantLine {
            id: grant.id,
            to,
            kind: grant.kind,
            place: self.place(scope),
            starts_on: grant.starts_on,
            ends_on: grant.ends_on,
            founding: self.founding(grant),
            given_by: grant.given_by.clone(),
            given_at: in_london(grant.given_at),
            is_past,
            may_end: may_end && !is_past && self.within_right(grant),
        })
    }

    fn place(&self, scope: Scope) -> String {
        let unit = self.units.get(&scope);
        match unit.and_then(|unit| self.facts.unit_name(*unit)) {
            Some((code, name)) => format!("{name} ({code})"),
            None if scope == Scope::Everywhere => "Everywhere".to_owned(),
            None => "A place that is not known".to_owned(),
        }
    }

    /// The competencies by their codes of today: a grant follows them over versions.
    fn founding(&self, grant: &grant::Model) -> Option<FoundingLine> {
        let terms = founding(&self.facts, grant)?;
        let version = version_at(&self.facts.versions, self.ctx.today);
        let all = self.facts.competencies.iter().enumerate();
        let named = all
            .filter(|(_, of)| Some(of.version) == version)
            .filter(|(at, of)| terms.names(*at as CompetencyIndex, of));
        let codes: Vec<&str> = named.map(|(_, of)| of.code.as_str()).collect();
        let competencies = match codes.is_empty() {
            true => "none that is still asked".to_owned(),
            false => codes.join(", "),
        };
        Some(FoundingLine { highest: terms.founding.highest.number(), competencies })
    }
}
