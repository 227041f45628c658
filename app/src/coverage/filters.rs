//! The form above the heatmap; its answers stand in the address.

use crate::ui::{Choice, Field, FilterPanel, Select, TextInput, TextKind};
use domain::codes::{CareLevel, CareSetting};
use domain::coverage::GroupBy;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{Heatmap, Measure};
use leptos::prelude::*;

#[component]
pub fn Filters(address: CoverageAddress, map: Heatmap) -> impl IntoView {
    let choices = |codes: &[(&str, &str)]| {
        codes.iter().map(|(code, label)| Choice::new(code, *label)).collect()
    };
    let rows: Vec<_> = map.rows_could_be.iter().map(|kind| (kind.code(), kind.label())).collect();
    let settings: Vec<_> = CareSetting::ALL.iter().map(|s| (s.code(), s.label())).collect();
    let levels: Vec<_> = CareLevel::ALL.iter().map(|l| (l.code(), l.label())).collect();
    let groups: Vec<_> = GroupBy::ALL.iter().map(|g| (g.code(), g.label())).collect();
    let measures: Vec<_> = Measure::ALL.iter().map(|m| (m.code(), m.label())).collect();
    let has_rows = !rows.is_empty();
    view! {
        <FilterPanel action="Show figures">
            <input type="hidden" name="in" value=map.unit.code.clone() />
            {address.domain.clone().map(|domain| view! { <input type="hidden" name="domain" value=domain /> })}
            <TextInput
                field=Field::new("as_at", "As at").value(map.as_at)
                kind=TextKind::Day
                width=10
            />
            {has_rows.then(|| view! {
                <Select
                    field=Field::new("scope", "Rows").value(map.rows_are.code())
                    choices=choices(&rows)
                />
            })}
            <Select
                field=Field::new("show", "Show").value(address.measure().code())
                choices=choices(&measures)
            />
            <Select field=Field::new("setting", "Care setting") choices=choices(&settings) none="All care settings" />
            <Select field=Field::new("care_level", "Care level") choices=choices(&levels) none="All care levels" />
            <Select field=Field::new("group", "Split rows by") choices=choices(&groups) none="Do not split" />
        </FilterPanel>
    }
}
