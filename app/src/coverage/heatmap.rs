//! The heatmap as a table: the figure stands in every cell, the shade only repeats it.

use super::columns::{ColumnHead, ColumnKey, NothingAsked};
use crate::ui::{HeatCell, HeatLegend, Pagination};
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{Figure, Heading, HeatRow, Heatmap, Measure};
use domain::dates::spoken;
use domain::figures::grouped;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn HeatmapTable(address: CoverageAddress, map: Heatmap) -> impl IntoView {
    let measure = address.measure();
    let caption =
        format!("{} by {}, as at {}", measure.label(), columns_are(&map), spoken(map.as_at));
    let head = map.columns.iter().map(|column| {
        view! {
            <ColumnHead
                page="/coverage"
                address=address.clone()
                column=column.clone()
                is_domain=map.domain.is_none()
            />
        }
    });
    let head = head.collect_view();
    let columns = map.columns.clone();
    let more = map.rows.is_part().then(|| more_rows(&address, &map.rows));
    let rows = map
        .whole
        .into_iter()
        .map(|row| (row, true))
        .chain(map.rows.entries.into_iter().map(|row| (row, false)));
    let body = rows.map(|(row, is_whole)| {
        view! {
            <HeatLine address=address.clone() row is_whole columns=columns.clone() />
        }
    });
    let body = body.collect_view();
    view! {
        <div class="nhsuk-scroll">
            <div class="nhsuk-scroll__content" role="region" tabindex="0" aria-label=caption>
                <table class="nhsuk-table matrix heatmap">
                    <caption class="nhsuk-table__caption">{caption.clone()}</caption>
                    <thead class="nhsuk-table__head">
                        <tr class="nhsuk-table__row">
                            <th class="nhsuk-table__header" scope="col">{map.rows_are.label()}</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody class="nhsuk-table__body">{body}</tbody>
                </table>
            </div>
        </div>
        {more}
        <HeatLegend />
        <ColumnKey columns=map.columns />
    }
}

/// The way through more rows than one page shows.
fn more_rows(address: &CoverageAddress, rows: &Paged<HeatRow>) -> impl IntoView + use<> {
    let to = |page| {
        let address = CoverageAddress { page: Some(page), ..address.clone() };
        format!("/coverage?{}", address.query())
    };
    let (previous, next) = (rows.previous().map(to), rows.next().map(to));
    view! { <Pagination previous next showing=rows.showing("rows") /> }
}

fn columns_are(map: &Heatmap) -> String {
    map.domain
        .as_ref()
        .map_or_else(|| "domain".to_owned(), |d| format!("competency in {}", d.title))
}

#[component]
fn HeatLine(
    address: CoverageAddress,
    row: HeatRow,
    is_whole: bool,
    columns: Vec<Heading>,
) -> impl IntoView {
    let name = match &row.group {
        Some(group) => format!("{}: {group}", row.name),
        None => row.name.clone(),
    };
    let to = address.of_unit(&row.code);
    let title = if is_whole {
        view! { <strong>{name}</strong> }.into_any()
    } else {
        view! { <a href=format!("/coverage?{}", to.query())>{name}</a> }.into_any()
    };
    let measure = address.measure();
    let cells = row.cells.iter().zip(columns).map(|(figure, column)| {
        let to = row.group.is_none().then(|| behind(&address, &row, &column));
        view! { <FigureCell figure=*figure measure to /> }
    });
    view! {
        <tr class="nhsuk-table__row">
            <th class="nhsuk-table__header" scope="row">{title}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// Where a cell leads: a team's figure to its people or to why it is covered, a wider one to its parts.
fn behind(address: &CoverageAddress, row: &HeatRow, column: &Heading) -> String {
    let to = address.of_unit(&row.code);
    if row.kind == ScopeKind::Team {
        let is_of_teams = address.measure() == Measure::CapableTeams;
        let page = if is_of_teams { "cover/why" } else { "people" };
        let to = CoverageAddress { item: Some(column.code.clone()), ..to };
        return format!("/coverage/{page}?{}", to.query());
    }
    let domain = address.domain.as_deref().unwrap_or(&column.code);
    format!("/coverage?{}", to.of_domain(Some(domain)).query())
}

#[component]
fn FigureCell(figure: Option<Figure>, measure: Measure, to: Option<String>) -> impl IntoView {
    let Some(figure) = figure else {
        return view! { <NothingAsked /> }.into_any();
    };
    let percent = figure.percent(measure);
    let (part, whole) = figure.of(measure);
    let (part, whole) = (grouped(part), grouped(whole));
    let shown = match (measure, percent) {
        (_, None) => "–".to_owned(),
        (Measure::Requirements, Some(percent)) => format!("{percent}%"),
        (_, Some(_)) => format!("{part} of {whole}"),
    };
    let rest = match measure {
        Measure::Requirements => format!(", {part} of {whole} requirements met"),
        _ => percent.map(|p| format!(", {p}%")).unwrap_or_default(),
    };
    let words = view! {
        {shown}
        <span class="nhsuk-u-visually-hidden">{rest}</span>
    };
    let inside = match to {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => words.into_any(),
    };
    view! { <HeatCell percent>{inside}</HeatCell> }.into_any()
}
