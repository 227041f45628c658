//! Server functions: comments on a draft, invitations to write some, and the draft behind such a link.

use crate::error::AppError;
use domain::frameworks::views::{Comments, Review};
use domain::ids::FrameworkCommentId;
use leptos::prelude::*;

#[server(endpoint = "draft_comments")]
pub async fn draft_comments(number: i32) -> Result<Comments, AppError> {
    Ok(services::frameworks::comments(&crate::visit::ctx()?, number).await?)
}

#[server(endpoint = "comment_on_draft")]
pub async fn comment_on_draft(number: i32, about: String, text: String) -> Result<(), AppError> {
    use domain::frameworks::drafting::Comment;
    let comment = Comment::parse(None, &about, &text).map_err(domain::refusal::Refusal::from)?;
    services::frameworks::comment(&crate::visit::ctx()?, number, &comment).await?;
    crate::answer::notice("Your comment is saved");
    Ok(())
}

#[server(endpoint = "resolve_comment")]
pub async fn resolve_comment(id: FrameworkCommentId, resolved: String) -> Result<(), AppError> {
    let resolved = resolved == "yes";
    services::frameworks::resolve(&crate::visit::ctx()?, id, resolved).await?;
    let done = if resolved { "The comment is resolved" } else { "The comment is open again" };
    crate::answer::notice(done);
    Ok(())
}

#[server(endpoint = "invite_to_comment")]
pub async fn invite_to_comment(
    number: i32,
    invited: String,
    ends_on: String,
) -> Result<(), AppError> {
    use domain::frameworks::drafting::InviteToComment;
    let visit = crate::visit::visit()?;
    let invite = InviteToComment::parse(&invited, &ends_on, visit.ctx.today);
    let invite = invite.map_err(domain::refusal::Refusal::from)?;
    let token = services::frameworks::invite_to_comment(&visit.ctx, number, &invite).await?;
    crate::answer::show_once(visit.address_of(&format!("/review/{}", token.secret())));
    Ok(())
}

#[server(endpoint = "review_draft")]
pub async fn review_draft(token: String) -> Result<Option<Review>, AppError> {
    let token = services::accounts::Token::brought(&token);
    Ok(services::frameworks::review(&crate::visit::ctx()?, &token).await?)
}

#[server(endpoint = "comment_as_guest")]
pub async fn comment_as_guest(
    token: String,
    name: String,
    about: String,
    text: String,
) -> Result<(), AppError> {
    use domain::frameworks::drafting::Comment;
    let comment = Comment::parse(Some(&name), &about, &text);
    let comment = comment.map_err(domain::refusal::Refusal::from)?;
    let token = services::accounts::Token::brought(&token);
    services::frameworks::comment_as_guest(&crate::visit::ctx()?, &token, &comment).await?;
    crate::answer::notice("Thank you. Your comment is saved");
    Ok(())
}
