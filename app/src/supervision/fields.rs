//! What an entry of the log asks: the kind, the day, the minutes.

use crate::ui::{Choice, DateInput, Field, InsetText, Radios, TextInput, TextKind};
use chrono::NaiveDate;
use domain::supervision::SupervisionKind;
use leptos::prelude::*;

#[component]
pub(super) fn EntryFields(today: NaiveDate) -> impl IntoView {
    let kinds = SupervisionKind::ALL.iter();
    let choices = kinds.map(|kind| Choice::new(kind.code(), kind.label())).collect();
    let minutes = Field::new("minutes", "How many minutes did it take?");
    view! {
        <Radios field=Field::new("kind", "What kind of supervision was it?") choices />
        <DateInput field=Field::new("held_on", "Which day was it?").value(today) />
        <TextInput field=minutes.hint("For example, 60") kind=TextKind::Number width=4 />
    }
}

/// What is kept, and what is not.
#[component]
pub(super) fn WhatIsKept() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "The log keeps the day, the kind and the minutes. What was said is not recorded, and nothing about patients."
            </p>
        </InsetText>
    }
}
