//! The questions from which day and until when something holds; of what has begun, a change has a first day of its own.

use super::{DateInput, Field};
use leptos::prelude::*;

#[component]
pub fn FirstAndLastDay(
    starts_on: String,
    ends_on: String,
    /// Whether something that has begun is changed.
    begun: bool,
) -> impl IntoView {
    let first = if begun { "First day of the change" } else { "First day" };
    let last = Field::new("ends_on", "Last day (optional)")
        .hint("For example, 31 3 2027. Leave it empty if it is not known");
    view! {
        <DateInput field=Field::new("starts_on", first).value(starts_on) />
        <DateInput field=last.value(ends_on) />
    }
}
