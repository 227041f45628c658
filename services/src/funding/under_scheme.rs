//! What teams claimed under a scheme, for whoever keeps it: how many claims and what they come to, and each of them.

use super::claimed::pence;
use super::schemes::kept;
use crate::ctx::Ctx;
use crate::db::page_of;
use crate::error::Result;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::funding::Pence;
use domain::funding::views::{Claimed, SchemeClaim, SchemeClaims};
use domain::ids::{FundingSchemeId, TeamId};
use domain::paging::Paged;
use domain::policy::Action;
use entities::{funding_claim, funding_claim_session};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::BTreeMap;

/// What is claimed under each scheme that anything is claimed under, or under one of them; one query.
pub(super) async fn claimed(
    db: &impl ConnectionTrait,
    one: Option<FundingSchemeId>,
) -> Result<BTreeMap<FundingSchemeId, Claimed>> {
    use funding_claim_session::Column::{ClaimId, Pence as Amount};
    let of_claim = funding_claim_session::Entity::belongs_to(funding_claim::Entity)
        .from(ClaimId)
        .to(funding_claim::Column::Id);
    let many = Expr::FunctionCall(Func::count_distinct(ClaimId.into_expr()));
    let rows: Vec<(FundingSchemeId, i64, i64)> = funding_claim_session::Entity::find()
        .select_only()
        .column(funding_claim::Column::SchemeId)
        .column_as(many, "many")
        .column_as(Amount.sum(), "amount")
        .join(JoinType::InnerJoin, of_claim.into())
        .filter(Condition::all().add_option(one.map(|id| funding_claim::Column::SchemeId.eq(id))))
        .group_by(funding_claim::Column::SchemeId)
        .into_tuple()
        .all(db)
        .await?;
    let claimed = |(scheme, many, amount): (FundingSchemeId, i64, i64)| {
        let claims = usize::try_from(many).unwrap_or_default();
        (scheme, Claimed { claims, amount: Pence(u32::try_from(amount).unwrap_or(u32::MAX)) })
    };
    Ok(rows.into_iter().map(claimed).collect())
}

/// A page of the claims under a scheme, the latest first.
///
/// # Errors
/// Refuses schemes that are others’ to keep, as not found.
pub async fn claims_under(ctx: &Ctx, id: FundingSchemeId, page: usize) -> Result<SchemeClaims> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let scheme = kept(ctx, &facts, db, id).await?;
    let claimed = claimed(db, Some(id)).await?.remove(&id).unwrap_or_default();
    let found = funding_claim::Entity::find()
        .filter(funding_claim::Column::SchemeId.eq(id))
        .order_by_desc(funding_claim::Column::ClaimedOn)
        .order_by_desc(funding_claim::Column::Id);
    let Paged { entries, page, size, total } = page_of(db, found, page).await?;
    let entries = lines(&facts, db, &entries).await?;
    Ok(SchemeClaims {
        name: scheme.name,
        payer: scheme.payer,
        held: scheme.held,
        claimed,
        claims: Paged { entries, page, size, total },
    })
}

/// One query.
async fn lines(
    facts: &Facts,
    db: &impl ConnectionTrait,
    rows: &[funding_claim::Model],
) -> Result<Vec<SchemeClaim>> {
    let sessions = funding_claim_session::Entity::find()
        .filter(funding_claim_session::Column::ClaimId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let line = |row: &funding_claim::Model| {
        let own = sessions.iter().filter(|one| one.claim_id == row.id);
        SchemeClaim {
            id: row.id,
            team: team(facts, row.team_id),
            claimed_on: row.claimed_on,
            sessions: own.clone().count(),
            amount: own.fold(Pence(0), |sum, one| sum.and(pence(one.pence))),
        }
    };
    Ok(rows.iter().map(line).collect())
}

fn team(facts: &Facts, id: TeamId) -> Heading {
    let team = facts.places.team(id);
    let (code, title) = team.map(|team| (team.code.clone(), team.name.clone())).unwrap_or_default();
    Heading { code, title }
}
