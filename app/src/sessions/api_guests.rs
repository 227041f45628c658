//! Server functions: guests of a session, added and removed by whoever runs it.

use crate::error::AppError;
use domain::ids::{GuestId, SessionId};
use domain::sessions::forms::GuestFields;
use domain::sessions::guests::GuestsPage;
use leptos::prelude::*;

#[server(endpoint = "session_guests")]
pub async fn session_guests(id: SessionId) -> Result<GuestsPage, AppError> {
    Ok(services::sessions::guests(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "add_guest")]
pub async fn add_guest(
    id: SessionId,
    #[server(flatten)] typed: GuestFields,
) -> Result<(), AppError> {
    use domain::sessions::BookingState;
    let says = domain::sessions::forms::AddGuest::parse(&typed);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    let state = services::sessions::add_guest(&crate::visit::ctx()?, id, &says).await?;
    crate::answer::notice(match state {
        BookingState::Booked => format!("{} has a seat", says.name),
        _ => format!("No seat that {} could take is free, so they wait for one", says.name),
    });
    Ok(())
}

#[server(endpoint = "accept_for_guest")]
pub async fn accept_for_guest(id: SessionId, guest: GuestId) -> Result<(), AppError> {
    services::sessions::accept_for_guest(&crate::visit::ctx()?, id, guest).await?;
    crate::answer::notice("They have a seat");
    Ok(())
}

#[server(endpoint = "remove_guest")]
pub async fn remove_guest(id: SessionId, guest: GuestId) -> Result<(), AppError> {
    services::sessions::remove_guest(&crate::visit::ctx()?, id, guest).await?;
    crate::answer::notice("Removed from the guests of this session");
    Ok(())
}
