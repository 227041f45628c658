//! A table of words that a phone shows as a list: each cell below the other, with its column's title.

use leptos::prelude::*;

/// So many columns fit on a tablet as they are.
const FEW: usize = 4;

#[component]
pub fn StackedTable(
    #[prop(into)] caption: String,
    head: Vec<&'static str>,
    /// The cells of each row; the first names it.
    rows: Vec<Vec<AnyView>>,
    /// More columns than a few, of words so short that in small type they fit on a tablet too.
    #[prop(optional)]
    dense: bool,
) -> impl IntoView {
    let rows = rows_of(&head, rows);
    view! {
        <StackedFrame caption head dense>
            <tbody class="nhsuk-table__body" role="rowgroup">
                {rows}
            </tbody>
        </StackedFrame>
    }
}

/// Rows that belong together, and what stands above them.
pub struct RowGroup {
    pub title: AnyView,
    pub rows: Vec<Vec<AnyView>>,
}

/// The same in groups of rows: what is the same for each of them is said once, above them. Rows are small.
#[component]
pub fn GroupedTable(
    #[prop(into)] caption: String,
    head: Vec<&'static str>,
    groups: Vec<RowGroup>,
) -> impl IntoView {
    let columns = head.len().to_string();
    let groups = groups.into_iter().map(|RowGroup { title, rows }| {
        let rows = rows_of(&head, rows);
        view! {
            <tbody class="nhsuk-table__body stacked__group" role="rowgroup">
                <tr class="nhsuk-table__row" role="row">
                    <th
                        class="nhsuk-table__header"
                        role="rowheader"
                        scope="rowgroup"
                        colspan=columns.clone()
                    >
                        <span>{title}</span>
                    </th>
                </tr>
                {rows}
            </tbody>
        }
    });
    let groups = groups.collect_view();
    view! {
        <StackedFrame caption head dense=true>
            {groups}
        </StackedFrame>
    }
}

fn rows_of(head: &[&'static str], rows: Vec<Vec<AnyView>>) -> AnyView {
    let rows = rows.into_iter().map(|cells| view! { <StackedRow head=head.to_vec() cells /> });
    rows.collect_view().into_any()
}

#[component]
fn StackedFrame(
    caption: String,
    head: Vec<&'static str>,
    dense: bool,
    /// The bodies.
    children: Children,
) -> impl IntoView {
    let class = match (dense, head.len() <= FEW) {
        (true, _) => "nhsuk-table stacked stacked--dense",
        (false, true) => "nhsuk-table stacked",
        (false, false) => "nhsuk-table stacked stacked--wide",
    };
    let titles = head.into_iter().map(|title| {
        view! {
            <th class="nhsuk-table__header" role="columnheader" scope="col">
                {title}
            </th>
        }
    });
    let titles = titles.collect_view();
    // Shown as blocks, rows and cells would be no table to a screen reader without these roles.
    view! {
        <table class=class role="table">
            <caption class="nhsuk-table__caption">{caption}</caption>
            <thead class="nhsuk-table__head" role="rowgroup">
                <tr class="nhsuk-table__row" role="row">
                    {titles}
                </tr>
            </thead>
            {children()}
        </table>
    }
}

#[component]
fn StackedRow(head: Vec<&'static str>, cells: Vec<AnyView>) -> impl IntoView {
    let titled =
        |title| view! { <span class="nhsuk-table__heading" aria-hidden="true">{title}</span> };
    let mut cells = head.into_iter().zip(cells);
    let name = cells.next().map(|(title, cell)| {
        view! {
            <th class="nhsuk-table__header" role="rowheader" scope="row">
                {titled(title)} <span>{cell}</span>
            </th>
        }
    });
    let rest = cells.map(|(title, cell)| {
        view! {
            <td class="nhsuk-table__cell" role="cell">
                {titled(title)} <span>{cell}</span>
            </td>
        }
    });
    let rest = rest.collect_view();
    view! {
        <tr class="nhsuk-table__row" role="row">
            {name} {rest}
        </tr>
    }
}
