//! The form above the lists; its answers stand in the address.

use crate::coverage::questions::{
    AsAt, ComparedWith, OfOrganisation, OfRequirements, OfTeams, RowsAre,
};
use crate::ui::{Choice, Field, FilterPanel, Select};
use domain::coverage::address::CoverageAddress;
use domain::coverage::ranking::RankedPage;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(address: CoverageAddress, page: RankedPage) -> impl IntoView {
    let RankedPage { as_at, compared_with, around, domains, rows_are, rows_could_be, .. } = page;
    let chosen = around.domain.map(|domain| domain.code).unwrap_or_default();
    let domain = Field::new("domain", "Domain").value(chosen);
    let domains = domains.into_iter().map(|d| Choice::new(d.code, d.title)).collect();
    let list = address.list;
    view! {
        <FilterPanel action="Show lists" many=true>
            <input type="hidden" name="in" value=around.unit.code />
            {list.map(|list| view! { <input type="hidden" name="list" value=list.code() /> })}
            <AsAt label="As at" day=as_at />
            <ComparedWith day=Some(compared_with) />
            <RowsAre rows_are could_be=rows_could_be />
            <Select field=domain choices=domains none="All domains" />
            <OfOrganisation organisations=around.organisations />
            <OfTeams include_bank=address.include_bank />
            <OfRequirements />
        </FilterPanel>
    }
}
