//! Server functions: time is promised to somebody, changed, ended, removed.

use crate::error::AppError;
use domain::ids::{AllocationId, PersonId};
use domain::protected_time::forms::TimeFields;
use domain::protected_time::views::AllocationForm;
use leptos::prelude::*;

#[server(endpoint = "give_time")]
pub async fn give_time(
    person: PersonId,
    #[server(flatten)] typed: TimeFields,
) -> Result<(), AppError> {
    use domain::protected_time::forms::GiveTime;
    let says = GiveTime::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    services::protected_time::give(&crate::visit::ctx()?, person, &says).await?;
    crate::answer::notice("Saved the protected time");
    Ok(())
}

#[server(endpoint = "time_to_change")]
pub async fn time_to_change(
    person: PersonId,
    id: AllocationId,
) -> Result<AllocationForm, AppError> {
    Ok(services::protected_time::form(&crate::visit::ctx()?, person, id).await?)
}

#[server(endpoint = "change_time")]
pub async fn change_time(
    person: PersonId,
    id: AllocationId,
    #[server(flatten)] typed: TimeFields,
) -> Result<(), AppError> {
    use domain::protected_time::forms::GiveTime;
    let says = GiveTime::parse(&typed).map_err(domain::refusal::Refusal::from)?;
    services::protected_time::change(&crate::visit::ctx()?, person, id, &says).await?;
    crate::answer::notice("Saved the change");
    crate::answer::go_to(&super::page_of(person));
    Ok(())
}

#[server(endpoint = "end_time")]
pub async fn end_time(
    person: PersonId,
    id: AllocationId,
    last_day: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let ended = services::protected_time::end(&ctx, person, id, &last_day).await?;
    crate::answer::notice(ended.told());
    crate::answer::go_to(&super::page_of(person));
    Ok(())
}

#[server(endpoint = "remove_time")]
pub async fn remove_time(person: PersonId, id: AllocationId) -> Result<(), AppError> {
    services::protected_time::remove(&crate::visit::ctx()?, person, id).await?;
    crate::answer::notice("Removed what was planned");
    crate::answer::go_to(&super::page_of(person));
    Ok(())
}
