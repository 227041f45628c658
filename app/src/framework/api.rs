//! Server functions: the competency set, for reading; and the set that ships, to be put in place.

use crate::error::AppError;
use domain::frameworks::views::{DomainDetail, Overview};
use leptos::prelude::*;

#[server(endpoint = "framework")]
pub async fn framework() -> Result<Overview, AppError> {
    Ok(services::frameworks::overview(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "framework_domain")]
pub async fn framework_domain(code: String) -> Result<DomainDetail, AppError> {
    Ok(services::frameworks::domain(&crate::visit::ctx()?, &code).await?)
}

#[server(endpoint = "load_set")]
pub async fn load_set() -> Result<(), AppError> {
    let watch = services::imports::Watch::default();
    services::reference::load(&crate::visit::ctx()?, &watch).await?;
    crate::answer::notice("The Tower Hamlets competency set is in place");
    Ok(())
}
