//! Server functions: read a team's mental health input; add, change, end and remove a row.

use crate::error::AppError;
use domain::ids::MentalHealthInputId;
use domain::inputs::forms::InputFields;
use domain::inputs::views::{InputForm, InputOverTime};
use leptos::prelude::*;

#[server(endpoint = "team_input")]
pub async fn team_input(team: String) -> Result<InputOverTime, AppError> {
    Ok(services::inputs::team_input(&crate::visit::ctx()?, &team).await?)
}

#[server(endpoint = "offer_input")]
pub async fn offer_input(team: String) -> Result<InputForm, AppError> {
    Ok(services::inputs::new_form(&crate::visit::ctx()?, &team).await?)
}

#[server(endpoint = "read_input")]
pub async fn read_input(team: String, id: MentalHealthInputId) -> Result<InputForm, AppError> {
    Ok(services::inputs::change_form(&crate::visit::ctx()?, &team, id).await?)
}

#[server(endpoint = "add_input")]
pub async fn add_input(
    team: String,
    #[server(flatten)] input: InputFields,
) -> Result<(), AppError> {
    use domain::inputs::forms::KeepInput;
    let kept = KeepInput::parse(&input).map_err(domain::refusal::Refusal::from)?;
    services::inputs::add(&crate::visit::ctx()?, &team, &kept).await?;
    crate::answer::notice("Added to the team’s mental health input");
    crate::answer::go_to(&super::page_of(&team));
    Ok(())
}

#[server(endpoint = "change_input")]
pub async fn change_input(
    team: String,
    id: MentalHealthInputId,
    #[server(flatten)] input: InputFields,
) -> Result<(), AppError> {
    use domain::inputs::forms::KeepInput;
    let kept = KeepInput::parse(&input).map_err(domain::refusal::Refusal::from)?;
    services::inputs::change(&crate::visit::ctx()?, &team, id, &kept).await?;
    crate::answer::notice("Saved the change");
    crate::answer::go_to(&super::page_of(&team));
    Ok(())
}

#[server(endpoint = "end_input")]
pub async fn end_input(
    team: String,
    id: MentalHealthInputId,
    last_day: String,
) -> Result<(), AppError> {
    let ended = services::inputs::end(&crate::visit::ctx()?, &team, id, &last_day).await?;
    crate::answer::notice(ended.told());
    crate::answer::go_to(&super::page_of(&team));
    Ok(())
}

#[server(endpoint = "remove_input")]
pub async fn remove_input(team: String, id: MentalHealthInputId) -> Result<(), AppError> {
    services::inputs::remove(&crate::visit::ctx()?, &team, id).await?;
    crate::answer::notice("Removed what was planned");
    crate::answer::go_to(&super::page_of(&team));
    Ok(())
}
