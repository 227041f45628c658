//! Who agreed to be asked for advice: the nurse and the psychiatrists of the cast, and some of those who hold a skill.

use super::cast::{FOUNDERS, MENTAL_HEALTH_NURSE};
use super::plan::Plan;
use super::random::{Part, Random};
use super::requests::as_person;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::help;
use crate::people::with_address;
use domain::help::listing::held;

/// How many of a thousand agree, of those who hold something.
const AGREE: u32 = 60;
const REACH: [&str; 6] = [
    "By email; I answer within 2 working days",
    "By phone on Thursdays after 2pm",
    "Come and find me after the Tuesday meeting",
    "By email, please",
    "Ring our team’s office and ask for me, mornings are best",
    "",
];

/// Whether each person would agree, and in which words, by position.
pub(super) fn willing(plan: &Plan) -> Vec<(usize, &'static str)> {
    let mut random = Random::new(plan.seed, Part::Agreements);
    let cast = |at: usize| at == MENTAL_HEALTH_NURSE || FOUNDERS.contains(&at);
    let mut willing = Vec::new();
    for at in 0..plan.people.len() {
        let (agrees, words) = (random.thousandths(AGREE), random.one_of(&REACH));
        if agrees || cast(at) {
            willing.push((at, words));
        }
    }
    willing
}

/// Those of them who hold something at work today say so, each for themselves.
pub(super) async fn agree(ctx: &Ctx, plan: &Plan) -> Result<()> {
    let facts = ctx.facts().await?;
    for (at, words) in willing(plan) {
        let Some(person) = plan.people.get(at) else { continue };
        let row = with_address(ctx.db().read(), &person.email).await?;
        let Some(known) = row.and_then(|row| facts.person(row.id)) else { continue };
        let at_work = facts.posts_in_scope(known, ctx.today).next().is_some();
        if at_work && !held(&facts, known, ctx.today).is_empty() {
            help::agree(&as_person(ctx, plan, at).await?, words, &[]).await?;
        }
    }
    Ok(())
}
