//! Server functions: my records from earlier employers, those that wait, one of them; accepting, declining and removing it.

use crate::error::AppError;
use domain::brought::views::{BroughtLine, BroughtRecord, WaitingRecord};
use domain::ids::BroughtRecordId;
use domain::paging::Paged;
use leptos::prelude::*;

#[server(endpoint = "my_brought_records")]
pub async fn my_brought_records() -> Result<Vec<BroughtLine>, AppError> {
    Ok(services::brought::own(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "waiting_records")]
pub async fn waiting_records(page: usize) -> Result<Paged<WaitingRecord>, AppError> {
    Ok(services::brought::waiting(&crate::visit::ctx()?, page).await?)
}

#[server(endpoint = "read_brought_record")]
pub async fn read_brought_record(id: BroughtRecordId) -> Result<BroughtRecord, AppError> {
    Ok(services::brought::record(&crate::visit::ctx()?, id).await?)
}

/// `same` is `yes` where a name or number that differs is said to be the same person's.
#[server(endpoint = "accept_record")]
pub async fn accept_record(
    id: BroughtRecordId,
    #[server(default)] same: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let accepted = services::brought::accept(&ctx, id, same.trim() == "yes").await?;
    crate::answer::notice(accepted.words());
    crate::answer::go_to("/confirm/records");
    Ok(())
}

#[server(endpoint = "decline_record")]
pub async fn decline_record(id: BroughtRecordId, reason: String) -> Result<(), AppError> {
    use domain::brought::DeclineReason;
    let reason = DeclineReason::parse(&reason).map_err(domain::refusal::Refusal::from)?;
    services::brought::decline(&crate::visit::ctx()?, id, reason).await?;
    crate::answer::notice("Declined: its owner sees by whom and why, and it waits no longer");
    crate::answer::go_to("/confirm/records");
    Ok(())
}

#[server(endpoint = "remove_record")]
pub async fn remove_record(id: BroughtRecordId) -> Result<(), AppError> {
    services::brought::remove(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Removed the record, and what it says from your evidence");
    Ok(())
}
