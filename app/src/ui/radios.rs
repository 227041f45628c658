//! One answer from a few, each with its own explanation.

use super::choice::Choice;
use super::field::Field;
use super::field_group::Fieldset;
use leptos::prelude::*;

#[component]
pub fn Radios(field: Field, choices: Vec<Choice>) -> impl IntoView {
    let field = field.placed();
    let items = choices.into_iter().enumerate().map({
        let field = field.clone();
        move |(index, choice)| {
            // The first bears the field's own id, where the error summary's link leads.
            let id = if index == 0 { field.id.clone() } else { format!("{}-{index}", field.id) };
            let checked = field.holds(&choice.value);
            view! { <Radio id name=field.name.clone() choice checked /> }
        }
    });
    view! {
        <Fieldset field=field.clone()>
            // No answer is an empty answer: without this, a form sends nothing at all for it.
            <input type="hidden" name=field.name.clone() value="" />
            <div class="nhsuk-radios">{items.collect_view()}</div>
        </Fieldset>
    }
}

#[component]
fn Radio(id: String, name: String, choice: Choice, checked: bool) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                id=id.clone()
                name=name
                type="radio"
                value=choice.value
                checked=checked
                aria-describedby=choice.hint.as_ref().map(|_| hint_id.clone())
            />
            <label class="nhsuk-label nhsuk-radios__label" for=id>
                {choice.label}
            </label>
            {choice.hint.map(|hint| view! {
                <div class="nhsuk-hint nhsuk-radios__hint" id=hint_id>{hint}</div>
            })}
        </div>
    }
}
