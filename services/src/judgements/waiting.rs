//! What waits for whoever is signed in: their own record, requests, claims.

use super::confirming::{confirms_somewhere, requests_waiting, signatures_waiting};
use super::exempt::claims_waiting;
use super::record::record;
use crate::accounts;
use crate::brought::records_waiting;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::redactions::proposals_waiting;
use crate::reminders::answered;
use crate::returns;
use crate::sessions::{self, known_of, to_assess_again};
use domain::dates::days_after;
use domain::judgements::views::{Nudge, OwnWaiting, RequestsWaiting, Waiting};
use domain::people::due::NUDGE_SHOWN_DAYS;
use domain::policy::{Action, Actor, reach};
use domain::refusal::Refusal;
use entities::nudge;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// Counts for the home page. As many queries whatever the size of the place: two for requests and signatures, one for
/// claims, two for records, three at most for redactions, for a nudge, for bookings that wait and for sessions that they came to, one
/// for the feedback that those ask for, one for returns, and those that keep the facts fresh.
///
/// # Errors
/// Refuses nobody but whoever is not signed in.
pub async fn waiting(ctx: &Ctx) -> Result<Waiting> {
    if ctx.actor == Actor::Nobody {
        return Err(Refusal::SignInFirst.into());
    }
    let may = |action| !reach(&ctx.actor, action).is_empty();
    let own = match ctx.actor.person() {
        Some(person) => {
            let waits = OwnWaiting::from(&record(ctx, None, ctx.today).await?);
            let known = known_of(ctx.db().read(), person).await?;
            let again = to_assess_again(ctx, &*ctx.facts().await?, person, known);
            let feedback = sessions::feedback_asked(ctx, person).await?.len();
            Some(OwnWaiting { assess_again: again.len(), feedback, ..waits })
        }
        None => None,
    };
    let requests = match confirms_somewhere(ctx) {
        true => Some(counted(ctx).await?),
        false => None,
    };
    let claims = match may(Action::DecideExemption) {
        true => Some(claims_waiting(ctx).await?.len()),
        false => None,
    };
    let nudge = nudged(ctx).await?;
    let records = records_waiting(ctx).await?;
    let redactions = proposals_waiting(ctx).await?;
    let facts = ctx.facts().await?;
    let seat_requests = sessions::requests_waiting(ctx, &facts).await?.len();
    let returns = returns::waiting(ctx).await?;
    let may_recognise = may(Action::Recognise);
    Ok(Waiting {
        own,
        nudge,
        requests,
        claims,
        records,
        redactions,
        seat_requests,
        returns,
        may_recognise,
    })
}

async fn counted(ctx: &Ctx) -> Result<RequestsWaiting> {
    let open = requests_waiting(ctx).await?;
    let to_me_by_name = open.iter().filter(|request| request.for_me).count();
    let to_countersign = signatures_waiting(ctx).await?.len();
    Ok(RequestsWaiting {
        to_me_by_name,
        to_any_assessor: open.len() - to_me_by_name,
        to_countersign,
    })
}

/// The last nudge, while it is shown and its person has done nothing since.
async fn nudged(ctx: &Ctx) -> Result<Option<Nudge>> {
    let Some(person) = ctx.actor.person() else { return Ok(None) };
    let last = nudge::Entity::find()
        .filter(nudge::Column::PersonId.eq(person))
        .filter(nudge::Column::MadeOn.gte(days_after(ctx.today, -NUDGE_SHOWN_DAYS)))
        .order_by_desc(nudge::Column::Id)
        .one(ctx.db().read())
        .await?;
    let Some(last) = last else { return Ok(None) };
    if answered(ctx, &last).await? {
        return Ok(None);
    }
    let facts = ctx.facts().await?;
    let names = accounts::names(ctx.db().read(), &facts, [last.by_account_id]).await?;
    let by = names.into_values().next().unwrap_or_default();
    Ok(Some(Nudge { by, made_on: last.made_on }))
}
