//! What the signed-in person said about being asked, and whether colleagues find them.

use super::{by_domain, said};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::people::work_emails;
use domain::help::HelpWord;
use domain::help::listing::held;
use domain::help::views::{HelpLine, OwnHelp};
use domain::policy::{Action, Resource};
use domain::redactions::Words;
use domain::refusal::Refusal;
use entities::help_agreement as table;

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
    let holds = by_domain(&facts, &held(&facts, person, ctx.today));
    let history: Vec<HelpLine> =
        said::of(ctx.db().read(), id).await?.into_iter().rev().map(line).collect();
    let agreed = history.first().filter(|line| line.word == HelpWord::Agreed).cloned();
    let covers = |line: &HelpLine| {
        let one = |code: &String| holds.iter().any(|held| held.code == *code);
        !holds.is_empty() && (line.domains.is_empty() || line.domains.iter().any(one))
    };
    let at_work = facts.posts_in_scope(person, ctx.today).next().is_some();
    Ok(OwnHelp {
        email: work_emails(ctx.db().read(), vec![id]).await?.remove(&id),
        is_listed: at_work && agreed.as_ref().is_some_and(covers),
        holds,
        agreed,
        history,
    })
}

fn line(row: table::Model) -> HelpLine {
    HelpLine {
        word: row.word,
        made_on: row.made_on,
        domains: said::codes(row.domains.as_deref()),
        reach: Words::of(row.reach, None),
    }
}
