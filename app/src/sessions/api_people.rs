//! Server functions: booking for one's people, and giving up what was booked for them.

use crate::error::AppError;
use domain::ids::{PersonId, SessionId};
use domain::sessions::people::PeoplePage;
use leptos::prelude::*;

/// Those whose name or team holds the words, a page of them; and all who have a booking.
#[server(endpoint = "people_to_book")]
pub async fn people_to_book(
    id: SessionId,
    words: String,
    page: usize,
) -> Result<PeoplePage, AppError> {
    Ok(services::sessions::people(&crate::visit::ctx()?, id, &words, page).await?)
}

#[server(endpoint = "book_people")]
pub async fn book_people(
    id: SessionId,
    #[server(default)] people: Vec<PersonId>,
) -> Result<(), AppError> {
    let answers = services::sessions::book_people(&crate::visit::ctx()?, id, &people).await?;
    crate::answer::notice(domain::sessions::people::told(&answers));
    Ok(())
}

#[server(endpoint = "give_up_for")]
pub async fn give_up_for(id: SessionId, person: PersonId) -> Result<(), AppError> {
    services::sessions::give_up_for(&crate::visit::ctx()?, id, person).await?;
    crate::answer::notice("Cancelled this booking. They are told by email, where it reaches them");
    Ok(())
}
