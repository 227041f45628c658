//! What lies ahead of the signed-in person: next steps, and what expires when.

use super::myself;
use super::record::own;
use super::start::SITTING;
use crate::ctx::Ctx;
use crate::drafts;
use crate::error::Result;
use crate::evidence;
use crate::sessions::{Known, known_of, to_assess_again};
use domain::coverage::{Competency, Facts};
use domain::frameworks::version_at;
use domain::help::helps_at;
use domain::judgements::expiring::expiring;
use domain::judgements::next_steps::{Gap, NextStep, next_steps};
use domain::judgements::views::{Ahead, OwnRecord, Record};
use std::collections::HashMap;

/// How many steps stand above the record.
const FIRST_STEPS: usize = 3;

/// The signed-in person's record, with the first of their next steps.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn own_record(ctx: &Ctx) -> Result<OwnRecord> {
    let (facts, record) = own(ctx).await?;
    let person = myself(ctx)?;
    let known = known_of(ctx.db().read(), person).await?;
    let mut steps = steps_of(ctx, &facts, &record, &known).await?;
    let steps_in_all = steps.len();
    steps.truncate(FIRST_STEPS);
    let begun = drafts::all(ctx, person, SITTING).await?;
    let begun = begun.into_iter().filter(|(_, draft)| draft.answered() > 0);
    let begun = begun.map(|(code, _)| code).collect();
    let mut lines = record.domains.iter().flat_map(|domain| &domain.competencies);
    let can_help = lines.any(|line| helps_at(&line.standing, ctx.today).is_some());
    let assess_again = to_assess_again(ctx, &facts, person, known);
    Ok(OwnRecord { record, steps, steps_in_all, begun, assess_again, can_help })
}

/// Everything the signed-in person could do next, and what expires in the next twelve months.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn ahead(ctx: &Ctx) -> Result<Ahead> {
    let (facts, record) = own(ctx).await?;
    let known = known_of(ctx.db().read(), myself(ctx)?).await?;
    let steps = steps_of(ctx, &facts, &record, &known).await?;
    Ok(Ahead { steps, months: expiring(&record, ctx.today) })
}

async fn steps_of(
    ctx: &Ctx,
    facts: &Facts,
    record: &Record,
    known: &[Known],
) -> Result<Vec<NextStep>> {
    let shown = evidence::shown(ctx, facts, myself(ctx)?, known).await?;
    let today = known_today(ctx, facts);
    let gaps = record.asked().filter_map(|line| {
        let competency = today.get(line.code.as_str())?;
        Some(Gap {
            line,
            rare_event: competency.rare_event,
            shown: shown.get(line.code.as_str()).map_or(&[], Vec::as_slice),
        })
    });
    Ok(next_steps(gaps, ctx.today))
}

/// The competencies of the version that holds today, by code.
fn known_today<'a>(ctx: &Ctx, facts: &'a Facts) -> HashMap<&'a str, &'a Competency> {
    let version = version_at(&facts.versions, ctx.today);
    let current = facts.competencies.iter().filter(|c| Some(c.version) == version);
    current.map(|competency| (competency.code.as_str(), competency)).collect()
}
