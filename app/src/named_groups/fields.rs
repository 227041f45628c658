//! Who becomes a member of a named group, and from when on.

use crate::ui::{Choice, DateInput, Field, Select};
use domain::judgements::views::Choice as Unit;
use leptos::prelude::*;

#[component]
pub(super) fn MemberFields(
    #[prop(into)] label: String,
    units: Vec<Unit>,
    starts_on: String,
) -> impl IntoView {
    let choices = units.into_iter().map(|unit| Choice::new(unit.value, unit.label)).collect();
    let first = Field::new("starts_on", "First day as a member")
        .hint(
        "For example, 1 4 2024. Figures, comparisons and trends of days before it do not count this member, so choose an early day",
    );
    view! {
        <Select field=Field::new("unit", label) choices none="Choose from the list" />
        <DateInput field=first.value(starts_on) />
    }
}
