//! The form above the forecast; its answers stand in the address.

use crate::coverage::questions::{AsAt, OfTeams, RowsAre};
use crate::ui::{Choice, Field, FilterPanel, Select};
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::Horizon;
use domain::coverage::forecast::views::ForecastPage;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let ForecastPage { as_at, around, horizon, domains, rows_are, rows_could_be, .. } = ahead;
    let days = Field::new("days", "Look ahead").value(horizon);
    let horizons = Horizon::ALL.iter().map(|h| Choice::new(h, h.label())).collect();
    let chosen = around.domain.map(|domain| domain.code).unwrap_or_default();
    let domain = Field::new("domain", "Domain").value(chosen);
    let domains = domains.into_iter().map(|d| Choice::new(d.code, d.title)).collect();
    view! {
        <FilterPanel action="Show forecast" many=true>
            <input type="hidden" name="in" value=around.unit.code />
            <AsAt label="From what is known on" day=as_at />
            <Select field=days choices=horizons />
            <RowsAre rows_are could_be=rows_could_be />
            <Select field=domain choices=domains none="All domains" />
            <OfTeams include_bank=address.include_bank />
        </FilterPanel>
    }
}
