//! Who may approve a revision that was checked: for those who wait for it.

use super::kept::Kept;
use super::may::Readable;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::holders_of;
use domain::coverage::Facts;
use domain::policy::{Account, Action, Actor, Resource, may};
use domain::returns::Step;
use domain::returns::history::may_take;

/// The names of everybody who may approve it now, in alphabetical order: they approve returns of the place, and have no hand in this one.
/// Whoever has no staff record is named by their address, so this is for those who read returns before they are submitted. Two queries.
///
/// # Errors
/// Fails when the database does.
pub(super) async fn approvers(
    ctx: &Ctx,
    facts: &Facts,
    of: &Readable<'_>,
    kept: &Kept,
) -> Result<Vec<String>> {
    let place = facts.places.located_area(of.at);
    let (events, wrote) = (of.stored.events(), &kept.summary.wrote);
    let is_theirs = |account: &Account| {
        let taking = (Some(account.id), kept.digest.as_str());
        may_take(&of.stored.id, (&events, wrote), Step::Approved, taking).is_ok()
            && may(&Actor::Account(account.clone()), Action::ApproveReturn, Resource::Place(&place))
    };
    let name = |account: Account| match account.person {
        Some(person) => facts.name_of(person),
        None => account.email,
    };
    let mut holders = holders_of(ctx, Action::ApproveReturn).await?;
    holders.retain(is_theirs);
    let mut names: Vec<String> = holders.into_iter().map(name).collect();
    names.sort_by_cached_key(|name| name.to_lowercase());
    Ok(names)
}
