//! Redaction: one person of information governance proposes to blank a free text, another agrees or declines.

mod comment_texts; // comments on drafts of the framework
mod decide; // agree or decline
mod evidence_texts; // what pieces of evidence say, and their files
mod judgement_texts; // notes and reflections
mod marks; // when a text was blanked, for whoever shows it
mod open; // one text with its words, and the proposal
mod texts; // where free texts are stored
mod whose; // whose texts: by search, and all of one person

pub use decide::decide;
pub(crate) use decide::forget;
pub(crate) use marks::Marks;
pub use open::{open, propose};
pub(crate) use whose::proposals_waiting;
pub use whose::{of_person, redactions};

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::subject_posts;
use domain::coverage::Facts;
use domain::ids::AccountId;
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use entities::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeSet, HashMap};
use texts::Whose;

/// What is nobody's record belongs to the whole installation, and is redacted by whoever redacts all of it.
fn may_redact(ctx: &Ctx, facts: &Facts, whose: &Whose) -> bool {
    match whose {
        Whose::Person(person) => {
            let posts = subject_posts(ctx, facts, *person);
            let resource = Resource::Person { person: *person, posts: &posts };
            may(&ctx.actor, Action::Redact, resource)
        }
        Whose::Outsider { account, .. } => {
            let own = account.is_some() && ctx.actor.account_id() == *account;
            !own && may(&ctx.actor, Action::Redact, Resource::Installation)
        }
    }
}

/// Passes whoever may redact what somebody wrote, or what is written about them. It takes an account: the command line is
/// not a person.
fn authorise(ctx: &Ctx, facts: &Facts, whose: &Whose) -> Result<AccountId> {
    let account = ctx.actor.account_id().filter(|_| may_redact(ctx, facts, whose));
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
