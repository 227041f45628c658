//! Server functions: read my record; assess myself, ask, withdraw, claim.

use crate::error::AppError;
use domain::evidence::views::Revalidation;
use domain::judgements::starting::{Sitting, Start};
use domain::judgements::views::{Ahead, OwnRecord, RecordDetail};
use leptos::prelude::*;
use std::collections::BTreeMap;

#[server(endpoint = "my_record")]
pub async fn my_record() -> Result<OwnRecord, AppError> {
    Ok(services::judgements::own_record(&crate::visit::ctx()?).await?)
}

#[server(endpoint = "my_next_steps")]
pub async fn my_next_steps() -> Result<Ahead, AppError> {
    Ok(services::judgements::ahead(&crate::visit::ctx()?).await?)
}

/// The periods end on `last`; on today where it is no day.
#[server(endpoint = "my_revalidation")]
pub async fn my_revalidation(last: String) -> Result<Revalidation, AppError> {
    let ctx = crate::visit::ctx()?;
    let last = last.parse().unwrap_or(ctx.today);
    Ok(services::evidence::revalidation(&ctx, last).await?)
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
pub async fn assess_domain(
    domain: String,
    level: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let levels: Vec<_> = level.into_iter().collect();
    let ctx = crate::visit::ctx()?;
    let saved = services::judgements::self_assess_domain(&ctx, &domain, &levels).await?;
    crate::answer::notice(match saved {
        0 => "Nothing changed: these are the levels you had saved".to_owned(),
        1 => "Saved 1 level".to_owned(),
        saved => format!("Saved {saved} levels"),
    });
    Ok(())
}

/// The form of [`assess_domain`] by its second button: what is chosen is kept, and nobody else sees it.
#[server(endpoint = "keep_domain")]
pub async fn keep_domain(domain: String, level: BTreeMap<String, String>) -> Result<(), AppError> {
    let levels: Vec<_> = level.into_iter().collect();
    let ctx = crate::visit::ctx()?;
    let kept = services::judgements::keep_sitting(&ctx, &domain, &levels).await?;
    let levels = if kept == 1 { "level is" } else { "levels are" };
    crate::answer::notice(format!("{kept} {levels} kept for you, and not saved yet"));
    crate::answer::go_to("/my/competencies");
    Ok(())
}

#[server(endpoint = "ask_for_confirmation")]
pub async fn ask_for_confirmation(
    code: String,
    level: String,
    #[server(default)] items: Vec<String>,
    evidence: String,
    note: String,
    of: String,
    attach_reflection: String,
) -> Result<(), AppError> {
    use domain::judgements::forms::{AskFields, AskForConfirmation};
    let (level, items, evidence, note) = (&level, &items, &evidence, &note);
    let attach_reflection = !attach_reflection.is_empty();
    let asked =
        AskForConfirmation::parse(&AskFields { level, items, evidence, note, attach_reflection });
    let asked = asked.map_err(domain::refusal::Refusal::from)?;
    let sent = services::judgements::ask(&crate::visit::ctx()?, &code, asked, &of).await?;
    crate::answer::notice(sent.to_string());
    Ok(())
}

/// The form of [`ask_for_confirmation`] by its second button: what was typed is kept, and a piece of evidence added first.
#[server(endpoint = "add_evidence_first")]
pub async fn add_evidence_first(
    code: String,
    level: String,
    #[server(default)] items: Vec<String>,
    evidence: String,
    note: String,
    of: String,
    attach_reflection: String,
) -> Result<(), AppError> {
    let typed = [("level", level), ("evidence", evidence), ("note", note), ("of", of)];
    let typed = typed.into_iter().chain([("attach_reflection", attach_reflection)]);
    let typed = typed.chain(items.into_iter().map(|item| ("items[]", item)));
    let answers: Vec<_> = typed.map(|(name, value)| (name.to_owned(), value)).collect();
    services::judgements::begin_to_ask(&crate::visit::ctx()?, &code, &answers).await?;
    crate::answer::go_to(&format!("/my/evidence/add?ask={}", crate::address::segment(&code)));
    Ok(())
}

#[server(endpoint = "resend_request")]
pub async fn resend_request(code: String) -> Result<(), AppError> {
    services::judgements::resend(&crate::visit::ctx()?, &code).await?;
    crate::answer::notice("Your request was sent again");
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
