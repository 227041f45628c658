//! The second of two signatures: opened, given, or sent back.

use super::super::history::{Reflections, timeline};
use super::super::save::{Said, evidence_of, said_of};
use super::between::Proposed;
use super::requests::confirms_somewhere;
use super::shown::{pieces_shown, reads_evidence};
use super::signer::Signers;
use super::{about, signatures};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::evidence;
use crate::frameworks::descriptors;
use crate::reach::subject_posts;
use crate::redactions::Marks;
use crate::viewings;
use domain::codes::JudgementKind;
use domain::coverage::{Competency, Facts};
use domain::ids::JudgementSequence;
use domain::judgements::Countersigner;
use domain::judgements::countersigning::{SecondDecision, SignatureDetail};
use domain::judgements::done::{Decided, Outcome};
use domain::policy::{Action, Resource, may};
use domain::redactions::TextKind;
use domain::refusal::Refusal;
use domain::requirements::CompetencyIndex;
use entities::{competency, judgement};
use sea_orm::{ConnectionTrait, EntityTrait};

/// A first signature that waits for a second, with what it rests on; the pieces themselves for an assessor alone.
///
/// # Errors
/// Refuses what is not the asker's to join as not found, and says when one is closed.
pub async fn signature(ctx: &Ctx, sequence: JudgementSequence) -> Result<SignatureDetail> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let gone = || Refusal::not_found("this signature");
    let (row, signers) = find(ctx, &facts, ctx.db().read(), sequence).await?;
    viewings::note_record(ctx, row.person_id).await?;
    let awaiting = signatures::line(ctx, &facts, &row).ok_or_else(gone)?;
    let of = about(ctx, &facts, &row).ok_or_else(gone)?;
    let worded = competency::Entity::find_by_id(of.1.id).one(ctx.db().read()).await?;
    let worded = worded.ok_or_else(gone)?;
    let said = said_of(ctx.db().read(), &facts, row.person_id, of.0).await?;
    let marks = Marks::of(ctx.db().read(), [row.person_id]).await?;
    let cannot = stands_against(ctx, &facts, (&row, &signers), of)?;
    let pieces = pieces_shown(ctx, &facts, [&row]).await?;
    let meaning = usize::from(awaiting.level.number() - 1);
    Ok(SignatureDetail {
        meaning: descriptors(&worded).get(meaning).cloned().unwrap_or_default(),
        statement: worded.statement,
        evidence: evidence_of(&row),
        items: pieces.under(sequence),
        reads_evidence: reads_evidence(ctx, &facts, &row),
        evidence_on: row.evidence_on,
        note: marks.words(TextKind::JudgementNote, sequence, row.note.clone()),
        history: timeline(&facts, ctx.db().read(), Some(of.0), &said, &marks, Reflections::Hidden)
            .await?,
        cannot: cannot.map(|refusal| refusal.to_string()),
        awaiting,
    })
}

fn authorise(ctx: &Ctx) -> Result<()> {
    if confirms_somewhere(ctx) {
        return Ok(());
    }
    ctx.authorise_somewhere(Action::DecideRequest, "this signature")
}

/// One that waits and is the asker's to join, with those who sign it.
async fn find<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    db: &impl ConnectionTrait,
    sequence: JudgementSequence,
) -> Result<(judgement::Model, Signers<'a>)> {
    let not_found = || Refusal::not_found("this signature");
    let row = judgement::Entity::find_by_id(sequence).one(db).await?;
    let row = row.filter(|row| row.kind == JudgementKind::FirstSignature).ok_or_else(not_found)?;
    let assesses = signatures::joins(ctx, facts, &row, Action::DecideRequest);
    if !assesses && !signatures::joins(ctx, facts, &row, Action::Countersign) {
        return Err(not_found().into());
    }
    let signers = Signers::load(ctx, db, facts, &[&row]).await?;
    if !assesses && !signatures::is_for_a_lead(ctx, facts, &row, &signers)? {
        return Err(not_found().into());
    }
    if signatures::waits(ctx, facts, &row) {
        return Ok((row, signers));
    }
    Err(Refusal::rule(
        "signature-closed",
        "This no longer waits for a second signature. Somebody else may have signed it or sent it back, or it has \
         lapsed. Go to what waits for you.",
    )
    .into())
}

/// What stands against the asker's second signature at this moment, by the rules.
fn stands_against(
    ctx: &Ctx,
    facts: &Facts,
    (row, signers): (&judgement::Model, &Signers<'_>),
    (at, of): (CompetencyIndex, &Competency),
) -> Result<Option<Refusal>> {
    let subject = row.person_id;
    let first = signers.first(row).with(ctx, subject, Action::DecideRequest)?;
    let second = signers.asker(ctx).with(ctx, subject, Action::DecideRequest)?;
    let posts = subject_posts(ctx, facts, subject);
    let leads =
        may(&ctx.actor, Action::Countersign, Resource::Person { person: subject, posts: &posts });
    let signed_first = signatures::is_own(ctx, row);
    let countersigner = Countersigner { signer: second.assessor(at, of), signed_first, leads };
    let proposed = proposed(ctx, row)?;
    let confirming = second.confirming(at, of, &proposed);
    Ok(confirming.countersigned(&first.assessor(at, of), &countersigner).err())
}

fn proposed(ctx: &Ctx, row: &judgement::Model) -> Result<Proposed> {
    let proposed = Proposed::as_signed(ctx, row);
    Ok(proposed.ok_or_else(|| Refusal::not_found("this signature"))?)
}

/// Signs second, and the level counts from today; or sends it back with a reason.
///
/// # Errors
/// Refuses whatever stands against it in the rules, in words that say what would do.
pub async fn countersign(
    ctx: &Ctx,
    sequence: JudgementSequence,
    decision: SecondDecision,
) -> Result<Decided> {
    authorise(ctx)?;
    let passed = ctx.guard(&[decision.text()])?;
    let change = ctx.change(Touches::Judgements).await?;
    // Read after the counter's lock is held: of two at once, the second finds it signed.
    let facts = ctx.facts().await?;
    let (row, signers) = find(ctx, &facts, change.tx(), sequence).await?;
    let of = about(ctx, &facts, &row);
    let of = of.ok_or_else(|| Refusal::not_found("this competency"))?;
    let today = |kind| Said::today(ctx, row.person_id, of.1.id, kind);
    let (said, what) = match decision {
        SecondDecision::Sign => {
            if let Some(refusal) = stands_against(ctx, &facts, (&row, &signers), of)? {
                return Err(refusal.into());
            }
            let Proposed { level, evidence, evidence_on, .. } = proposed(ctx, &row)?;
            let (level_said, first_signature) = (Some(level), Some(row.sequence));
            let confirmed = today(JudgementKind::Confirmed);
            let said =
                Said { level: level_said, evidence, evidence_on, first_signature, ..confirmed };
            (said, Outcome::Confirmed(level))
        }
        SecondDecision::SendBack { reason } => {
            (Said { note: Some(reason), ..today(JudgementKind::SentBack) }, Outcome::SentBack)
        }
    };
    let rests_on_it = said.level.is_some();
    let recorded = said.save(ctx, change.tx()).await?;
    if rests_on_it {
        evidence::carry_over(change.tx(), sequence, recorded).await?;
    }
    let entry = Entry::new(what.act(), "person", row.person_id).after(&of.1.code);
    change.commit(entry.let_through(passed)).await?;
    Ok(Decided {
        person_name: facts.name_of(row.person_id),
        competency_title: of.1.title.clone(),
        what,
    })
}
