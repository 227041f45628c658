//! The form above the heatmap; its answers stand in the address.

use super::questions::{AsAt, ComparedWith, OfOrganisation, OfRequirements, OfTeams, RowsAre};
use crate::ui::{Choice, Field, FilterPanel, Select};
use domain::coverage::GroupBy;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{Heatmap, Measure};
use leptos::prelude::*;

#[component]
pub fn Filters(address: CoverageAddress, map: Heatmap) -> impl IntoView {
    let Heatmap { as_at, compared_with, around, rows_are, rows_could_be, .. } = map;
    let shown = Field::new("show", "Show").value(address.measure());
    let measures = Measure::ALL.iter().map(|m| Choice::new(m, m.label())).collect();
    let groups = GroupBy::ALL.iter().map(|g| Choice::new(g, g.label())).collect();
    let domain = address.domain;
    view! {
        <FilterPanel action="Show figures" many=true>
            <input type="hidden" name="in" value=around.unit.code />
            {domain.map(|domain| view! { <input type="hidden" name="domain" value=domain /> })}
            <AsAt label="As at" day=as_at />
            <ComparedWith day=compared_with />
            <RowsAre rows_are could_be=rows_could_be />
            <Select field=shown choices=measures />
            <OfOrganisation organisations=around.organisations />
            <OfTeams include_bank=address.include_bank />
            <OfRequirements />
            <Select field=Field::new("group", "Split rows by") choices=groups none="Do not split" />
        </FilterPanel>
    }
}
