//! The form above the forecast; its answers stand in the address.

use crate::ui::{Choice, Field, FilterPanel, Select, TextInput, TextKind};
use domain::codes::{CareLevel, CareSetting};
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::Horizon;
use domain::coverage::forecast::views::ForecastPage;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let choices = |codes: Vec<(&'static str, &'static str)>| {
        codes.into_iter().map(|(code, label)| Choice::new(code, label)).collect::<Vec<_>>()
    };
    let ForecastPage { as_at, horizon, unit, domain, domains, rows_are, rows_could_be, .. } = ahead;
    let horizons = choices(Horizon::ALL.iter().map(|h| (h.code(), h.label())).collect());
    let rows = choices(rows_could_be.iter().map(|r| (r.code(), r.label())).collect());
    let settings = choices(CareSetting::ALL.iter().map(|s| (s.code(), s.label())).collect());
    let levels = choices(CareLevel::ALL.iter().map(|l| (l.code(), l.label())).collect());
    let domains: Vec<Choice> =
        domains.iter().map(|d| Choice::new(&d.code, d.title.clone())).collect();
    let chosen = domain.map(|domain| domain.code).unwrap_or_default();
    view! {
        <FilterPanel action="Show forecast">
            <input type="hidden" name="in" value=unit.code />
            {address.include_bank.then(|| view! { <input type="hidden" name="include_bank" value="yes" /> })}
            <TextInput
                field=Field::new("as_at", "From what is known on").value(as_at)
                kind=TextKind::Day
                width=10
            />
            <Select
                field=Field::new("days", "Look ahead").value(horizon.code())
                choices=horizons
            />
            {(!rows.is_empty()).then(|| view! {
                <Select
                    field=Field::new("scope", "Rows").value(rows_are.code())
                    choices=rows
                />
            })}
            <Select
                field=Field::new("domain", "Domain").value(chosen)
                choices=domains
                none="All domains"
            />
            <Select field=Field::new("setting", "Care setting") choices=settings none="All care settings" />
            <Select field=Field::new("care_level", "Care level") choices=levels none="All care levels" />
        </FilterPanel>
    }
}
