//! Server functions: whether I have a feed, make one, end it.

use crate::error::AppError;
use domain::calendar::views::OwnFeed;
use leptos::prelude::*;

#[server(endpoint = "my_calendar")]
pub async fn my_calendar() -> Result<OwnFeed, AppError> {
    Ok(services::calendar::mine(&crate::visit::ctx()?).await?)
}

/// Its address is shown on the page that follows, and never again.
#[server(endpoint = "make_calendar_feed")]
pub async fn make_calendar_feed() -> Result<(), AppError> {
    let visit = crate::visit::visit()?;
    let secret = services::calendar::make(&visit.ctx).await?;
    crate::answer::show_once(visit.address_of(&format!("/calendar/{}.ics", secret.secret())));
    Ok(())
}

#[server(endpoint = "end_calendar_feed")]
pub async fn end_calendar_feed() -> Result<(), AppError> {
    services::calendar::end(&crate::visit::ctx()?).await?;
    crate::answer::notice("Your calendar address no longer works");
    Ok(())
}
