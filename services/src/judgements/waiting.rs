//! What waits for whoever is signed in: their own record, requests, claims.

use super::confirm::requests_waiting;
use super::exempt::claims_waiting;
use super::record::record;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::judgements::views::{OwnWaiting, RequestsWaiting, Waiting};
use domain::policy::{Action, Actor, reach};
use domain::refusal::Refusal;

/// Counts for the home page. As many queries whatever the size of the place: one for requests, one for claims, and those
/// that keep the facts fresh.
///
/// # Errors
/// Refuses nobody but whoever is not signed in.
pub async fn waiting(ctx: &Ctx) -> Result<Waiting> {
    if ctx.actor == Actor::Nobody {
        return Err(Refusal::SignInFirst.into());
    }
    let may = |action| !reach(&ctx.actor, action).is_empty();
    let own = match ctx.actor.person() {
        Some(_) => Some(OwnWaiting::from(&record(ctx, None, ctx.today).await?)),
        None => None,
    };
    let requests = match may(Action::DecideRequest) {
        true => Some(counted(ctx).await?),
        false => None,
    };
    let claims = match may(Action::DecideExemption) {
        true => Some(claims_waiting(ctx).await?.len()),
        false => None,
    };
    Ok(Waiting { own, requests, claims, may_recognise: may(Action::Recognise) })
}

async fn counted(ctx: &Ctx) -> Result<RequestsWaiting> {
    let open = requests_waiting(ctx).await?;
    let to_me_by_name = open.iter().filter(|request| request.for_me).count();
    Ok(RequestsWaiting { to_me_by_name, to_any_assessor: open.len() - to_me_by_name })
}
