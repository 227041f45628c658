//! The form above the table of cover; its answers stand in the address.

use crate::coverage::questions::{AsAt, OfTeams};
use crate::ui::{Choice, Field, FilterPanel, Select};
use domain::coverage::cover::Only;
use domain::coverage::cover::views::CoverTable;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(table: CoverTable, include_bank: bool) -> impl IntoView {
    let CoverTable { as_at, around, domains, .. } = table;
    let teams = Only::ALL.iter().map(|only| Choice::new(only, only.label())).collect();
    let chosen = around.domain.map(|domain| domain.code).unwrap_or_default();
    let domain = Field::new("domain", "Domain").value(chosen);
    let domains = domains.into_iter().map(|d| Choice::new(d.code, d.title)).collect();
    view! {
        <FilterPanel action="Show cover" many=true>
            <input type="hidden" name="in" value=around.unit.code />
            <AsAt label="As at" day=as_at />
            <Select field=Field::new("only", "Teams") choices=teams none="All teams" />
            <Select field=domain choices=domains none="All domains" />
            <OfTeams include_bank />
        </FilterPanel>
    }
}
