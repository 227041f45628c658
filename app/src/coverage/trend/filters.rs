//! The form above a trend; its answers stand in the address.

use crate::coverage::questions::{AsAt, OfOrganisation, OfRequirements, OfTeams};
use crate::ui::{Choice, Field, FilterPanel, Select, TextInput, TextKind};
use domain::coverage::address::CoverageAddress;
use domain::coverage::trend::TrendPage;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(address: CoverageAddress, page: TrendPage) -> impl IntoView {
    let TrendPage { as_at, around, item, domains, competencies, .. } = page;
    let chosen = item.map(|item| item.code).unwrap_or_default();
    let item = Field::new("item", "Domain or competency").value(chosen);
    let domains = domains.into_iter().map(|d| Choice::new(d.code, d.title));
    let competencies = competencies.into_iter().map(|c| {
        let label = format!("{} {}", c.code, c.title);
        Choice::new(c.code, label)
    });
    let items = domains.chain(competencies).collect();
    let target = Field::new("target", "Target in percent (optional)");
    let target = match address.target {
        Some(percent) => target.value(percent),
        None => target,
    };
    view! {
        <FilterPanel action="Show trend" many=true>
            <input type="hidden" name="in" value=around.unit.code />
            <AsAt label="Up to" day=as_at />
            <Select field=item choices=items none="Everything asked" />
            <TextInput field=target kind=TextKind::Number width=3 />
            <OfOrganisation organisations=around.organisations />
            <OfTeams include_bank=address.include_bank />
            <OfRequirements />
        </FilterPanel>
    }
}
