//! Server functions: whom a lead may recognise, and the recognition itself.

use crate::error::AppError;
use domain::judgements::recognising::Recognition;
use leptos::prelude::*;

#[server(endpoint = "whom_to_recognise")]
pub async fn whom_to_recognise(role: String, domain: String) -> Result<Recognition, AppError> {
    Ok(services::judgements::recognition(&crate::visit::ctx()?, &role, &domain).await?)
}

/// `everyone` is `yes` for all of those `shown` who lack something; else `people` are those chosen.
#[server(endpoint = "recognise")]
pub async fn recognise(
    role: String,
    domain: String,
    #[server(default)] everyone: String,
    #[server(default)] shown: String,
    #[server(default)] people: Vec<String>,
    reason: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let people = match everyone.as_str() {
        "yes" => {
            let shown = domain::fields::each_of_field(&shown);
            services::judgements::everyone_to_recognise(&ctx, &role, &domain, &shown).await?
        }
        _ => people,
    };
    let typed =
        services::judgements::Recognise { role_code: role, people, domain_code: domain, reason };
    let outcome = services::judgements::recognise(&ctx, &typed).await?;
    crate::answer::notice(outcome.sentence());
    Ok(())
}
