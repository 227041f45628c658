//! Redaction: one person of information governance proposes to blank a free text, another agrees or declines.

mod decide; // agree or decline
mod marks; // when a text was blanked, for whoever shows it
mod open; // one text with its words, and the proposal
mod texts; // where free texts are stored
mod whose; // whose texts: by search, and all of one person

pub use decide::decide;
pub(crate) use marks::Marks;
pub use open::{open, propose};
pub use whose::{of_person, redactions};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::coverage::Facts;
use domain::ids::{AccountId, PersonId};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};

fn may_redact(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let posts = subject_posts(ctx, facts, person);
    may(&ctx.actor, Action::Redact, Resource::Person { person, posts: &posts })
}

/// Passes whoever may redact what is written about a person. It takes an account: the command line is not a person.
fn authorise(ctx: &Ctx, facts: &Facts, person: PersonId) -> Result<AccountId> {
    let account = ctx.actor.account_id().filter(|_| may_redact(ctx, facts, person));
    account.ok_or_else(|| Refusal::not_found("this text").into())
}

/// The addresses of accounts, by which the log names people too.
async fn addresses(
    ctx: &Ctx,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, String>> {
    let ids: BTreeSet<AccountId> = ids.into_iter().collect();
    let found = account::Entity::find().filter(account::Column::Id.is_in(ids));
    let found = found.all(ctx.db().read()).await?;
    Ok(found.into_iter().map(|account| (account.id, account.email)).collect())
}
