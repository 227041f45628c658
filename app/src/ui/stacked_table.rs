//! A table of words that a phone shows as a list: each cell below the other, with its column's title.

use leptos::prelude::*;

#[component]
pub fn StackedTable(
    #[prop(into)] caption: String,
    head: Vec<&'static str>,
    /// The cells of each row; the first names it.
    rows: Vec<Vec<AnyView>>,
) -> impl IntoView {
    let titles = head.iter().map(|title| {
        view! {
            <th class="nhsuk-table__header" role="columnheader" scope="col">
                {*title}
            </th>
        }
    });
    let titles = titles.collect_view();
    let rows = rows.into_iter().map(|cells| view! { <StackedRow head=head.clone() cells /> });
    let rows = rows.collect_view();
    // Shown as blocks, rows and cells would be no table to a screen reader without these roles.
    view! {
        <table class="nhsuk-table nhsuk-table--responsive" role="table">
            <caption class="nhsuk-table__caption">{caption}</caption>
            <thead class="nhsuk-table__head" role="rowgroup">
                <tr class="nhsuk-table__row" role="row">
                    {titles}
                </tr>
            </thead>
            <tbody class="nhsuk-table__body" role="rowgroup">
                {rows}
            </tbody>
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
