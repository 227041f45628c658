//! Several lines of text, with how many characters it takes.

use super::character_count::CharacterCount;
use super::escaped::escaped;
use super::field::Field;
use super::field_group::FieldGroup;
use leptos::prelude::*;

#[component]
pub fn Textarea(
    field: Field,
    /// The most characters the rule behind the form takes.
    #[prop(optional)]
    most: Option<usize>,
    #[prop(default = 5)] rows: u8,
) -> impl IntoView {
    let field = field.placed();
    let limit_id = format!("{}-limit", field.id);
    let described_by: Vec<_> =
        most.map(|_| limit_id.clone()).into_iter().chain(field.described_by()).collect();
    // A browser drops the first line end in a textarea; without one, an empty text would be shown as a space.
    let text = format!("\n{}", escaped(&field.value()));
    let area = view! {
        <textarea
            class=field.class("nhsuk-textarea")
            id=field.id.clone()
            name=field.name.clone()
            rows=rows.to_string()
            aria-describedby=(!described_by.is_empty()).then(|| described_by.join(" "))
        >
            {text}
        </textarea>
    };
    view! {
        <FieldGroup field=field.clone()>
            {match most {
                None => area.into_any(),
                Some(most) => view! {
                    <CharacterCount most>{area} <Limit id=limit_id most /></CharacterCount>
                }.into_any(),
            }}
        </FieldGroup>
    }
}

#[component]
fn Limit(id: String, most: usize) -> impl IntoView {
    view! {
        <div class="nhsuk-hint" id=id>
            {format!("You can enter up to {most} characters")}
        </div>
    }
}
