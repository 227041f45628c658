//! Server functions: read protected time; write into one's own ledger, and take an entry back.

use crate::error::AppError;
use domain::ids::{PersonId, TimeEntryId};
use domain::protected_time::forms::EntryFields;
use domain::protected_time::views::{EducatorTime as OfPerson, Educators as Found, TimeOfYear};
use leptos::prelude::*;

/// `year` is the calendar year in which it begins; what is none means the present one.
#[server(endpoint = "my_time")]
pub async fn my_time(year: String, page: usize) -> Result<TimeOfYear, AppError> {
    Ok(services::protected_time::mine(&crate::visit::ctx()?, &year, page).await?)
}

#[server(endpoint = "write_time_entry")]
pub async fn write_time_entry(#[server(flatten)] typed: EntryFields) -> Result<(), AppError> {
    use domain::protected_time::forms::WriteEntry;
    let ctx = crate::visit::ctx()?;
    let says = WriteEntry::parse(&typed, ctx.today).map_err(domain::refusal::Refusal::from)?;
    services::protected_time::write(&ctx, &says).await?;
    crate::answer::notice("Saved in your protected time");
    Ok(())
}

#[server(endpoint = "take_time_entry_back")]
pub async fn take_time_entry_back(id: TimeEntryId) -> Result<(), AppError> {
    services::protected_time::take_back(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("The entry is taken back and no longer counts");
    Ok(())
}

/// With `beyond`, only those who are beyond their protected time.
#[server(endpoint = "educators")]
pub async fn educators(words: String, beyond: bool, page: usize) -> Result<Found, AppError> {
    let ask = services::protected_time::EducatorsAsk { words, beyond, page };
    Ok(services::protected_time::educators(&crate::visit::ctx()?, &ask).await?)
}

#[server(endpoint = "educator_time")]
pub async fn educator_time(
    person: PersonId,
    year: String,
    page: usize,
) -> Result<OfPerson, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(services::protected_time::of_person(&ctx, person, &year, page).await?)
}
