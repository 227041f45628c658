//! What somebody sees of their own account: sign-ins, grants, and who looked at their record.

use super::browsers::signed_in;
use super::tokens::Token;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::{grants, viewings};
use domain::accounts::views::{Look, OwnAccount};
use domain::refusal::Refusal;

/// How many looks at the record are shown.
const LOOKS_MOST: u64 = 50;

/// The account of whoever is signed in; `this` is the token of the browser that asks.
///
/// # Errors
/// Refuses where nobody is signed in, and whoever may not see who looked at their own record.
pub async fn mine(ctx: &Ctx, this: Option<&Token>) -> Result<OwnAccount> {
    let account = ctx.actor.account().ok_or(Refusal::SignInFirst)?;
    let facts = ctx.facts().await?;
    let looks = viewings::of_myself(ctx, LOOKS_MOST).await?;
    Ok(OwnAccount {
        email: account.email.clone(),
        person_name: account.person.map(|person| facts.name_of(person)),
        sign_ins: signed_in(ctx, account.id, this).await?,
        grants: grants::of(ctx, account.id).await?,
        looks: looks.into_iter().map(|(at, by)| Look { at: in_london(at), by }).collect(),
    })
}
