//! Server functions: what waits to be decided, whose texts there are, one text; to propose, and to decide.

use crate::error::AppError;
use domain::ids::{PersonId, RedactionId};
use domain::redactions::TextKind;
use domain::redactions::views::{OpenText, PersonTexts, Redactions};
use leptos::prelude::*;

#[server(endpoint = "what_to_redact")]
pub async fn what_to_redact(search: String, page: usize) -> Result<Redactions, AppError> {
    Ok(services::redactions::redactions(&crate::visit::ctx()?, &search, page).await?)
}

#[server(endpoint = "texts_of")]
pub async fn texts_of(person: PersonId, page: usize) -> Result<PersonTexts, AppError> {
    Ok(services::redactions::of_person(&crate::visit::ctx()?, person, page).await?)
}

#[server(endpoint = "redaction_text")]
pub async fn redaction_text(kind: TextKind, row: String) -> Result<OpenText, AppError> {
    Ok(services::redactions::open(&crate::visit::ctx()?, kind, &row).await?)
}

#[server(endpoint = "propose_redaction")]
pub async fn propose_redaction(
    kind: TextKind,
    row: String,
    reason: String,
) -> Result<(), AppError> {
    services::redactions::propose(&crate::visit::ctx()?, kind, &row, &reason).await?;
    crate::answer::notice("You proposed this. Somebody else in information governance must decide");
    Ok(())
}

/// `agreed` is `yes` or `no`.
#[server(endpoint = "decide_redaction")]
pub async fn decide_redaction(redaction: RedactionId, agreed: String) -> Result<(), AppError> {
    let agreed = agreed == "yes";
    services::redactions::decide(&crate::visit::ctx()?, redaction, agreed).await?;
    crate::answer::go_to("/redactions");
    crate::answer::notice(match agreed {
        true => "The text was redacted",
        false => "You declined the redaction. The text stays as it is",
    });
    Ok(())
}
