//! Server functions: bookings that wait for the reader as team manager or deputy, and their answers.

use crate::error::AppError;
use domain::ids::{PersonId, SessionId};
use domain::release::views::RequestLine;
use leptos::prelude::*;

#[server(endpoint = "seat_requests")]
pub async fn seat_requests() -> Result<Vec<RequestLine>, AppError> {
    Ok(services::sessions::requests(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "approve_booking")]
pub async fn approve_booking(id: SessionId, person: PersonId) -> Result<(), AppError> {
    use domain::sessions::BookingState;
    let state = services::sessions::approve(&crate::visit::ctx()?, id, person).await?;
    crate::answer::notice(match state {
        BookingState::Booked => "Approved: they have a seat",
        _ => "Approved: no seat is free, so they are on the waiting list",
    });
    Ok(())
}

#[server(endpoint = "decline_booking")]
pub async fn decline_booking(
    id: SessionId,
    person: PersonId,
    reason: String,
) -> Result<(), AppError> {
    let says = domain::release::forms::Decline::parse(&reason);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::sessions::decline(&crate::visit::ctx()?, id, person, says).await?;
    crate::answer::notice("Declined. They see your reason on the page of the session");
    Ok(())
}
