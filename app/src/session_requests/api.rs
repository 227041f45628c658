//! Server functions: a team asks for sessions and takes that back; educators read what is open, and decline.

use crate::error::AppError;
use domain::ids::SessionRequestId;
use domain::paging::Paged;
use domain::session_requests::forms::RequestFields;
use domain::session_requests::views::{SessionRequestLine, TeamRequests};
use leptos::prelude::*;

#[server(endpoint = "team_session_requests")]
pub async fn team_session_requests(team: String, page: usize) -> Result<TeamRequests, AppError> {
    Ok(services::session_requests::of_team(&crate::visit::ctx()?, &team, page).await?)
}

/// `codes` are those of competencies.
#[server(endpoint = "ask_for_session")]
pub async fn ask_for_session(
    team: String,
    #[server(flatten)] typed: RequestFields,
    #[server(default)] codes: Vec<String>,
) -> Result<(), AppError> {
    use domain::session_requests::forms::AskForSession;
    let ctx = crate::visit::ctx()?;
    let says = AskForSession::parse(&typed, codes, ctx.today);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::session_requests::ask(&ctx, &team, &says).await?;
    crate::answer::notice("Sent. Educators who teach for your team see it");
    Ok(())
}

#[server(endpoint = "withdraw_session_request")]
pub async fn withdraw_session_request(id: SessionRequestId) -> Result<(), AppError> {
    services::session_requests::withdraw(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Took this request back");
    Ok(())
}

#[server(endpoint = "open_session_requests")]
pub async fn open_session_requests(page: usize) -> Result<Paged<SessionRequestLine>, AppError> {
    Ok(services::session_requests::open(&crate::visit::ctx()?, page).await?)
}

#[server(endpoint = "decline_session_request")]
pub async fn decline_session_request(id: SessionRequestId, reason: String) -> Result<(), AppError> {
    let says = domain::session_requests::forms::DeclineRequest::parse(&reason);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::session_requests::decline(&crate::visit::ctx()?, id, says).await?;
    crate::answer::notice("Declined. Whoever asked is told your reason");
    Ok(())
}
