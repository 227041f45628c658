//! The form above the mental health input of teams; its answers stand in the address.

use crate::coverage::questions::{AsAt, OfTeams};
use crate::ui::{Choice, Field, FilterPanel, Select};
use domain::inputs::beside::InputTable;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(table: InputTable, include_bank: bool) -> impl IntoView {
    let InputTable { as_at, around, parts_are, parts_could_be, .. } = table;
    let choices: Vec<Choice> =
        parts_could_be.iter().map(|kind| Choice::new(kind, kind.label())).collect();
    view! {
        <FilterPanel action="Show input" many=true>
            <input type="hidden" name="in" value=around.unit.code />
            <AsAt label="As at" day=as_at />
            {parts_are.map(|kind| {
                let field = Field::new("scope", "Add up by").value(kind);
                view! { <Select field choices /> }
            })}
            <OfTeams include_bank />
        </FilterPanel>
    }
}
