//! Somebody agrees to be asked, or no longer does: their word alone, never a manager's.

use super::{by_domain, said};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use domain::help::forms::AgreeToHelp;
use domain::help::listing::held;
use domain::help::{HelpWord, may_agree, standing};
use domain::ids::PersonId;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::help_agreement as table;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// The signed-in person agrees to be asked from today on, about these domains (all they hold, where none is chosen).
///
/// # Errors
/// Refuses whoever holds no level 4 or 5 that is current, domains in which they hold none, and what could identify a patient.
pub async fn agree(ctx: &Ctx, reach: &str, domains: &[String]) -> Result<()> {
    let id = authorise(ctx)?;
    let facts = ctx.facts().await?;
    let person = facts.person(id).ok_or_else(|| Refusal::not_found("this person"))?;
    let holds = held(&facts, person, ctx.today);
    may_agree(holds.len())?;
    let known: Vec<String> = by_domain(&facts, &holds).into_iter().map(|held| held.code).collect();
    let agreed = AgreeToHelp::parse(reach, domains, &known)?;
    let passed = ctx.guard(&[("reach", agreed.reach.as_deref().unwrap_or_default())])?;
    let change = ctx.change(Touches::Nothing).await?;
    let entry = Entry::new("agree to be asked", "person", id).after(&agreed.domains);
    save(ctx, &change, (id, HelpWord::Agreed), Some(agreed)).await?;
    change.commit(entry.let_through(passed)).await
}

/// The signed-in person is no longer asked, at once.
///
/// # Errors
/// Refuses whoever has not agreed.
pub async fn end(ctx: &Ctx) -> Result<()> {
    let id = authorise(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let rows = said::of(change.tx(), id).await?;
    if standing(rows.into_iter().map(said::agreement).collect()).is_empty() {
        let sentence = "You have not agreed to be asked, so there is nothing to end.";
        return Err(Refusal::rule("not-agreed", sentence).into());
    }
    save(ctx, &change, (id, HelpWord::Ended), None).await?;
    change.commit(Entry::new("end being asked", "person", id)).await
}

fn authorise(ctx: &Ctx) -> Result<PersonId> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::OfferHelp, own, "this page")?;
    Ok(person)
}

async fn save(
    ctx: &Ctx,
    change: &Change<'_>,
    (person, word): (PersonId, HelpWord),
    agreed: Option<AgreeToHelp>,
) -> Result<()> {
    let (reach, domains) = agreed.map(|agreed| (agreed.reach, agreed.domains)).unwrap_or_default();
    let row = table::ActiveModel {
        person_id: Set(person),
        word: Set(word),
        made_on: Set(ctx.today),
        recorded_at: Set(ctx.now),
        reach: Set(reach),
        domains: Set(Some(domains.join(";")).filter(|codes| !codes.is_empty())),
        ..Default::default()
    };
    row.insert(change.tx()).await?;
    Ok(())
}
