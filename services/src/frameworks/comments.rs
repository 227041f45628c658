//! Comments on a draft: by whoever drafts or publishes it, and by people who were invited with a link.

use super::draft::{Draft, may_edit, may_read, stage, title, versions};
use super::read::worded_domains;
use crate::accounts::Token;
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::redactions::Marks;
use domain::frameworks::drafting::{Comment, InviteToComment};
use domain::frameworks::views::{CommentLine, Comments, Review};
use domain::ids::{CompetencyId, FrameworkCommentId, FrameworkInvitationId};
use domain::redactions::{TextKind, Words};
use domain::refusal::Refusal;
use entities::{framework_comment, framework_invitation};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

/// The comments on a draft, the newest first, and who was invited to write some.
///
/// # Errors
/// Refuses unknown numbers, and whoever may neither draft nor publish.
pub async fn comments(ctx: &Ctx, number: i32) -> Result<Comments> {
    may_read(ctx)?;
    let rows = versions(ctx.db().read()).await?;
    let draft = Draft::read_among(ctx.db().read(), &rows, number).await?;
    let invited = framework_invitation::Entity::find()
        .filter(framework_invitation::Column::VersionId.eq(draft.version.id))
        .order_by_asc(framework_invitation::Column::Id)
        .all(ctx.db().read())
        .await?;
    let stage = stage(ctx, &rows, &draft.version);
    Ok(Comments {
        version: title(&draft.version),
        stage,
        lines: comments_on(ctx, &draft, None).await?,
        invited: invited.into_iter().map(|row| (row.invited, row.ends_on)).collect(),
        choices: draft.choices(),
        may_edit: stage.is_open() && may_edit(ctx).is_ok(),
    })
}

/// The comments on one competency of a draft, or on all of it.
pub(super) async fn comments_on(
    ctx: &Ctx,
    draft: &Draft,
    competency: Option<CompetencyId>,
) -> Result<Vec<CommentLine>> {
    let mut found = framework_comment::Entity::find()
        .filter(framework_comment::Column::VersionId.eq(draft.version.id))
        .order_by_desc(framework_comment::Column::Id);
    if let Some(competency) = competency {
        found = found.filter(framework_comment::Column::CompetencyId.eq(competency));
    }
    lines(ctx, draft, found.all(ctx.db().read()).await?).await
}

/// Comments as pages show them; of those that were redacted, when.
async fn lines(
    ctx: &Ctx,
    draft: &Draft,
    rows: Vec<framework_comment::Model>,
) -> Result<Vec<CommentLine>> {
    let ids = rows.iter().map(|row| row.id.to_string());
    let marks = Marks::of_rows(ctx.db().read(), TextKind::FrameworkComment, ids).await?;
    Ok(rows.into_iter().map(|row| line(draft, &marks, row)).collect())
}

fn line(draft: &Draft, marks: &Marks, row: framework_comment::Model) -> CommentLine {
    let about = draft.competencies.iter().find(|of| Some(of.id) == row.competency_id);
    let written = Some(row.text.clone()).filter(|text| !text.is_empty());
    let words = marks.words(TextKind::FrameworkComment, row.id, written);
    CommentLine {
        id: row.id,
        about: about.map(|of| (of.code.clone(), of.title.clone())),
        by_guest: row.invitation_id.is_some(),
        text: words.unwrap_or(Words::Written(row.text)),
        name: row.name,
        written_at: in_london(row.written_at),
        resolved: row.resolved_by.zip(row.resolved_at.map(in_london)),
    }
}

/// Comments on a draft in the name of the signed-in account.
///
/// # Errors
/// Refuses versions that are published, and whoever may neither draft nor publish.
pub async fn comment(ctx: &Ctx, number: i32, comment: &Comment) -> Result<()> {
    may_read(ctx)?;
    let passed = ctx.guard(&[("text", &comment.text)])?;
    let facts = ctx.facts().await?;
    let name = ctx.actor.person().map(|id| facts.name_of(id)).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| ctx.actor.name().to_owned());
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let row = written(ctx, &draft, comment, name)?;
    let row = framework_comment::Model { account_id: ctx.actor.account_id(), ..row };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(Entry::new("comment", "framework_version", number).let_through(passed)).await
}

fn written(
    ctx: &Ctx,
    draft: &Draft,
    comment: &Comment,
    name: String,
) -> Result<framework_comment::Model> {
    let about = comment.about.as_deref().map(|code| draft.competency(code)).transpose()?;
    Ok(framework_comment::Model {
        id: FrameworkCommentId(Uuid::now_v7()),
        version_id: draft.version.id,
        competency_id: about.map(|of| of.id),
        account_id: None,
        invitation_id: None,
        name,
        text: comment.text.clone(),
        written_at: ctx.now,
        resolved_at: None,
        resolved_by: None,
    })
}

