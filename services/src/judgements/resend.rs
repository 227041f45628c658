//! Ask once more, with everything the last request rested on: where nobody answered it, or it was sent back.

use super::ask::{assessors_for, lay_beside};
use super::save::{Said, evidence_of, level_of, said_of, standing_of};
use super::{find, myself};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::ids::PersonId;
use domain::judgements::views::Choice;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;

/// Makes the signed-in person's last request in a competency again: the same level, evidence and reflection, and of the same
/// assessor, or of any, as before.
///
/// # Errors
/// Refuses where no request of theirs has lapsed or was sent back, or something was said since; and where the assessor whom it
/// named can no longer confirm it.
pub async fn resend(ctx: &Ctx, code: &str) -> Result<()> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::RequestConfirmation, own, "this page")?;
    let facts = ctx.facts().await?;
    let (at, competency) = find(ctx, &facts, code)?;
    let assessors = assessors_for(ctx, &facts, person, at).await?;
    let change = ctx.change(Touches::Judgements).await?;
    let said = said_of(change.tx(), &facts, person, at).await?;
    let may = standing_of(ctx, &facts, at, &said).may_ask_again();
    // What somebody else asked in their own words is not the person's to say again.
    let last = said.iter().rfind(|row| row.kind == JudgementKind::Requested);
    let last = last.filter(|row| may && row.by_person_id == Some(person));
    let Some(last) = last else {
        let sentence = "There is no request to send again. Ask for confirmation instead.";
        return Err(Refusal::rule("nothing-to-send-again", sentence).into());
    };
    if let Some(named) = last.asked_of_id {
        still_listed(&assessors, named, &facts)?;
    }
    let request = Said {
        level: level_of(last),
        evidence: evidence_of(last),
        note: last.note.clone(),
        asked_of: last.asked_of_id,
        ..Said::today(ctx, person, competency.id, JudgementKind::Requested)
    };
    let sequence = request.save(ctx, change.tx()).await?;
    evidence::carry_over(change.tx(), last.sequence, sequence).await?;
    lay_beside(change.tx(), last.sequence, sequence).await?;
    change.commit(Entry::new("ask again", "person", person).after(&code)).await
}

/// Whoever attached something chose who may read it: it goes to nobody else by itself.
fn still_listed(assessors: &[Choice], named: PersonId, facts: &Facts) -> Result<()> {
    if assessors.iter().any(|assessor| assessor.value == named.to_string()) {
        return Ok(());
    }
    let sentence = format!(
        "{} can no longer confirm this. Ask anew and choose who may read what you attach.",
        facts.name_of(named)
    );
    Err(Refusal::rule("assessor-gone", sentence).into())
}
