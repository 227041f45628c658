//! Requests that wait for an assessor, and one of them with what there is to judge it by.

use super::super::history::{Reflections, timeline};
use super::super::save::{evidence_of, level_of, said_of};
use super::between::Proposed;
use super::shown::{pieces_shown, reads_evidence};
use super::signer::Signer;
use super::{about, signatures_waiting, team_name};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::frameworks::descriptors;
use crate::reach::subject_posts;
use crate::redactions::Marks;
use crate::viewings;
use domain::codes::JudgementKind;
use domain::coverage::Facts;
use domain::dates::days_after;
use domain::ids::JudgementSequence;
use domain::judgements::views::{ConfirmList, OpenRequest, RequestDetail};
use domain::policy::{Action, Resource, may, reach};
use domain::redactions::TextKind;
use domain::refusal::Refusal;
use domain::standing::{REQUEST_LAPSES_AFTER_DAYS, Standing};
use entities::{competency, judgement, reflection};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// What waits for the signed-in assessor or workforce lead: requests, those to them by name first, then the oldest; and
/// what others signed first.
///
/// # Errors
/// Refuses whoever neither decides requests nor signs second.
pub async fn to_confirm(ctx: &Ctx) -> Result<ConfirmList> {
    if !confirms_somewhere(ctx) {
        ctx.authorise_somewhere(Action::DecideRequest, "this page")?;
    }
    let (requests, signatures) = (requests_waiting(ctx).await?, signatures_waiting(ctx).await?);
    viewings::note_list(ctx, "requests that wait").await?;
    let assesses = !reach(&ctx.actor, Action::DecideRequest).is_empty();
    Ok(ConfirmList { requests, signatures, assesses })
}

/// Whether anything could wait for the asker's decision or second signature.
pub(in super::super) fn confirms_somewhere(ctx: &Ctx) -> bool {
    let any = [Action::DecideRequest, Action::Countersign];
    any.into_iter().any(|action| !reach(&ctx.actor, action).is_empty())
}

/// Requests that wait, to be counted and not shown.
pub(in super::super) async fn requests_waiting(ctx: &Ctx) -> Result<Vec<OpenRequest>> {
    if reach(&ctx.actor, Action::DecideRequest).is_empty() {
        return Ok(Vec::new());
    }
    let facts = ctx.facts().await?;
    Ok(waiting_for(ctx, &facts, &requests_of_late(ctx).await?))
}

/// Every request that has not lapsed, whoever it waits for, answered ones among them.
pub(crate) async fn requests_of_late(ctx: &Ctx) -> Result<Vec<judgement::Model>> {
    Ok(judgement::Entity::find()
        .filter(judgement::Column::Kind.eq(JudgementKind::Requested))
        .filter(judgement::Column::MadeOn.gte(days_after(ctx.today, -REQUEST_LAPSES_AFTER_DAYS)))
        .order_by_asc(judgement::Column::Sequence)
        .all(ctx.db().read())
        .await?)
}

/// Those of them that are open and wait for the asker.
pub(crate) fn waiting_for(ctx: &Ctx, facts: &Facts, rows: &[judgement::Model]) -> Vec<OpenRequest> {
    let mine = rows.iter().filter(|row| waits(ctx, facts, row) && decides(ctx, facts, row));
    let mut open: Vec<OpenRequest> = mine.filter_map(|row| opened(ctx, facts, row)).collect();
    open.sort_by_key(|r| (!r.for_me, r.asked_on, r.sequence));
    open
}

/// Whether a request is the asker's to decide: it names them or nobody, about somebody they assess.
pub(super) fn decides(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    let named = row.asked_of_id.is_none() || row.asked_of_id == ctx.actor.person();
    let posts = subject_posts(ctx, facts, row.person_id);
    let resource = Resource::Person { person: row.person_id, posts: &posts };
    named && may(&ctx.actor, Action::DecideRequest, resource)
}

