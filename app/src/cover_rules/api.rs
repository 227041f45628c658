//! Server functions: read cover rules; add, change, end, take back and remove one.

use crate::error::AppError;
use domain::coverage::cover::forms::{CoverAsksFields, CoverRuleFields};
use domain::coverage::cover::views::{CoverRuleForm, CoverRules};
use domain::ids::CoverRuleId;
use leptos::prelude::*;

#[server(endpoint = "list_cover_rules")]
pub async fn list_cover_rules(page: usize) -> Result<CoverRules, AppError> {
    Ok(services::cover_rules::list(&crate::visit::ctx()?, page).await?)
}

/// `team` and `item` stand in the form from the start, where a link has named them.
#[server(endpoint = "offer_cover_rule")]
pub async fn offer_cover_rule(team: String, item: String) -> Result<CoverRuleForm, AppError> {
    Ok(services::cover_rules::new_form(&crate::visit::ctx()?, &team, &item).await?)
}

#[server(endpoint = "cover_rule_to_change")]
pub async fn cover_rule_to_change(id: CoverRuleId) -> Result<CoverRuleForm, AppError> {
    Ok(services::cover_rules::change_form(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "add_cover_rule")]
pub async fn add_cover_rule(
    #[server(flatten)] about: CoverRuleFields,
    #[server(flatten)] asks: CoverAsksFields,
) -> Result<(), AppError> {
    use domain::coverage::cover::forms;
    let says = forms::AddCoverRule::parse(&about, &asks);
    let says = says.map_err(domain::refusal::Refusal::from)?;
    services::cover_rules::add(&crate::visit::ctx()?, &says).await?;
    crate::answer::notice("Added the cover rule");
    crate::answer::go_to(super::RULES);
    Ok(())
}

#[server(endpoint = "change_cover_rule")]
pub async fn change_cover_rule(
    id: CoverRuleId,
    #[server(flatten)] asks: CoverAsksFields,
    shown: String,
) -> Result<(), AppError> {
    use domain::coverage::cover::forms::CoverAsks;
    let says = CoverAsks::parse(&asks).map_err(domain::refusal::Refusal::from)?;
    services::cover_rules::change(&crate::visit::ctx()?, id, &says, &shown).await?;
    crate::answer::notice("Saved the change");
    crate::answer::go_to(super::RULES);
    Ok(())
}

#[server(endpoint = "end_cover_rule")]
pub async fn end_cover_rule(
    id: CoverRuleId,
    last_day: String,
    shown: String,
) -> Result<(), AppError> {
    let ended = services::cover_rules::end(&crate::visit::ctx()?, id, &last_day, &shown).await?;
    crate::answer::notice(ended.told());
    crate::answer::go_to(super::RULES);
    Ok(())
}

/// `sure` is `yes` where the box is ticked.
#[server(endpoint = "undo_cover_rule")]
pub async fn undo_cover_rule(id: CoverRuleId, sure: String, shown: String) -> Result<(), AppError> {
    let is_sure = domain::coverage::cover::forms::is_sure(&sure);
    is_sure.map_err(domain::refusal::Refusal::from)?;
    services::cover_rules::undo(&crate::visit::ctx()?, id, &shown).await?;
    crate::answer::notice("Took the rule back: it never applied");
    crate::answer::go_to(super::RULES);
    Ok(())
}

#[server(endpoint = "remove_cover_rule")]
pub async fn remove_cover_rule(id: CoverRuleId) -> Result<(), AppError> {
    services::cover_rules::remove(&crate::visit::ctx()?, id).await?;
    crate::answer::notice("Removed what was planned");
    crate::answer::go_to(super::RULES);
    Ok(())
}
