//! An assessor's decision on an open request: confirm it, or send it back.

use super::super::save::Said;
use super::about;
use super::between::Proposed;
use super::requests::find;
use super::signer::Signer;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence;
use domain::codes::JudgementKind;
use domain::ids::JudgementSequence;
use domain::judgements::done::{Decided, Outcome};
use domain::judgements::forms::Decision;
use domain::policy::Action;
use domain::refusal::Refusal;

/// Decides an open request: confirms it (at any level the evidence supports), signs it first where it takes two, or sends
/// it back with a reason.
///
/// # Errors
/// Refuses whatever stands against it in the rules, in words that say what would do.
pub async fn decide(ctx: &Ctx, sequence: JudgementSequence, decision: Decision) -> Result<Decided> {
    ctx.authorise_somewhere(Action::DecideRequest, "this request")?;
    let passed = ctx.guard(&[decision.text()])?;
    let change = ctx.change(Touches::Judgements).await?;
    // Read after the counter's lock is held: of two decisions at once, the second finds the request answered.
    let facts = ctx.facts().await?;
    let row = find(ctx, &facts, change.tx(), sequence).await?;
    let known = about(ctx, &facts, &row);
    let (at, of) = known.ok_or_else(|| Refusal::not_found("this competency"))?;
    let (said, what) = match decision {
        Decision::Confirm { level, evidence, made_on, note } => {
            let signer = Signer::load(ctx, change.tx(), &facts, &ctx.actor).await?;
            let between = signer.with(ctx, row.person_id, Action::DecideRequest)?;
            let proposed = Proposed { level, made_on, evidence, evidence_on: None, note };
            between.sign(ctx, (at, of), proposed)?
        }
        Decision::SendBack { reason } => {
            let sent_back = Said::today(ctx, row.person_id, of.id, JudgementKind::SentBack);
            (Said { note: Some(reason), ..sent_back }, Outcome::SentBack)
        }
    };
    let rests_on_it = said.level.is_some();
    let recorded = said.save(ctx, change.tx()).await?;
    if rests_on_it {
        evidence::carry_over(change.tx(), sequence, recorded).await?;
    }
    let entry = Entry::new(what.act(), "person", row.person_id).after(&of.code);
    change.commit(entry.let_through(passed)).await?;
    Ok(Decided {
        person_name: facts.name_of(row.person_id),
        competency_title: of.title.clone(),
        what,
    })
}
