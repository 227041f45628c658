//! Server functions: read sessions; book a seat, accept an offered one, wish otherwise while waiting, give it up.

use crate::error::AppError;
use domain::ids::SessionId;
use domain::sessions::browse::SessionsAddress;
use domain::sessions::browse::views::Agenda;
use domain::sessions::tally::views::PeriodFigures;
use domain::sessions::views::{MySessions as Mine, SessionDetail, SessionsList};
use leptos::prelude::*;

/// What is coming; or, with `past`, what has taken place or was cancelled.
#[server(endpoint = "sessions")]
pub async fn sessions(address: SessionsAddress) -> Result<SessionsList, AppError> {
    Ok(services::sessions::list(&crate::visit::ctx()?, &address).await?)
}

/// A month or a week, day by day.
#[server(endpoint = "session_agenda")]
pub async fn session_agenda(address: SessionsAddress) -> Result<Agenda, AppError> {
    Ok(services::sessions::agenda(&crate::visit::ctx()?, &address).await?)
}

#[server(endpoint = "session")]
pub async fn session(id: SessionId) -> Result<SessionDetail, AppError> {
    Ok(services::sessions::session(&crate::visit::ctx()?, id).await?)
}

/// For the pages of whoever runs it, without its bookings.
#[server(endpoint = "session_to_run")]
pub async fn session_to_run(id: SessionId) -> Result<SessionDetail, AppError> {
    Ok(services::sessions::to_run(&crate::visit::ctx()?, id).await?)
}

/// Sessions in figures: held for the place with the code `within`, or anywhere that the asker runs them, from a day to a day;
/// this year where a day is blank.
#[server(endpoint = "session_figures")]
pub async fn session_figures(
    within: String,
    from: String,
    to: String,
) -> Result<PeriodFigures, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(services::sessions::figures(&ctx, &within, (&from, &to)).await?)
}

#[server(endpoint = "my_sessions")]
pub async fn my_sessions(page: usize) -> Result<Mine, AppError> {
    Ok(services::sessions::mine(&crate::visit::ctx()?, page).await?)
}

/// `team` is the code of the team that they come with; `at_once` is `yes` where a seat that falls to them later is to be
/// booked without asking.
#[server(endpoint = "book_seat")]
pub async fn book_seat(id: SessionId, team: String, at_once: String) -> Result<(), AppError> {
    use domain::sessions::BookingState;
    let at_once = at_once == "yes";
    let state = services::sessions::book(&crate::visit::ctx()?, id, &team, at_once).await?;
    crate::answer::notice(match state {
        BookingState::Booked => "You have a seat",
        BookingState::Waitlisted => "You are on the waiting list. Your place is on this page.",
        BookingState::Requested => "You have asked for a seat. Your team manager answers first.",
        other => other.label(),
    });
    Ok(())
}

#[server(endpoint = "accept_offer")]
pub async fn accept_offer(id: SessionId) -> Result<(), AppError> {
    services::sessions::accept(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("You have a seat");
    Ok(())
}

/// `at_once` as for booking a seat, from now on.
#[server(endpoint = "change_wish")]
pub async fn change_wish(id: SessionId, at_once: String) -> Result<(), AppError> {
    use domain::sessions::BookingState;
    let at_once = at_once == "yes";
    let state = services::sessions::change_wish(&crate::visit::ctx()?, id, at_once).await?;
    crate::answer::notice(match (state, at_once) {
        (BookingState::Booked, _) => "You have a seat",
        (BookingState::Offered, _) => "A seat is offered to you",
        (_, true) => {
            "Saved. A seat that falls to you is booked without asking, where that is possible"
        }
        (_, false) => "Saved. If a seat falls to you, you are asked before it is booked",
    });
    Ok(())
}

/// A seat, an offer, a place on the waiting list or a request.
#[server(endpoint = "give_up_seat")]
pub async fn give_up_seat(id: SessionId) -> Result<(), AppError> {
    use domain::sessions::BookingState;
    let given_up = services::sessions::give_up(&crate::visit::ctx()?, id).await?;
    crate::answer::notice(match given_up {
        Some(BookingState::Requested) => "You have taken back your request",
        Some(BookingState::Waitlisted) => "You have left the waiting list",
        Some(BookingState::Offered) => "You have declined this seat",
        _ => "You have given up your place in this session",
    });
    Ok(())
}
