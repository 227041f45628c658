//! The two days between which a figure is explained; every other answer stays as it stands in the address.

use crate::coverage::questions::{AsAt, ComparedWith};
use crate::ui::FilterPanel;
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(
    address: CoverageAddress,
    since: NaiveDate,
    until: NaiveDate,
) -> impl IntoView {
    let other =
        CoverageAddress { as_at: None, compared_with: None, page: None, answer: None, ..address };
    let kept = other.answers().into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value /> }
    });
    let kept = kept.collect_view();
    view! {
        <FilterPanel action="Explain the change">
            {kept}
            <AsAt label="As at" day=until />
            <ComparedWith day=Some(since) />
        </FilterPanel>
    }
}
