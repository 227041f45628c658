//! The button that sends a form.

use super::not_a_patient::NotAPatient;
use leptos::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    #[default]
    Primary,
    Secondary,
    /// For what cannot be undone.
    Warning,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "nhsuk-button",
            Self::Secondary => "nhsuk-button nhsuk-button--secondary",
            Self::Warning => "nhsuk-button nhsuk-button--warning",
        }
    }
}

#[component]
pub fn Button(
    #[prop(into)] text: String,
    #[prop(optional)] kind: ButtonKind,
    /// Where several buttons on a page say the same: what this one is about, for screen readers.
    #[prop(optional, into)]
    about: Option<String>,
) -> impl IntoView {
    view! {
        <NotAPatient />
        <button class=kind.class() type="submit">
            {text}
            {about.map(|about| view! {
                <span class="nhsuk-u-visually-hidden">" "{about}</span>
            })}
        </button>
    }
}