/// Says that a comment is dealt with, or opens it again.
///
/// # Errors
/// Refuses unknown comments, and whoever may not draft.
pub async fn resolve(ctx: &Ctx, id: FrameworkCommentId, resolved: bool) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let found = framework_comment::Entity::find_by_id(id).one(change.tx()).await?;
    let found = found.ok_or_else(|| Refusal::not_found("this comment"))?;
    let mut row = found.into_active_model();
    row.resolved_at = Set(resolved.then_some(ctx.now));
    row.resolved_by = Set(resolved.then(|| ctx.actor.name().to_owned()));
    row.update(change.tx()).await?;
    let act = if resolved { "resolve comment" } else { "reopen comment" };
    change.commit(Entry::new(act, "framework_comment", id)).await
}

/// Makes a link with which somebody without a grant reads the draft and comments on it. It is shown once.
///
/// # Errors
/// Refuses versions that are published, and whoever may not draft.
pub async fn invite_to_comment(ctx: &Ctx, number: i32, invite: &InviteToComment) -> Result<Token> {
    may_edit(ctx)?;
    let token = Token::make()?;
    let change = ctx.change(Touches::Nothing).await?;
    let draft = Draft::open(change.tx(), number).await?;
    let row = framework_invitation::Model {
        id: FrameworkInvitationId(Uuid::now_v7()),
        version_id: draft.version.id,
        token_hash: token.hash(),
        invited: invite.invited.clone(),
        ends_on: invite.ends_on,
        created_at: ctx.now,
        created_by: ctx.actor.name().to_owned(),
    };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(Entry::new("invite to comment", "framework_version", number)).await?;
    Ok(token)
}

/// The draft behind a link, as whoever was invited reads it. `None` for links that are unknown or past their last day,
/// and once the draft is published or deleted; these are never told apart.
///
/// # Errors
/// Fails when the database does.
pub async fn review(ctx: &Ctx, token: &Token) -> Result<Option<Review>> {
    let Some((invitation, draft)) = behind(ctx, ctx.db().read(), token).await? else {
        return Ok(None);
    };
    let own = framework_comment::Entity::find()
        .filter(framework_comment::Column::InvitationId.eq(invitation.id))
        .order_by_desc(framework_comment::Column::Id)
        .all(ctx.db().read())
        .await?;
    Ok(Some(Review {
        version: title(&draft.version),
        domains: worded_domains(&draft),
        comments: lines(ctx, &draft, own).await?,
        invited: invitation.invited,
        ends_on: invitation.ends_on,
    }))
}

async fn behind(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<(framework_invitation::Model, Draft)>> {
    let found = framework_invitation::Entity::find()
        .filter(framework_invitation::Column::TokenHash.eq(token.hash()))
        .filter(framework_invitation::Column::EndsOn.gte(ctx.today))
        .one(db)
        .await?;
    let Some(invitation) = found else { return Ok(None) };
    let rows = versions(db).await?;
    let version = rows.iter().find(|row| row.id == invitation.version_id);
    let open = version.filter(|row| stage(ctx, &rows, row).is_open());
    let Some(version) = open else { return Ok(None) };
    Ok(Some((invitation, Draft::read_among(db, &rows, version.number).await?)))
}

/// Comments on the draft behind a link, with a name.
///
/// # Errors
/// Refuses links for which there is no [`review`].
pub async fn comment_as_guest(ctx: &Ctx, token: &Token, comment: &Comment) -> Result<()> {
    // Anybody can send this: whoever knows no link does not make those wait who write.
    behind(ctx, ctx.db().read(), token).await?.ok_or_else(not_valid)?;
    let passed = ctx.guard(&[("text", &comment.text)])?;
    let change = ctx.change(Touches::Nothing).await?;
    let (invitation, draft) = behind(ctx, change.tx(), token).await?.ok_or_else(not_valid)?;
    let name = comment.name.clone().unwrap_or_else(|| invitation.invited.clone());
    let row = written(ctx, &draft, comment, name)?;
    let row = framework_comment::Model { invitation_id: Some(invitation.id), ..row };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    let number = draft.version.number;
    let entry = Entry::new("comment as a guest", "framework_version", number);
    change.commit(entry.let_through(passed)).await
}

fn not_valid() -> Refusal {
    let sentence = "This link is not valid any more. Ask whoever invited you for a new one.";
    Refusal::rule("invitation-not-valid", sentence)
}
