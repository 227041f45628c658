//! Tables of cells that are shaded by a percentage. The figure always stands in the cell: the shade says nothing by itself.

use super::table::TableFrame;
use leptos::prelude::*;

/// The upper ends of the shades but the last, and the words for each.
const SHADES: [(u32, &str); 5] = [
    (20, "under 20%"),
    (40, "20% to 39%"),
    (60, "40% to 59%"),
    (80, "60% to 79%"),
    (u32::MAX, "80% or more"),
];

fn shade(percent: u32) -> usize {
    SHADES.iter().position(|(end, _)| percent < *end).unwrap_or_default()
}

/// The table, of which a page has one at most; its first column stays in view while the others move.
#[component]
pub fn HeatTable(
    caption: String,
    /// The titles of the columns.
    head: AnyView,
    /// The rows of the body.
    children: Children,
) -> impl IntoView {
    view! {
        <TableFrame caption class="nhsuk-table matrix heatmap" head is_long=true>
            {children()}
        </TableFrame>
    }
}

/// A cell of it; without a percentage it has no shade.
#[component]
pub fn HeatCell(percent: Option<u32>, children: Children) -> impl IntoView {
    let class = percent.map(|p| format!(" heat-{}", shade(p))).unwrap_or_default();
    view! {
        <td class=format!("nhsuk-table__cell nhsuk-table__cell--numeric{class}")>{children()}</td>
    }
}

/// What the shades mean.
#[component]
pub fn HeatLegend() -> impl IntoView {
    let items = SHADES.iter().enumerate().map(|(shade, (_, words))| {
        view! { <li class=format!("heat-{shade}")>{*words}</li> }
    });
    view! {
        <ul class="heat-legend" aria-label="Shades">
            {items.collect_view()}
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn every_percentage_has_the_shade_its_words_say() {
        let shades = [0, 19, 20, 39, 40, 59, 60, 79, 80, 100].map(shade);
        assert_eq!(shades, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    }
}
