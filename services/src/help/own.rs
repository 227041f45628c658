//! What the signed-in person said about being asked, and whether colleagues find them.

use super::{by_domain, said};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::people::work_emails;
use domain::help::listing::{held, is_listed};
use domain::help::views::{HelpLine, OwnHelp};
use domain::help::{Agreement, standing};
use domain::policy::{Action, Resource};
use domain::redactions::Words;
use domain::refusal::Refusal;

/// The signed-in person's agreement to be asked, with everything they said about it.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx) -> Result<OwnHelp> {
    let id = myself(ctx)?;
    let own = Resource::Person { person: id, posts: &[] };
    ctx.authorise(Action::OfferHelp, own, "this page")?;
    let facts = ctx.facts().await?;
    let person = facts.person(id).ok_or_else(|| Refusal::not_found("this person"))?;
    let rows = said::of(ctx.db().read(), id).await?;
    let all: Vec<Agreement> = rows.into_iter().map(said::agreement).collect();
    let history = all.iter().rev().cloned().map(line).collect();
    let agreed = standing(all).pop();
    Ok(OwnHelp {
        email: work_emails(ctx.db().read(), vec![id]).await?.remove(&id),
        is_listed: agreed.as_ref().is_some_and(|agreed| is_listed(&facts, agreed, ctx.today)),
        holds: by_domain(&facts, &held(&facts, person, ctx.today)),
        agreed: agreed.map(line),
        history,
    })
}

fn line(said: Agreement) -> HelpLine {
    let Agreement { word, made_on, domains, reach, .. } = said;
    HelpLine { word, made_on, domains, reach: Words::of(reach, None) }
}
