//! What waits when the demonstration is opened: requests for the mental health nurse, a claim for the practice manager.

use super::accounts::open_one;
use super::cast::{MENTAL_HEALTH_NURSE, PRACTICE_NURSE};
use super::history::Asking;
use super::pieces;
use super::plan::Plan;
use crate::accounts;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::judgements;
use domain::frameworks::Level;
use domain::judgements::forms::AskForConfirmation;
use domain::policy::Actor;
use entities::account;
use sea_orm::EntityTrait;

/// What the practice nurse says is not part of her post, and why.
const CLAIM: (&str, &str) =
    ("PHY-6", "Our healthcare assistant arranges longer appointments and interpreters");

/// Makes the requests, each by whoever asks, and says how many there are.
pub(super) async fn make(ctx: &Ctx, plan: &Plan, asking: &[Asking]) -> Result<usize> {
    let nurse = as_person(ctx, plan, MENTAL_HEALTH_NURSE).await?;
    let nurse = nurse.actor.person().map(|id| id.to_string()).unwrap_or_default();
    let practice_nurse = as_person(ctx, plan, PRACTICE_NURSE).await?;
    let pieces = pieces::keep(&practice_nurse).await?;
    for one in asking {
        let themselves = as_person(ctx, plan, one.person).await?;
        let Some(competency) = plan.set.competencies.get(one.competency) else { continue };
        let level = Level::try_from(one.level).map_err(|e| Error::fault("asking", e))?;
        let described = Some((one.evidence, one.note.to_owned()));
        let shows = pieces.iter().filter(|(about, _)| {
            one.person == PRACTICE_NURSE && *about == competency.code.as_str()
        });
        let items = shows.map(|(_, piece)| *piece).collect();
        let asked = AskForConfirmation { level, items, described, attach_reflection: false };
        let of = if one.of_the_nurse { &*nurse } else { "" };
        judgements::ask(&themselves, &competency.code, asked, of).await?;
    }
    judgements::claim(&practice_nurse, CLAIM.0, CLAIM.1).await?;
    Ok(asking.len())
}

/// The same moment, with one of the people acting: whoever has none gets an account, which nobody can sign in to.
pub(super) async fn as_person(ctx: &Ctx, plan: &Plan, person: usize) -> Result<Ctx> {
    let email = plan.people.get(person).map_or("", |person| &person.email);
    let id = open_one(ctx, email).await?;
    let account = account::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let account = account.ok_or_else(|| Error::fault("asking", "an account is missing"))?;
    let account = accounts::load(ctx.db().read(), account, ctx.today).await?;
    Ok(Ctx { actor: Actor::Account(account), ..ctx.clone() })
}
