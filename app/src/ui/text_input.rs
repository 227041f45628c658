//! A line of text.

use super::field::Field;
use super::field_group::FieldGroup;
use leptos::prelude::*;

/// What kind of text: it chooses the phone's keyboard and what a browser offers to fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    #[default]
    Text,
    Email,
    /// A whole number: a plain text box, because number boxes change under a scroll wheel.
    Number,
    Search,
    /// A day near today, chosen from the browser's calendar: in filters only, where the address needs it as one word.
    Day,
}

impl TextKind {
    const fn html_type(self) -> &'static str {
        match self {
            Self::Text | Self::Number => "text",
            Self::Email => "email",
            Self::Search => "search",
            Self::Day => "date",
        }
    }
}

#[component]
pub fn TextInput(
    field: Field,
    #[prop(optional)] kind: TextKind,
    /// About how many characters are expected: 2, 3, 4, 5, 10, 20 or 30.
    #[prop(optional)]
    width: Option<u8>,
) -> impl IntoView {
    let field = field.placed();
    let width = width.map(|w| format!(" nhsuk-input--width-{w}")).unwrap_or_default();
    let email = kind == TextKind::Email;
    view! {
        <FieldGroup field=field.clone()>
            <input
                class=field.class("nhsuk-input") + &width
                id=field.id.clone()
                name=field.name.clone()
                type=kind.html_type()
                value=field.value()
                inputmode=(kind == TextKind::Number).then_some("numeric")
                autocomplete=email.then_some("email")
                spellcheck=email.then_some("false")
                aria-describedby=field.described_by()
            />
        </FieldGroup>
    }
}
