//! Every row by column, from the least to the most; an arrow marks what falls, and words say so too.

use super::super::columns::{ColumnHead, ColumnKey, NothingAsked};
use super::PATH;
use crate::ui::{HeatCell, HeatLegend, Pagination};
use chrono::NaiveDate;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::Forecast;
use domain::coverage::forecast::views::{AheadRow, ForecastPage};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub(super) fn AheadTable(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let columns_are = match &ahead.domain {
        Some(domain) => format!("competency in {}", domain.title),
        None => "domain".to_owned(),
    };
    let until = spoken(ahead.until);
    let caption = format!("Requirements met by {columns_are} on {until}, at least to at most");
    let is_domain = ahead.domain.is_none();
    let columns = ahead.columns;
    let head = columns.iter().map(|column| {
        view! { <ColumnHead page=PATH address=address.clone() column=column.clone() is_domain /> }
    });
    let head = head.collect_view();
    let more = ahead.rows.is_part().then(|| more_rows(&address, &ahead.rows));
    // The people behind a day that was ahead once are not those who were known then.
    let people_at = (!ahead.is_past).then_some(ahead.until);
    let rows = ahead.rows.entries.into_iter().map(|row| (row, false));
    let rows = ahead.whole_row.into_iter().map(|row| (row, true)).chain(rows);
    let body = rows.map(|(row, is_whole)| {
        view! {
            <AheadLine address=address.clone() row is_whole columns=columns.clone() people_at />
        }
    });
    let body = body.collect_view();
    view! {
        <h2>{format!("Every {}", ahead.rows_are.label().to_lowercase())}</h2>
        <p>"Cells are shaded by the lower figure. An arrow stands beside what falls from today’s."</p>
        <div class="nhsuk-scroll">
            <div class="nhsuk-scroll__content" role="region" tabindex="0" aria-label=caption>
                <table class="nhsuk-table matrix heatmap">
                    <caption class="nhsuk-table__caption">{caption.clone()}</caption>
                    <thead class="nhsuk-table__head">
                        <tr class="nhsuk-table__row">
                            <th class="nhsuk-table__header" scope="col">{ahead.rows_are.label()}</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody class="nhsuk-table__body">{body}</tbody>
                </table>
            </div>
        </div>
        {more}
        <HeatLegend />
        <ColumnKey columns />
    }
}

/// The way through more rows than one page shows.
fn more_rows(address: &CoverageAddress, rows: &Paged<AheadRow>) -> impl IntoView + use<> {
    let to = |page| {
        let address = CoverageAddress { page: Some(page), ..address.clone() };
        format!("{PATH}?{}", address.query())
    };
    let (previous, next) = (rows.previous().map(to), rows.next().map(to));
    view! { <Pagination previous next showing=rows.showing("rows") /> }
}

#[component]
fn AheadLine(
    address: CoverageAddress,
    row: AheadRow,
    is_whole: bool,
    columns: Vec<Heading>,
    /// The day whose people a team's figures lead to.
    people_at: Option<NaiveDate>,
) -> impl IntoView {
    let AheadRow { kind, code, name, cells } = row;
    let own = address.of_unit(&code);
    let title = if is_whole {
        view! { <strong>{name}</strong> }.into_any()
    } else {
        view! { <a href=format!("{PATH}?{}", own.query())>{name}</a> }.into_any()
    };
    let cells = cells.into_iter().zip(columns).map(|(forecast, column)| {
        let to = behind(&own, (kind, &column.code), people_at);
        view! { <AheadCell forecast to /> }
    });
    view! {
        <tr class="nhsuk-table__row">
            <th class="nhsuk-table__header" scope="row">{title}</th>
            {cells.collect_view()}
        </tr>
    }
}

/// Where a cell leads: a team's figure to its people, a wider one to its parts.
fn behind(
    own: &CoverageAddress,
    (kind, column): (ScopeKind, &str),
    people_at: Option<NaiveDate>,
) -> Option<String> {
    if kind == ScopeKind::Team {
        return people_at
            .map(|day| format!("/coverage/people?{}", own.to_people(column, day).query()));
    }
    let domain = own.domain.as_deref().unwrap_or(column);
    Some(format!("{PATH}?{}", own.of_domain(Some(domain)).query()))
}

#[component]
fn AheadCell(forecast: Option<Forecast>, to: Option<String>) -> impl IntoView {
    let Some(forecast) = forecast else {
        return view! { <NothingAsked /> }.into_any();
    };
    let words = view! {
        {forecast.short()}
        {(forecast.fall() > 0).then(|| view! { <span aria-hidden="true">" ↓"</span> })}
        <span class="nhsuk-u-visually-hidden">{format!(", {}", forecast.counts())}</span>
    };
    let inside = match to {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => words.into_any(),
    };
    view! { <HeatCell percent=forecast.low.percent()>{inside}</HeatCell> }.into_any()
}
