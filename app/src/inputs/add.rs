//! The page to add to a team's mental health input.

use super::api::{AddInput, offer_input};
use super::fields::InputFieldset;
use super::page_of;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Form, Page};
use domain::inputs::views::InputForm;
use leptos::prelude::*;

#[component]
pub fn AddInputPage() -> impl IntoView {
    load(offer_input(address::path_part("code")), |form| view! { <Add form /> })
}

#[component]
fn Add(form: InputForm) -> impl IntoView {
    let team = form.team.clone();
    let trail = super::trail(&team);
    let back = page_of(&team.code);
    view! {
        <Page title="Add mental health input" trail>
            <p class="nhsuk-lede-text">{team.title}</p>
            <Form<AddInput>>
                <input type="hidden" name="team" value=team.code.clone() />
                <InputFieldset form />
                <Button text="Add this input" />
            </Form<AddInput>>
            <p>
                <a href=back>"Cancel"</a>
            </p>
        </Page>
    }
}
