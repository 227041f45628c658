//! The mental health input of the unit and of what it is made of, added up.

use crate::coverage::INPUT;
use crate::ui::StackedTable;
use domain::coverage::address::CoverageAddress;
use domain::figures::counted;
use domain::inputs::beside::InputTable;
use domain::inputs::sums::InputSum;
use leptos::prelude::*;

/// Nothing for a single team, whose row says it all.
#[component]
pub(super) fn Sums(address: CoverageAddress, table: InputTable) -> impl IntoView {
    let InputTable { around, whole, parts, .. } = table;
    let in_parts: u32 = parts.iter().map(|(_, sum)| sum.teams).sum();
    let outside = whole.teams.saturating_sub(in_parts);
    let outside = (outside > 0 && !parts.is_empty()).then(|| {
        let teams = counted(outside as usize, "team belongs", "teams belong");
        format!("{teams} to none of these parts, so they do not add up to the whole.")
    });
    (whole.teams > 1).then(|| {
        let unit = view! { <strong>{around.unit.title}</strong> }.into_any();
        let parts = parts.into_iter().map(|(part, sum)| {
            let to = format!("{INPUT}?{}", address.of_unit(&part.code).query());
            cells(view! { <a href=to>{part.title}</a> }.into_any(), &sum)
        });
        let rows = std::iter::once(cells(unit, &whole)).chain(parts).collect();
        let head = vec!["Where", "Teams with input", "Target WTE", "Actual WTE", "Gap"];
        view! {
            {outside.map(|told| view! { <p>{told}</p> })}
            <StackedTable caption="Added up" head rows dense=true />
        }
    })
}

fn cells(name: AnyView, sum: &InputSum) -> Vec<AnyView> {
    let teams = format!("{} of {}", sum.with_input, sum.teams);
    let words = [teams, sum.target_words(), sum.actual_words(), sum.gap_words()];
    std::iter::once(name).chain(words.map(IntoAny::into_any)).collect()
}
