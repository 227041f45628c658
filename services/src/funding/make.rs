//! A claim is made: dated, for sessions that lack nothing, each of them once.

use super::claims::Books;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::{hold_team, managed};
use crate::sessions::{Taught, slot_of};
use domain::fields::FieldErrors;
use domain::funding::Scheme;
use domain::funding::forms::MakeClaim;
use domain::ids::{FundingClaimId, SessionId};
use domain::refusal::Refusal;
use domain::years::Year;
use entities::{funding_claim, funding_claim_session, session};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

/// Claims for sessions of one year under a scheme; returns the claim.
///
/// # Errors
/// Refuses, beside `sessions`, those that lack something by now, are claimed for already, are not what the scheme pays for, or are of
/// several years; beside `branches`, a claim that comes to nothing; schemes that are not for the team, and teams whose release the asker does not manage, as not found.
pub async fn make(ctx: &Ctx, code: &str, says: &MakeClaim) -> Result<FundingClaimId> {
    let facts = ctx.facts().await?;
    let (at, of) = managed(ctx, &facts, code)?;
    let account = ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    let change = ctx.change(Touches::Nothing).await?;
    let tx = change.tx();
    // Of two claims of one team at once, the second waits and sees what the first claimed.
    hold_team(tx, of.id).await?;
    let rows = session::Entity::find()
        .filter(session::Column::Id.is_in(says.sessions.iter().copied()))
        .all(tx)
        .await?;
    let mut years: Vec<Year> =
        rows.iter().map(|row| Year::of(slot_of(row).starts.date())).collect();
    years.sort_unstable();
    years.dedup();
    let [year] = years.as_slice() else { return Err(not_these().into()) };
    let books = Books::of(ctx, &facts, tx, (at, of.id, *year)).await?;
    let scheme = books.schemes.iter().find(|scheme| scheme.id == says.scheme);
    let scheme = scheme.ok_or_else(|| Refusal::not_found("this scheme"))?;
    let amount = scheme.terms.worth(says.branches)?;
    let chosen = chosen(&books, scheme, &says.sessions)?;
    let row = funding_claim::Model {
        id: FundingClaimId(Uuid::now_v7()),
        team_id: of.id,
        scheme_id: scheme.id,
        claimed_on: ctx.today,
        branches: i32::from(says.branches),
        cover: books.cover,
        claimed_at: ctx.now,
        claimed_by_id: account,
    };
    let id = row.id;
    row.into_active_model().reset_all().insert(tx).await?;
    let pence = i32::try_from(amount.0).unwrap_or(i32::MAX);
    let rows = chosen.iter().map(|one| funding_claim_session::Model {
        claim_id: id,
        session_id: one.row.id,
        team_id: of.id,
        pence,
        came: i32::try_from(one.came.len()).unwrap_or(i32::MAX),
    });
    let rows: Vec<_> = rows.map(IntoActiveModel::into_active_model).collect();
    funding_claim_session::Entity::insert_many(rows).exec_without_returning(tx).await?;
    let entry = Entry::new("claim funding", "funding_claim", id);
    change.commit(entry.after(&(scheme.id, says.branches, &says.sessions, pence))).await?;
    Ok(id)
}

/// The sessions that are meant, each of which can be claimed for.
fn chosen<'a>(books: &'a Books, scheme: &Scheme, ids: &[SessionId]) -> Result<Vec<&'a Taught>> {
    let can = books.of_scheme(scheme).into_iter().filter(|(_, lacking)| lacking.is_empty());
    let chosen: Vec<&Taught> =
        can.map(|(one, _)| one).filter(|one| ids.contains(&one.row.id)).collect();
    if chosen.len() == ids.len() && !ids.is_empty() {
        return Ok(chosen);
    }
    Err(not_these().into())
}

fn not_these() -> FieldErrors {
    let message = "Some of these sessions cannot be claimed for any more. Look at the list again";
    FieldErrors::one("sessions", message)
}
