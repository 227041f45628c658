//! Server functions: repeat a session, plan the steps of a programme; read, change, cancel, schedule and book the sessions of a series.

use crate::error::AppError;
use domain::ids::{SessionId, SessionSeriesId};
use domain::sessions::series::forms::{
    RepeatFields, SharedFields, ShownFields, StepsFields, StepsPlaceFields,
};
use domain::sessions::series::views::{
    RepeatForm as RepeatView, SeriesDetail, SeriesForm, StepsForm,
};
use leptos::prelude::*;

/// The dates that what was typed leads to; nothing is made.
#[server(endpoint = "repeat_form")]
pub async fn repeat_form(
    id: SessionId,
    #[server(flatten)] typed: RepeatFields,
) -> Result<RepeatView, AppError> {
    Ok(services::sessions::series::preview(&crate::visit::ctx()?, id, typed).await?)
}

/// `dates` are the days on which a session is made, beside that of the first; `reason` is why they go ahead where protected time does
/// not cover them.
#[server(endpoint = "repeat_session")]
pub async fn repeat_session(
    id: SessionId,
    #[server(flatten)] typed: RepeatFields,
    #[server(default)] dates: Vec<String>,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use domain::sessions::series::forms::Repeat;
    let says = Repeat::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    let ctx = crate::visit::ctx()?;
    let (series, made) =
        services::sessions::series::repeat(&ctx, id, says, (&dates, &reason)).await?;
    let made = domain::figures::counted(made, "more session", "more sessions");
    crate::answer::notice(format!("Made {made}"));
    crate::answer::go_to(&super::address_of(series));
    Ok(())
}

/// `code` is of a programme; the dates that what was typed leads to. Nothing is made.
#[server(endpoint = "steps_to_plan")]
pub async fn steps_to_plan(code: String, typed: StepsFields) -> Result<StepsForm, AppError> {
    Ok(services::sessions::series::steps_form(&crate::visit::ctx()?, &code, typed).await?)
}

/// `dates` are the days on which a session is made, one for each step.
#[server(endpoint = "plan_steps")]
pub async fn plan_steps(
    code: String,
    #[server(flatten)] typed: StepsFields,
    #[server(flatten)] place: StepsPlaceFields,
    #[server(default)] dates: Vec<String>,
) -> Result<(), AppError> {
    use domain::sessions::series::forms::StepsInTurn;
    let says = StepsInTurn::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    let ctx = crate::visit::ctx()?;
    let (series, made) =
        services::sessions::series::plan_steps(&ctx, &code, says, (&place, &dates)).await?;
    let made = domain::figures::counted(made, "session", "sessions");
    crate::answer::notice(format!("Saved {made} as drafts. See on each what it lacks"));
    crate::answer::go_to(&super::address_of(series));
    Ok(())
}

#[server(endpoint = "session_series")]
pub async fn session_series(id: SessionSeriesId) -> Result<SeriesDetail, AppError> {
    Ok(services::sessions::series::series(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "series_to_change")]
pub async fn series_to_change(id: SessionId) -> Result<SeriesForm, AppError> {
    Ok(services::sessions::series::form(&crate::visit::ctx()?, id).await?)
}

/// `id` is the session from which on they are changed.
#[server(endpoint = "change_series")]
pub async fn change_series(
    id: SessionId,
    #[server(flatten)] typed: SharedFields,
    #[server(flatten)] shown: ShownFields,
) -> Result<(), AppError> {
    use domain::sessions::series::forms::ChangeSeries;
    let says = ChangeSeries::parse(&typed, &shown).map_err(domain::refusal::Refusal::from)?;
    let changed = services::sessions::series::change(&crate::visit::ctx()?, id, &says).await?;
    crate::answer::notice(changed.words());
    crate::answer::go_to(&crate::sessions::address_of(id));
    Ok(())
}

/// As `change_series`.
#[server(endpoint = "cancel_series")]
pub async fn cancel_series(id: SessionId, part: String, reason: String) -> Result<(), AppError> {
    use domain::sessions::series::forms::CancelSeries;
    let says = CancelSeries::parse(&part, &reason).map_err(domain::refusal::Refusal::from)?;
    let ctx = crate::visit::ctx()?;
    let (sessions, bookings) = services::sessions::series::cancel(&ctx, id, says).await?;
    let sessions = domain::figures::counted(sessions, "session", "sessions");
    let bookings = domain::figures::counted(bookings, "booking", "bookings");
    crate::answer::notice(format!("Cancelled {sessions} and {bookings}"));
    crate::answer::go_to(&crate::sessions::address_of(id));
    Ok(())
}

/// `reason` as for one session.
#[server(endpoint = "schedule_series")]
pub async fn schedule_series(
    id: SessionSeriesId,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let open = services::sessions::series::schedule(&ctx, id, &reason).await?;
    let open = domain::figures::counted(open, "session", "sessions");
    crate::answer::notice(format!(
        "Scheduled {open}. They can be booked now, or from when booking opens"
    ));
    Ok(())
}

/// `team` and `at_once` as for one seat.
#[server(endpoint = "book_series")]
pub async fn book_series(
    id: SessionSeriesId,
    team: String,
    at_once: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let asked = services::sessions::series::book(&ctx, id, &team, at_once == "yes").await?;
    crate::answer::notice(domain::sessions::series::views::told(&asked));
    Ok(())
}
