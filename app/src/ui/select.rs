//! One answer from a long list; for a short one, radio buttons are easier.

use super::choice::Choice;
use super::field::Field;
use super::field_group::FieldGroup;
use leptos::prelude::*;

#[component]
pub fn Select(
    field: Field,
    choices: Vec<Choice>,
    /// The first entry, which stands for no answer: `Choose a team`, `All teams`. Without it one is always chosen.
    #[prop(optional, into)]
    none: Option<String>,
) -> impl IntoView {
    let field = field.placed();
    let chosen = field.value();
    let options = choices.into_iter().map(move |choice| {
        let selected = choice.value == chosen;
        view! {
            <option value=choice.value selected=selected>{choice.label}</option>
        }
    });
    view! {
        <FieldGroup field=field.clone()>
            <select
                class=field.class("nhsuk-select")
                id=field.id.clone()
                name=field.name.clone()
                aria-describedby=field.described_by()
            >
                {none.map(|none| view! { <option value="">{none}</option> })}
                {options.collect_view()}
            </select>
        </FieldGroup>
    }
}
