//! The form above the table of cover; its answers stand in the address.

use crate::coverage::questions::{AsAt, OfTeams};
use crate::ui::FilterPanel;
use chrono::NaiveDate;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(
    /// The code of the area or organisation.
    within: String,
    as_at: NaiveDate,
    include_bank: bool,
) -> impl IntoView {
    view! {
        <FilterPanel action="Show cover">
            <input type="hidden" name="in" value=within />
            <AsAt label="As at" day=as_at />
            <OfTeams include_bank />
        </FilterPanel>
    }
}
