//! Any number of answers from a few.

use super::choice::Choice;
use super::field::Field;
use super::field_group::Fieldset;
use leptos::prelude::*;

/// A field whose name ends in `[]` is a list (an argument with `#[server(default)]`, as none may be ticked);
/// any other is a single box, whose value is empty when it is not ticked.
#[component]
pub fn Checkboxes(field: Field, choices: Vec<Choice>) -> impl IntoView {
    let field = field.placed();
    let single = !field.name.ends_with("[]");
    let items = choices.into_iter().enumerate().map({
        let field = field.clone();
        move |(index, choice)| {
            let id = if index == 0 { field.id.clone() } else { format!("{}-{index}", field.id) };
            let checked = field.holds(&choice.value);
            view! { <Checkbox id name=field.name.clone() choice checked /> }
        }
    });
    view! {
        <Fieldset field=field.clone()>
            {single.then(|| view! {
                <input type="hidden" name=field.name.clone() value="" />
            })}
            <div class="nhsuk-checkboxes">{items.collect_view()}</div>
        </Fieldset>
    }
}

#[component]
fn Checkbox(id: String, name: String, choice: Choice, checked: bool) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="nhsuk-checkboxes__item">
            <input
                class="nhsuk-checkboxes__input"
                id=id.clone()
                name=name
                type="checkbox"
                value=choice.value
                checked=checked
                aria-describedby=choice.hint.as_ref().map(|_| hint_id.clone())
            />
            <label class="nhsuk-label nhsuk-checkboxes__label" for=id>
                {choice.label}
            </label>
            {choice.hint.map(|hint| view! {
                <div class="nhsuk-hint nhsuk-checkboxes__hint" id=hint_id>{hint}</div>
            })}
        </div>
    }
}
