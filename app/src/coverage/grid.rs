//! What tables of figures have in common, whatever their cells show: a row for each unit, a column for each domain or competency.

use crate::ui::{Details, HeatCell, HeatLegend, HeatTable, Row, RowTitle};
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::Heading;
use leptos::either::Either;
use leptos::prelude::*;

/// What stands above the cells.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// Where a domain leads to its competencies, with which filters.
    pub page: &'static str,
    pub address: CoverageAddress,
    /// What the rows stand for.
    pub rows_are: ScopeKind,
    /// The title of a column of words between the rows' names and the figures.
    pub also: Option<&'static str>,
    pub columns: Vec<Heading>,
    /// Whether the columns are domains; competencies lead nowhere.
    pub are_domains: bool,
    /// Whether a column of everything asked stands before the others.
    pub has_all: bool,
}

/// What the columns stand for, for the caption: `domain`, `competency in Risk`.
pub(super) fn columns_are(domain: Option<&Heading>) -> String {
    domain.map_or_else(|| "domain".to_owned(), |d| format!("competency in {}", d.title))
}

/// The table, the way to more of its rows, and what its shades and codes stand for.
#[component]
pub(super) fn FigureTable(
    caption: String,
    head: Head,
    /// The way to more rows, where there are more.
    more: Option<AnyView>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let Head { page, address, rows_are, also, columns, are_domains, has_all } = head;
    let titles = columns.iter().cloned().map(|column| {
        view! { <ColumnHead page address=address.clone() column is_domain=are_domains /> }
    });
    let titles = titles.collect_view();
    let head = view! {
        <th class="nhsuk-table__header" scope="col">{rows_are.label()}</th>
        {also.map(|title| view! { <th class="nhsuk-table__header" scope="col">{title}</th> })}
        {has_all.then(|| view! { <AllHead /> })}
        {titles}
    };
    view! {
        <HeatTable caption head=head.into_any()>
            {children()}
        </HeatTable>
        {more}
        <HeatLegend />
        <ColumnKey columns has_all />
    }
}

/// Above the figures of everything asked.
#[component]
fn AllHead() -> impl IntoView {
    view! {
        <th class="nhsuk-table__header nhsuk-table__header--numeric" scope="col">
            "All"
            <span class="nhsuk-u-visually-hidden">", everything asked"</span>
        </th>
    }
}

/// A column's code; a domain leads to its competencies, on the page at this path.
#[component]
fn ColumnHead(
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

/// A row: the unit's name, which leads to its own page, and its cells. The whole leads nowhere, and stands out.
#[component]
pub(super) fn UnitRow(name: String, to: Option<String>, children: Children) -> impl IntoView {
    let name = match to {
        Some(href) => Either::Left(view! { <a href=href>{name}</a> }),
        None => Either::Right(view! { <strong>{name}</strong> }),
    };
    view! {
        <Row>
            <RowTitle>{name}</RowTitle>
            {children()}
        </Row>
    }
}

/// A figure, which leads to what is behind it as far as there is something to see.
#[component]
pub(super) fn FigureCell(
    percent: Option<u32>,
    to: Option<String>,
    /// What stands under the figure and leads elsewhere.
    #[prop(optional_no_strip)]
    under: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let inside = match to {
        Some(href) => Either::Left(view! { <a href=href>{children()}</a> }),
        None => Either::Right(children()),
    };
    view! {
        <HeatCell percent>
            {inside}
            {under}
        </HeatCell>
    }
}

/// A cell of a row in which nobody is asked anything.
#[component]
pub(super) fn NothingAsked() -> impl IntoView {
    view! {
        <HeatCell percent=None>
            <Dash words="Nothing asked" />
        </HeatCell>
    }
}

/// A dash, and words for whoever hears the page.
#[component]
pub(super) fn Dash(words: &'static str) -> impl IntoView {
    view! {
        <span aria-hidden="true">"–"</span>
        <span class="nhsuk-u-visually-hidden">{words}</span>
    }
}

/// What the codes above the columns stand for.
#[component]
pub(super) fn ColumnKey(columns: Vec<Heading>, #[prop(optional)] has_all: bool) -> impl IntoView {
    let lines = columns
        .into_iter()
        .map(|column| view! { <li>{format!("{}: {}", column.code, column.title)}</li> });
    view! {
        <Details summary="What the columns stand for">
            <ul>
                {has_all.then(|| view! { <li>"All: everything asked, in all of them together"</li> })}
                {lines.collect_view()}
            </ul>
        </Details>
    }
}
