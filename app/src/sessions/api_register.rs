//! Server functions: the register of a session, taken, closed and opened again.

use crate::error::AppError;
use domain::ids::SessionId;
use domain::sessions::register::WalkInFields;
use domain::sessions::register::views::RegisterPage;
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "session_register")]
pub async fn session_register(id: SessionId) -> Result<RegisterPage, AppError> {
    Ok(services::sessions::register(&crate::visit::ctx()?, id).await?)
}

/// `came` is what was chosen and `was` what the page showed, by the key of each attendee; `service_users` and `service_users_were`
/// likewise.
#[server(endpoint = "take_register")]
pub async fn take_register(
    id: SessionId,
    #[server(default)] came: BTreeMap<String, String>,
    #[server(default)] was: BTreeMap<String, String>,
    service_users: String,
    #[server(default)] service_users_were: String,
) -> Result<(), AppError> {
    use domain::sessions::register::RegisterFields;
    let (service_users, service_users_were) = (&*service_users, &*service_users_were);
    let fields = RegisterFields { came: &came, was: &was, service_users, service_users_were };
    let says = domain::sessions::register::TakeRegister::parse(fields, false);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::sessions::take_register(&crate::visit::ctx()?, id, &says).await?;
    crate::answer::notice("Saved the register");
    Ok(())
}

/// As [`take_register`]; and everybody of whom nothing is said arrived.
#[server(endpoint = "everyone_arrived")]
pub async fn everyone_arrived(
    id: SessionId,
    #[server(default)] came: BTreeMap<String, String>,
    #[server(default)] was: BTreeMap<String, String>,
    service_users: String,
    #[server(default)] service_users_were: String,
) -> Result<(), AppError> {
    use domain::sessions::register::RegisterFields;
    let (service_users, service_users_were) = (&*service_users, &*service_users_were);
    let fields = RegisterFields { came: &came, was: &was, service_users, service_users_were };
    let says = domain::sessions::register::TakeRegister::parse(fields, true);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    let said = services::sessions::take_register(&crate::visit::ctx()?, id, &says).await?;
    let said = domain::figures::counted(said, "person", "people");
    crate::answer::notice(format!("Saved the register for {said}"));
    Ok(())
}

/// `colleague` is a work email or an employee number; or else the other three say who the guest is.
#[server(endpoint = "add_walk_in")]
pub async fn add_walk_in(
    id: SessionId,
    #[server(flatten)] typed: WalkInFields,
) -> Result<(), AppError> {
    let says = domain::sessions::register::WalkIn::parse(&typed);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::sessions::add_walk_in(&crate::visit::ctx()?, id, &says).await?;
    crate::answer::notice("Added to the register: they arrived");
    Ok(())
}

#[server(endpoint = "close_register")]
pub async fn close_register(id: SessionId) -> Result<(), AppError> {
    services::sessions::close_register(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Closed the register");
    Ok(())
}

#[server(endpoint = "reopen_register")]
pub async fn reopen_register(id: SessionId, reason: String) -> Result<(), AppError> {
    use domain::fields::{FieldErrors, choice};
    let why = choice(&reason, "why the register is opened again");
    let why = why.map_err(|message| FieldErrors::one("reason", message));
    let why = why.map_err(domain::refusal::Refusal::from)?;
    services::sessions::reopen_register(&crate::visit::ctx()?, id, why).await?;
    crate::answer::notice("Opened the register again. Your reason stands beside each change");
    Ok(())
}