/// Where the subject of a judgement stands today in its competency.
pub(super) fn standing_after(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> Option<Standing> {
    let (at, competency) = about(ctx, facts, row)?;
    Some(facts.person(row.person_id)?.standing_in(at, competency, ctx.today))
}

/// Whether nobody answered, signed or withdrew it yet, and it has not lapsed.
fn waits(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    standing_after(ctx, facts, row).is_some_and(|standing| {
        let is_this = standing.requested.is_some_and(|request| request.sequence == row.sequence);
        is_this && standing.signed.is_none()
    })
}

pub(super) fn opened(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> Option<OpenRequest> {
    let (_, competency) = about(ctx, facts, row)?;
    Some(OpenRequest {
        sequence: row.sequence,
        person_name: facts.person(row.person_id)?.name(),
        team_name: team_name(ctx, facts, row.person_id),
        competency_code: competency.code.clone(),
        competency_title: competency.title.clone(),
        level: level_of(row)?,
        asked_on: row.made_on,
        lapses_on: days_after(row.made_on, REQUEST_LAPSES_AFTER_DAYS),
        for_me: row.asked_of_id.is_some(),
        asked_by: asked_by(facts, row),
    })
}

/// Who made a request for somebody else; whoever manages people without a staff record of their own has no name.
pub(super) fn asked_by(facts: &Facts, row: &judgement::Model) -> Option<String> {
    let by = row.by_person_id.filter(|by| *by != row.person_id).map(|by| facts.name_of(by));
    by.or_else(|| row.by_person_id.is_none().then(|| "somebody who manages them".to_owned()))
}

/// One open request with what there is to judge it by.
///
/// # Errors
/// Refuses requests that are not the asker's as not found, and says when one is closed.
pub async fn request(ctx: &Ctx, sequence: JudgementSequence) -> Result<RequestDetail> {
    ctx.authorise_somewhere(Action::DecideRequest, "this request")?;
    let facts = ctx.facts().await?;
    let row = find(ctx, &facts, ctx.db().read(), sequence).await?;
    let gone = || Refusal::not_found("this request");
    viewings::note_record(ctx, row.person_id).await?;
    let request = opened(ctx, &facts, &row).ok_or_else(gone)?;
    let (at, known) = about(ctx, &facts, &row).ok_or_else(gone)?;
    let worded = competency::Entity::find_by_id(known.id).one(ctx.db().read()).await?;
    let worded = worded.ok_or_else(gone)?;
    let said = said_of(ctx.db().read(), &facts, row.person_id, at).await?;
    let marks = Marks::of(ctx.db().read(), [row.person_id]).await?;
    let attached = reflection::Entity::find_by_id(row.sequence).one(ctx.db().read()).await?;
    let attached = attached.filter(|_| reads_evidence(ctx, &facts, &row));
    let pieces = pieces_shown(ctx, &facts, [&row]).await?;
    let signer = Signer::load(ctx, ctx.db().read(), &facts, &ctx.actor).await?;
    let between = signer.with(ctx, row.person_id, Action::DecideRequest)?;
    let proposed = Proposed::as_asked(ctx, request.level, &row);
    let cannot = between.sign(ctx, (at, known), proposed).err();
    let standing = standing_after(ctx, &facts, &row);
    let history =
        timeline(&facts, ctx.db().read(), Some(at), &said, &marks, Reflections::Hidden).await?;
    Ok(RequestDetail {
        descriptors: descriptors(&worded),
        statement: worded.statement,
        rare_event: known.rare_event,
        evidence: evidence_of(&row),
        items: pieces.under(sequence),
        note: marks.words(TextKind::JudgementNote, sequence, row.note),
        self_level: standing.and_then(|standing| standing.self_level),
        held: standing.and_then(|standing| standing.held(ctx.today)),
        held_by: standing.and_then(|standing| standing.current(ctx.today)).map(|(_, kind)| kind),
        reflection: attached.and_then(|r| marks.words(TextKind::Reflection, sequence, r.text)),
        history,
        cannot: cannot.map(|refusal| refusal.to_string()),
        today: ctx.today,
        request,
    })
}

/// Whether a judgement is a request that waits for the asker.
pub(super) fn is_open_to(ctx: &Ctx, facts: &Facts, row: &judgement::Model) -> bool {
    row.kind == JudgementKind::Requested && decides(ctx, facts, row) && waits(ctx, facts, row)
}

/// A request that waits for the asker.
///
/// # Errors
/// Refuses requests that are not theirs as not found, and says when one is closed.
pub(super) async fn find(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    sequence: JudgementSequence,
) -> Result<judgement::Model> {
    let row = judgement::Entity::find_by_id(sequence).one(db).await?;
    let mine = row.filter(|row| row.kind == JudgementKind::Requested && decides(ctx, facts, row));
    let row = mine.ok_or_else(|| Refusal::not_found("this request"))?;
    if waits(ctx, facts, &row) {
        return Ok(row);
    }
    Err(Refusal::rule(
        "request-closed",
        "This request is no longer open. Somebody else may have answered it, or it was withdrawn or has lapsed. Go to \
         the requests that wait for you.",
    )
    .into())
}
