//! Claims as they were made: listed for their team, and one opened, to print or to send.

use super::claims::Books;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::managed;
use crate::sessions::slot_of;
use domain::coverage::views::Heading;
use domain::funding::Pence;
use domain::funding::views::{ClaimDetail, ClaimLine, ClaimedSession};
use domain::ids::{FundingClaimId, TeamId};
use domain::refusal::Refusal;
use domain::release::Cover;
use domain::years::Year;
use entities::{account, funding_claim, funding_claim_session, funding_scheme, session};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

pub(super) fn pence(stored: i32) -> Pence {
    Pence(u32::try_from(stored).unwrap_or_default())
}

/// A team's claims for sessions of a year, the latest first; two queries.
pub(super) async fn lines(
    db: &impl ConnectionTrait,
    books: &Books,
    (team, year): (TeamId, Year),
) -> Result<Vec<ClaimLine>> {
    let claimed = funding_claim_session::Entity::find()
        .filter(funding_claim_session::Column::TeamId.eq(team))
        .all(db)
        .await?;
    let sessions = session::Entity::find()
        .filter(session::Column::Id.is_in(claimed.iter().map(|one| one.session_id)))
        .all(db)
        .await?;
    let days = sessions.iter().map(|row| (row.id, slot_of(row).starts.date()));
    let days: BTreeMap<_, _> = days.collect();
    let line = |claim: &funding_claim::Model| {
        let own: Vec<_> = claimed.iter().filter(|one| one.claim_id == claim.id).collect();
        let mut of_year = own.iter().filter_map(|one| days.get(&one.session_id));
        // All sessions of a claim are of one year.
        of_year.any(|day| year.contains(*day)).then(|| ClaimLine {
            id: claim.id,
            scheme: books.names.get(&claim.scheme_id).cloned().unwrap_or_default(),
            claimed_on: claim.claimed_on,
            sessions: own.len(),
            amount: own.iter().fold(Pence(0), |sum, one| sum.and(pence(one.pence))),
        })
    };
    Ok(books.claims.iter().rev().filter_map(line).collect())
}

/// A claim as it was made.
///
/// # Errors
/// Refuses claims of teams whose release the asker does not manage, as not found.
pub async fn claim(ctx: &Ctx, id: FundingClaimId) -> Result<ClaimDetail> {
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let not_found = || Refusal::not_found("this claim");
    ctx.authorise_somewhere(domain::policy::Action::ManageRelease, "this claim")?;
    let row = funding_claim::Entity::find_by_id(id).one(db).await?.ok_or_else(not_found)?;
    let of = facts.places.team(row.team_id).ok_or_else(not_found)?;
    managed(ctx, &facts, &of.code).map_err(|_| not_found())?;
    let scheme = funding_scheme::Entity::find_by_id(row.scheme_id).one(db).await?;
    let scheme = scheme.ok_or_else(not_found)?;
    let by = account::Entity::find_by_id(row.claimed_by_id).one(db).await?;
    let by = by.map(|by| by.person_id.map_or(by.email, |person| facts.name_of(person)));
    let claimed = funding_claim_session::Entity::find()
        .filter(funding_claim_session::Column::ClaimId.eq(id))
        .all(db)
        .await?;
    let sessions = session::Entity::find()
        .filter(session::Column::Id.is_in(claimed.iter().map(|one| one.session_id)))
        .order_by_asc(session::Column::StartsAt)
        .all(db)
        .await?;
    let one = |of: &session::Model| {
        let own = claimed.iter().find(|one| one.session_id == of.id)?;
        Some(ClaimedSession {
            code: of.code.clone(),
            title: of.title.clone(),
            slot: slot_of(of),
            came: u32::try_from(own.came).unwrap_or_default(),
            amount: pence(own.pence),
        })
    };
    let sessions: Vec<ClaimedSession> = sessions.iter().filter_map(one).collect();
    let organisation = facts.places.organisations.get(of.organisation);
    Ok(ClaimDetail {
        line: ClaimLine {
            id,
            scheme: scheme.name,
            claimed_on: row.claimed_on,
            sessions: sessions.len(),
            amount: sessions.iter().fold(Pence(0), |sum, one| sum.and(one.amount)),
        },
        team: Heading { code: of.code.clone(), title: of.name.clone() },
        organisation: organisation.map(|found| found.name.clone()).unwrap_or_default(),
        payer: scheme.payer,
        cover: row.cover.map(|cover: Cover| cover.label().to_owned()),
        branches: u16::try_from(row.branches).unwrap_or_default(),
        claimed_by: by.unwrap_or_default(),
        sessions,
    })
}
