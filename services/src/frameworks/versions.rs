//! All versions, and the life of a draft before it is published: begun, sent to review, taken back, deleted.

use super::copying::copy_of;
use super::draft::{Draft, last, may_edit, may_read, next_number, stage, title, versions};
use super::requirements::start_requirements;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::redactions;
use domain::codes::VersionState;
use domain::frameworks::drafting::{BeginWith, StartDraft};
use domain::frameworks::views::{DraftDomain, DraftLine, DraftOverview, VersionLine, Versions};
use domain::ids::FrameworkVersionId;
use domain::policy::{Action, Resource, may};
use domain::redactions::TextKind;
use domain::refusal::Refusal;
use entities::{
    competency, competency_domain, crosswalk, framework_comment, framework_invitation,
    framework_source, framework_version, predecessor, requirement,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use std::collections::HashMap;
use uuid::Uuid;

/// Every version, the newest first.
///
/// # Errors
/// Refuses whoever may neither draft nor publish.
pub async fn list(ctx: &Ctx) -> Result<Versions> {
    may_read(ctx)?;
    let rows = versions(ctx.db().read()).await?;
    let counted: Vec<(FrameworkVersionId, i64)> = competency::Entity::find()
        .select_only()
        .column(competency::Column::VersionId)
        .column_as(competency::Column::Id.count(), "competencies")
        .group_by(competency::Column::VersionId)
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let counted: HashMap<FrameworkVersionId, i64> = counted.into_iter().collect();
    let line = |row: &framework_version::Model| VersionLine {
        title: title(row),
        stage: stage(ctx, &rows, row),
        competencies: counted.get(&row.id).map_or(0, |many| usize::try_from(*many).unwrap_or(0)),
    };
    let lines: Vec<VersionLine> = rows.iter().rev().map(line).collect();
    let none_open = !lines.iter().any(|line| line.stage.is_open());
    Ok(Versions { lines, may_start: none_open && may_edit(ctx).is_ok() })
}

/// Starts a draft and says its number.
///
/// # Errors
/// Refuses while another draft is open, a copy where nothing is published, and whoever may not draft.
pub async fn start(ctx: &Ctx, start: &StartDraft) -> Result<i32> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let rows = versions(change.tx()).await?;
    if let Some(open) = rows.iter().find(|row| stage(ctx, &rows, row).is_open()) {
        let number = open.number;
        let sentence = format!("Version {number} is being drafted. Publish or delete it first.");
        return Err(Refusal::rule("draft-open", sentence).into());
    }
    let number = next_number(&rows);
    let version = framework_version::Model {
        id: FrameworkVersionId(Uuid::now_v7()),
        number,
        title: start.title.clone(),
        state: VersionState::Draft,
        published_from: None,
    };
    version.clone().into_active_model().reset_all().insert(change.tx()).await?;
    if start.begin == BeginWith::Copy {
        let Some(from) = last(&rows) else {
            let sentence =
                "Nothing is published yet, so there is nothing to copy. Begin with nothing.";
            return Err(Refusal::rule("nothing-to-copy", sentence).into());
        };
        let from = Draft::read(change.tx(), from.number).await?;
        copy_of(change.tx(), &from, version.id).await?;
        let draft = Draft::read(change.tx(), number).await?;
        let all: Vec<_> = draft.competencies.iter().map(|row| row.id).collect();
        start_requirements(ctx, change.tx(), &draft, &all).await?;
    }
    change.commit(Entry::new("start draft", "framework_version", number)).await?;
    Ok(number)
}

/// One version from above.
///
/// # Errors
/// Refuses unknown numbers, and whoever may neither draft nor publish.
pub async fn overview_of(ctx: &Ctx, number: i32) -> Result<DraftOverview> {
    may_read(ctx)?;
    let rows = versions(ctx.db().read()).await?;
    let draft = Draft::read_among(ctx.db().read(), &rows, number).await?;
    let open = framework_comment::Entity::find()
        .filter(framework_comment::Column::VersionId.eq(draft.version.id))
        .filter(framework_comment::Column::ResolvedAt.is_null())
        .all(ctx.db().read())
        .await?;
    let domain = |row: &competency_domain::Model| DraftDomain {
        code: row.code.clone(),
        title: row.title.clone(),
        origin: row.origin,
        competencies: draft
            .of_domain(row)
            .map(|row| DraftLine {
                code: row.code.clone(),
                title: row.title.clone(),
                open_comments: open.iter().filter(|c| c.competency_id == Some(row.id)).count(),
            })
            .collect(),
    };
    let stage = stage(ctx, &rows, &draft.version);
    let is_answered = |old: &&competency::Model| {
        draft.answers.iter().any(|answer| answer.old_competency_id == old.id)
    };
    Ok(DraftOverview {
        title: title(&draft.version),
        stage,
        follows: draft.follows.as_ref().map(|row| row.number),
        domains: draft.domains.iter().map(domain).collect(),
        answered: draft.old.iter().filter(is_answered).count(),
        to_answer: draft.old.len(),
        open_questions: if stage.is_open() { draft.open_questions() } else { Vec::new() },
        open_comments: open.len(),
        may_edit: stage.is_open() && may_edit(ctx).is_ok(),
        may_publish: stage.is_open()
            && may(&ctx.actor, Action::PublishFramework, Resource::Installation),
    })
}

/// Sends a draft to review, or takes it back.
///
/// # Errors
/// Refuses versions that are published, and whoever may not draft.
pub async fn send_to_review(ctx: &Ctx, number: i32, review: bool) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let (state, act) = match review {
        true => (VersionState::InReview, "send to review"),
        false => (VersionState::Draft, "take back from review"),
    };
    let mut row = draft.version.into_active_model();
    row.state = Set(state);
    row.update(change.tx()).await?;
    change.commit(Entry::new(act, "framework_version", number)).await
}

/// Deletes a draft with everything in it, comments and invitations among it.
///
/// # Errors
/// Refuses versions that are published, and whoever may not draft.
pub async fn delete(ctx: &Ctx, number: i32) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let (tx, id) = (change.tx(), draft.version.id);
    let own = draft.competencies.iter().map(|row| row.id);
    forget_comments(ctx, tx, id).await?;
    macro_rules! delete {
        ($($table:ident: $of_it:expr),+ $(,)?) => {
            $($table::Entity::delete_many().filter($of_it).exec(tx).await?;)+
        };
    }
    delete!(
        framework_comment: framework_comment::Column::VersionId.eq(id),
        framework_invitation: framework_invitation::Column::VersionId.eq(id),
        requirement: requirement::Column::CompetencyId.is_in(own.clone()),
        predecessor: predecessor::Column::CompetencyId.is_in(own),
        framework_source: framework_source::Column::VersionId.eq(id),
        crosswalk: crosswalk::Column::VersionId.eq(id),
        competency: competency::Column::VersionId.eq(id),
        competency_domain: competency_domain::Column::VersionId.eq(id),
        framework_version: framework_version::Column::Id.eq(id),
    );
    change.commit(Entry::new("delete draft", "framework_version", number)).await
}

/// Nobody decides any more about redacting what goes with the draft.
async fn forget_comments(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    id: FrameworkVersionId,
) -> Result<()> {
    let of_it = framework_comment::Column::VersionId.eq(id);
    let comments = framework_comment::Entity::find().filter(of_it).all(tx).await?;
    let rows = comments.iter().map(|row| row.id.to_string());
    redactions::forget(ctx, tx, &[TextKind::FrameworkComment], rows).await
}
