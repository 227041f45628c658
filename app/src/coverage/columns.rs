//! What the columns of figures have in common, whatever their cells show.

use crate::ui::{Details, HeatCell};
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::Heading;
use leptos::prelude::*;

/// A column's code; a domain leads to its competencies, on the page at this path.
#[component]
pub(super) fn ColumnHead(
    page: &'static str,
    address: CoverageAddress,
    column: Heading,
    is_domain: bool,
) -> impl IntoView {
    let Heading { code, title } = column;
    let words = view! {
        {code.clone()}
        <span class="nhsuk-u-visually-hidden">{format!(", {title}")}</span>
    };
    let inside = if is_domain {
        let to = address.of_domain(Some(&code));
        view! { <a href=format!("{page}?{}", to.query())>{words}</a> }.into_any()
    } else {
        words.into_any()
    };
    view! { <th class="nhsuk-table__header nhsuk-table__header--numeric" scope="col">{inside}</th> }
}

/// A cell of a row in which nobody is asked anything.
#[component]
pub(super) fn NothingAsked() -> impl IntoView {
    view! {
        <HeatCell percent=None>
            <span aria-hidden="true">"–"</span>
            <span class="nhsuk-u-visually-hidden">"Nothing asked"</span>
        </HeatCell>
    }
}

/// What the codes above the columns stand for.
#[component]
pub(super) fn ColumnKey(columns: Vec<Heading>) -> impl IntoView {
    let lines = columns
        .into_iter()
        .map(|column| view! { <li>{format!("{}: {}", column.code, column.title)}</li> });
    view! {
        <Details summary="What the columns stand for">
            <ul>{lines.collect_view()}</ul>
        </Details>
    }
}
