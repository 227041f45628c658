//! The page to change, end or take back one row of a team's mental health input.

use super::api::{ChangeInput, EndInput, RemoveInput, read_input};
use super::fields::InputFieldset;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Form, InsetText, LastDay, Page};
use domain::changing::When;
use domain::ids::MentalHealthInputId;
use domain::inputs::views::{InputForm, InputNow};
use leptos::prelude::*;

#[component]
pub fn ChangeInputPage() -> impl IntoView {
    let (team, id) = (address::path_part("code"), address::id_part::<MentalHealthInputId>("id"));
    load(async move { read_input(team, id?).await }, |form| view! { <Change form /> })
}

#[component]
fn Change(form: InputForm) -> impl IntoView {
    let team = form.team.clone();
    let now = form.row.clone();
    view! {
        <Page title="Change mental health input" trail=super::trail(&team)>
            <p class="nhsuk-lede-text">{team.title.clone()}</p>
            {now.map(|now| view! { <Ways form now team=team.code /> })}
        </Page>
    }
}

#[component]
fn Ways(form: InputForm, now: InputNow, team: String) -> impl IntoView {
    let id = now.id.to_string();
    let stands = format!("{}. {}.", now.line.words(), now.line.held.words());
    let what_happens = if now.begun {
        "It ends the day before the change, and what you enter here follows. What was so stays on record."
    } else {
        "It has not begun before today, so it is put right as it stands."
    };
    let ahead = now.line.when == When::Ahead;
    view! {
        <InsetText>
            <p>{stands}</p>
            <p>{what_happens}</p>
        </InsetText>
        <Save form team=team.clone() id=id.clone() />
        <End now team=team.clone() />
        {ahead.then(|| view! { <Remove team id /> })}
    }
}

#[component]
fn Save(form: InputForm, team: String, id: String) -> impl IntoView {
    view! {
        <Form<ChangeInput>>
            <Row team id />
            <InputFieldset form />
            <Button text="Save the change" />
        </Form<ChangeInput>>
    }
}

#[component]
fn Remove(team: String, id: String) -> impl IntoView {
    view! {
        <h2>"It will not happen"</h2>
        <Form<RemoveInput>>
            <Row team id />
            <Button text="Remove what was planned" kind=ButtonKind::Warning />
        </Form<RemoveInput>>
    }
}

#[component]
fn End(now: InputNow, team: String) -> impl IntoView {
    view! {
        <h2>"It ends"</h2>
        <Form<EndInput>>
            <Row team id=now.id.to_string() />
            <LastDay held=now.line.held />
            <Button text="Save the last day" kind=ButtonKind::Secondary />
        </Form<EndInput>>
    }
}

/// Which row a form is about.
#[component]
fn Row(team: String, id: String) -> impl IntoView {
    view! {
        <input type="hidden" name="team" value=team />
        <input type="hidden" name="id" value=id />
    }
}
