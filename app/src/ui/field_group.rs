//! What stands around an input: its label or legend, its hint, and the message when its answer was refused.

use super::field::Placed;
use leptos::prelude::*;

/// A single input with its label.
#[component]
pub(super) fn FieldGroup(field: Placed, children: Children) -> impl IntoView {
    view! {
        <div class=field.class("nhsuk-form-group")>
            <label class="nhsuk-label" for=field.id.clone()>
                {field.label.clone()}
            </label>
            <Explained field=field.clone() />
            {children()}
        </div>
    }
}

/// Several inputs that answer one question, with its legend.
#[component]
pub(super) fn Fieldset(
    field: Placed,
    /// Text boxes need the role, or some screen readers leave the hint out; for choices it says everything twice.
    #[prop(optional)]
    role: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=field.class("nhsuk-form-group")>
            <fieldset class="nhsuk-fieldset" role=role aria-describedby=field.described_by()>
                <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{field.label.clone()}</legend>
                <Explained field=field.clone() />
                {children()}
            </fieldset>
        </div>
    }
}

#[component]
fn Explained(field: Placed) -> impl IntoView {
    let (hint_id, error_id) = (format!("{}-hint", field.id), format!("{}-error", field.id));
    view! {
        {field.hint.map(|hint| view! {
            <div class="nhsuk-hint" id=hint_id>{hint}</div>
        })}
        {field.error.map(|error| view! {
            <span class="nhsuk-error-message" id=error_id>
                <span class="nhsuk-u-visually-hidden">"Error: "</span>
                {error}
            </span>
        })}
    }
}
