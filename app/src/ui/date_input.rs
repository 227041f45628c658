//! A date in three boxes. The server joins them, so that a server function gets one date as text.

use super::field::{Field, Placed};
use super::field_group::Fieldset;
use crate::forms::date_part;
use leptos::prelude::*;

#[component]
pub fn DateInput(field: Field) -> impl IntoView {
    let mut field = field.placed();
    field.hint.get_or_insert_with(|| "For example, 4 5 2026".to_owned());
    let boxes = [("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4)].map(
        |(part, label, width)| {
            let text = text_of(&field, part);
            view! { <DateBox field=field.clone() part label=label width text /> }
        },
    );
    view! {
        <Fieldset field=field.clone() role="group">
            <div class="nhsuk-date-input">{boxes.collect_view()}</div>
        </Fieldset>
    }
}

/// What stands in one box: what was typed there, else that part of the date the page knows.
fn text_of(field: &Placed, part: &'static str) -> String {
    field.typed_part(part).unwrap_or_else(|| {
        let value = field.value();
        let mut parts = value.split('-');
        let at = match part {
            "year" => 0,
            "month" => 1,
            _ => 2,
        };
        parts.nth(at).unwrap_or_default().trim_start_matches('0').to_owned()
    })
}

#[component]
fn DateBox(
    field: Placed,
    part: &'static str,
    label: &'static str,
    width: u8,
    text: String,
) -> impl IntoView {
    // The first bears the field's own id, where the error summary's link leads.
    let id = if part == "day" { field.id.clone() } else { format!("{}-{part}", field.id) };
    view! {
        <div class="nhsuk-date-input__item">
            <div class="nhsuk-form-group">
                <label class="nhsuk-label nhsuk-date-input__label" for=id.clone()>
                    {label}
                </label>
                <input
                    class=format!("{} nhsuk-date-input__input nhsuk-input--width-{width}", field.class("nhsuk-input"))
                    id=id
                    name=date_part(&field.name, part)
                    type="text"
                    inputmode="numeric"
                    value=text
                />
            </div>
        </div>
    }
}
