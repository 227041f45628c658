//! Server functions: read named groups; add, rename and end one; add, put right, end and take back a member.

use crate::error::AppError;
use domain::coverage::named_groups::forms::NamedGroupFields;
use domain::coverage::named_groups::views::{
    GroupMemberKept, NamedGroupForm, NamedGroupKept, NamedGroups,
};
use domain::ids::{GroupMemberId, NamedGroupId};
use leptos::prelude::*;

#[server(endpoint = "list_named_groups")]
pub async fn list_named_groups(page: usize) -> Result<NamedGroups, AppError> {
    Ok(services::named_groups::list(&crate::visit::ctx()?, page).await?)
}

/// `of` is what the group is made of; empty until it is chosen.
#[server(endpoint = "offer_named_group")]
pub async fn offer_named_group(of: String) -> Result<NamedGroupForm, AppError> {
    Ok(services::named_groups::new_form(&crate::visit::ctx()?, &of).await?)
}

#[server(endpoint = "named_group_to_change")]
pub async fn named_group_to_change(id: NamedGroupId) -> Result<NamedGroupKept, AppError> {
    Ok(services::named_groups::kept_group(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "group_member_to_change")]
pub async fn group_member_to_change(id: GroupMemberId) -> Result<GroupMemberKept, AppError> {
    Ok(services::named_groups::kept_member(&crate::visit::ctx()?, id).await?)
}

#[server(endpoint = "add_named_group")]
pub async fn add_named_group(#[server(flatten)] group: NamedGroupFields) -> Result<(), AppError> {
    use domain::coverage::named_groups::forms;
    let says = forms::AddNamedGroup::parse(&group).map_err(domain::refusal::Refusal::from)?;
    let id = services::named_groups::add(&crate::visit::ctx()?, &says).await?;
    crate::answer::notice("Added the named group. Add its other members here");
    crate::answer::go_to(&super::kept_at(id));
    Ok(())
}

#[server(endpoint = "rename_named_group")]
pub async fn rename_named_group(id: NamedGroupId, name: String) -> Result<(), AppError> {
    use domain::coverage::named_groups::forms::renamed;
    let name = renamed(&name).map_err(domain::refusal::Refusal::from)?;
    services::named_groups::rename(&crate::visit::ctx()?, id, &name).await?;
    crate::answer::notice("Saved the name");
    crate::answer::go_to(&super::kept_at(id));
    Ok(())
}

#[server(endpoint = "add_group_member")]
pub async fn add_group_member(
    id: NamedGroupId,
    unit: String,
    starts_on: String,
) -> Result<(), AppError> {
    use domain::coverage::named_groups::forms::AddMember;
    let says = AddMember::parse(&unit, &starts_on).map_err(domain::refusal::Refusal::from)?;
    services::named_groups::add_member(&crate::visit::ctx()?, id, &says).await?;
    crate::answer::notice("Added the member");
    crate::answer::go_to(&super::kept_at(id));
    Ok(())
}

/// `was` is how the membership stood on the page.
#[server(endpoint = "correct_group_member")]
pub async fn correct_group_member(
    id: GroupMemberId,
    starts_on: String,
    was: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let group = services::named_groups::correct_member(&ctx, id, &starts_on, &was).await?;
    crate::answer::notice("Saved the first day");
    crate::answer::go_to(&super::kept_at(group));
    Ok(())
}

/// `was` is how the membership stood on the page.
#[server(endpoint = "end_group_member")]
pub async fn end_group_member(
    id: GroupMemberId,
    last_day: String,
    was: String,
) -> Result<(), AppError> {
    let ctx = crate::visit::ctx()?;
    let (group, ended) = services::named_groups::end_member(&ctx, id, &last_day, &was).await?;
    crate::answer::notice(ended.told());
    crate::answer::go_to(&super::kept_at(group));
    Ok(())
}

/// `sure` is `yes` where the box is ticked.
#[server(endpoint = "take_back_group_member")]
pub async fn take_back_group_member(
    id: GroupMemberId,
    sure: String,
    was: String,
) -> Result<(), AppError> {
    use domain::coverage::named_groups::forms::is_sure;
    is_sure(&sure).map_err(domain::refusal::Refusal::from)?;
    let group = services::named_groups::take_back(&crate::visit::ctx()?, id, &was).await?;
    crate::answer::notice("Took the member back: it never counted");
    crate::answer::go_to(&super::kept_at(group));
    Ok(())
}

#[server(endpoint = "end_named_group")]
pub async fn end_named_group(id: NamedGroupId, last_day: String) -> Result<(), AppError> {
    let ended = services::named_groups::end(&crate::visit::ctx()?, id, &last_day).await?;
    crate::answer::notice(ended.told());
    crate::answer::go_to(super::GROUPS);
    Ok(())
}
