//! Server functions: read my record; assess myself, ask, withdraw, claim.

use crate::error::AppError;
use domain::judgements::starting::{Sitting, Start};
use domain::judgements::views::{Record, RecordDetail};
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "my_record")]
pub async fn my_record() -> Result<Record, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(services::judgements::record(&ctx, None, ctx.today).await?)
}

#[server(endpoint = "my_competency")]
pub async fn my_competency(code: String) -> Result<RecordDetail, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(services::judgements::competency(&ctx, None, &code).await?)
}

/// The next competency to assess, after the one with this code; from the beginning where it is empty.
#[server(endpoint = "my_start")]
pub async fn my_start(after: String) -> Result<Start, AppError> {
    let ctx = crate::visit::ctx()?;
    let after = Some(after.as_str()).filter(|code| !code.is_empty());
    Ok(services::judgements::start(&ctx, after).await?)
}

#[server(endpoint = "my_domain")]
pub async fn my_domain(code: String) -> Result<Sitting, AppError> {
    let ctx = crate::visit::ctx()?;
    Ok(services::judgements::sitting(&ctx, &code).await?)
}

#[server(endpoint = "self_assess")]
pub async fn self_assess(
    code: String,
    level: String,
    reflection: String,
    confidence: String,
) -> Result<(), AppError> {
    use domain::judgements::forms::SelfAssess;
    let assessed = SelfAssess::parse(&level, &reflection, &confidence);
    let assessed = assessed.map_err(domain::refusal::Refusal::from)?;
    let sentence = format!("Saved your own level: {}", assessed.level);
    services::judgements::self_assess(&crate::visit::ctx()?, &code, assessed).await?;
    crate::answer::notice(sentence);
    Ok(())
}

/// As [`self_assess`], in *Start here*: then on to `next`, the address of what comes after it.
#[server(endpoint = "assess_and_go_on")]
pub async fn assess_and_go_on(code: String, level: String, next: String) -> Result<(), AppError> {
    use domain::judgements::forms::SelfAssess;
    let assessed = SelfAssess::parse(&level, "", "").map_err(domain::refusal::Refusal::from)?;
    services::judgements::self_assess(&crate::visit::ctx()?, &code, assessed).await?;
    crate::answer::go_to(&next);
    Ok(())
}

/// `level` is by competency code; those left empty stay as they are.
#[server(endpoint = "assess_domain")]
pub async fn assess_domain(level: BTreeMap<String, String>) -> Result<(), AppError> {
    let levels: Vec<_> = level.into_iter().collect();
    let ctx = crate::visit::ctx()?;
    let saved = services::judgements::self_assess_domain(&ctx, &levels).await?;
    crate::answer::notice(match saved {
        0 => "Nothing changed: these are the levels you had saved".to_owned(),
        1 => "Saved 1 level".to_owned(),
        saved => format!("Saved {saved} levels"),
    });
    Ok(())
}

#[server(endpoint = "ask_for_confirmation")]
pub async fn ask_for_confirmation(
    code: String,
    level: String,
    evidence: String,
    note: String,
    of: String,
    attach_reflection: String,
) -> Result<(), AppError> {
    use domain::judgements::forms::AskForConfirmation;
    let attach = !attach_reflection.is_empty();
    let asked = AskForConfirmation::parse(&level, &evidence, &note, attach);
    let asked = asked.map_err(domain::refusal::Refusal::from)?;
    services::judgements::ask(&crate::visit::ctx()?, &code, asked, &of).await?;
    crate::answer::notice("Your request was sent");
    Ok(())
}

#[server(endpoint = "withdraw_request")]
pub async fn withdraw_request(code: String) -> Result<(), AppError> {
    services::judgements::withdraw(&crate::visit::ctx()?, &code).await?;
    crate::answer::notice("You withdrew your request");
    Ok(())
}

#[server(endpoint = "claim_exemption")]
pub async fn claim_exemption(code: String, reason: String) -> Result<(), AppError> {
    services::judgements::claim(&crate::visit::ctx()?, &code, &reason).await?;
    crate::answer::notice("Your claim was sent to your manager");
    Ok(())
}
