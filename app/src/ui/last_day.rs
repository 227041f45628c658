//! The question on which day something ends that holds from a day on; where it ends already, it can be asked not to.

use super::{DateInput, Field};
use domain::dates::Period;
use leptos::prelude::*;

#[component]
pub fn LastDay(held: Period) -> impl IntoView {
    let field = Field::new("last_day", "Last day");
    let field = match held.to {
        Some(day) => field
            .value(day)
            .hint("For example, 4 5 2026. Leave it empty if it does not end after all"),
        None => field,
    };
    view! { <DateInput field /> }
}
