//! The heatmap as a table: the figure stands in every cell, the shade only repeats it.

use super::PATH;
use super::behind::{behind, behind_all, explained};
use super::grid::{Dash, FigureCell, FigureTable, Head, UnitRow, columns_are};
use crate::ui::{HeatCell, pages_of};
use chrono::NaiveDate;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::Difference;
use domain::coverage::views::{Figure, Heading, HeatRow, Heatmap, Measure};
use domain::dates::spoken;
use domain::figures::counted;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn HeatmapTable(address: CoverageAddress, map: Heatmap) -> impl IntoView {
    let Heatmap { as_at, compared_with, around, rows_are, columns, whole, rows, .. } = map;
    let has_all = map.has_all && address.measure().is_told_of_all();
    let beside_rows = outside(map.beside, rows_are, &around.unit.title);
    let by = columns_are(around.domain.as_ref());
    let beside = compared_with.map(|day| format!(" compared with {}", spoken(day)));
    let beside = beside.unwrap_or_default();
    let caption = format!("{} by {by}, as at {}{beside}", address.measure().label(), spoken(as_at));
    let more = pages_of(&rows, "rows");
    let whole = whole.into_iter().map(|row| (row, true));
    let rows = whole.chain(rows.entries.into_iter().map(|row| (row, false)));
    let days = (compared_with, as_at);
    let body = rows.map(|(row, is_whole)| {
        view! {
            <HeatLine address=address.clone() row=(row, is_whole) has_all columns=columns.clone() days />
        }
    });
    let body = body.collect_view();
    let are_domains = around.domain.is_none();
    let head = Head { page: PATH, address, rows_are, also: None, columns, are_domains, has_all };
    view! {
        {beside_rows.map(|told| view! { <p>{told}</p> })}
        <FigureTable caption head more>
            {body}
        </FigureTable>
    }
}

/// Why the rows do not add up to the whole, where teams lie in none of them.
fn outside(teams: usize, rows_are: ScopeKind, whole: &str) -> Option<String> {
    let rows = rows_are.label().to_lowercase();
    (teams > 0).then(|| {
        let teams = counted(teams, "team belongs", "teams belong");
        format!("{teams} to no {rows}, so the rows do not add up to {whole}.")
    })
}

#[component]
fn HeatLine(
    address: CoverageAddress,
    /// The row, and whether it is of the whole.
    row: (HeatRow, bool),
    has_all: bool,
    columns: Vec<Heading>,
    /// The day with which the figures are compared, if there is one, and their own.
    days: (Option<NaiveDate>, NaiveDate),
) -> impl IntoView {
    let (row, is_whole) = row;
    let name = match &row.group {
        Some(group) => format!("{}: {group}", row.name),
        None => row.name.clone(),
    };
    let to = (!is_whole).then(|| format!("{PATH}?{}", address.of_unit(&row.code).query()));
    let measure = address.measure();
    let of_team = row.kind == ScopeKind::Team;
    let all = has_all.then(|| all_of(&address, (&row, is_whole), days));
    let days = days.0.map(|since| (since, days.1));
    let then = row.then.iter().copied().chain(std::iter::repeat(None));
    let cells = row.cells.iter().zip(then).zip(columns).map(|((figure, then), column)| {
        let to = row.group.is_none().then(|| behind(&address, (row.kind, &row.code), &column.code));
        let is_compared = !row.then.is_empty();
        let differs =
            is_compared.then(|| Difference::between(then.as_ref(), figure.as_ref(), measure));
        let days = days.filter(|_| row.group.is_none());
        let why = days.and_then(|days| explained(&address, (&row.code, Some(&column.code)), days));
        view! { <MeasureCell figure=*figure measure of_team to differs=differs.flatten() why /> }
    });
    let cells = cells.collect_view();
    view! {
        <UnitRow name to>
            {all}
            {cells}
        </UnitRow>
    }
}

/// The cell of everything asked in a row.
fn all_of(
    address: &CoverageAddress,
    (row, is_whole): (&HeatRow, bool),
    (since, day): (Option<NaiveDate>, NaiveDate),
) -> AnyView {
    let (measure, figure) = (address.measure(), row.all);
    let whole = is_whole.then_some(day);
    let to = Some(behind_all(address, (row.kind, &row.code), whole));
    let differs =
        since.and_then(|_| Difference::between(row.all_then.as_ref(), figure.as_ref(), measure));
    let why = since.and_then(|since| explained(address, (&row.code, None), (since, day)));
    let of_team = row.kind == ScopeKind::Team;
    view! { <MeasureCell figure measure of_team to differs why /> }.into_any()
}

#[component]
fn MeasureCell(
    figure: Option<Figure>,
    measure: Measure,
    /// Whether it is a team's own.
    of_team: bool,
    to: Option<String>,
    /// From the day with which it is compared.
    differs: Option<Difference>,
    /// Where that is explained.
    why: Option<String>,
) -> impl IntoView {
    let differs = differs.map(|differs| view! { <Differs differs why /> }.into_any());
    let Some(figure) = figure else {
        return view! {
            <HeatCell percent=None>
                <Dash words="Nothing asked" />
                {differs}
            </HeatCell>
        }
        .into_any();
    };
    let percent = figure.percent(measure);
    let [part, whole] = figure.told(measure);
    let shown = match (measure, percent) {
        (_, None) => "–".to_owned(),
        (Measure::CapableTeams, Some(_)) if of_team => covered(&figure).to_owned(),
        (Measure::Requirements, Some(percent)) => format!("{percent}%"),
        (_, Some(_)) => format!("{part} of {whole}"),
    };
    let rest = match measure {
        Measure::Requirements => format!(", {part} of {whole} requirements met"),
        Measure::CapableTeams if of_team => String::new(),
        _ => percent.map(|p| format!(", {p}%")).unwrap_or_default(),
    };
    view! {
        <FigureCell percent to under=differs>
            {shown}
            <span class="nhsuk-u-visually-hidden">{rest}</span>
        </FigureCell>
    }
    .into_any()
}

/// Whether the one team of a figure is covered.
fn covered(figure: &Figure) -> &'static str {
    if figure.capable_teams > 0 { "Covered" } else { "Not covered" }
}

/// Under a figure: a sign and how far for the eye, the same in words for the ear, and how many people more or fewer. It leads to why, and
/// says so: a sign alone looks like nothing that can be opened.
#[component]
fn Differs(differs: Difference, why: Option<String>) -> impl IntoView {
    let Difference { mark, words, people } = differs;
    let differs = view! {
        <span aria-hidden="true">{mark}</span>
        <span class="nhsuk-u-visually-hidden">{format!(", {words}")}</span>
    };
    view! {
        <br />
        {match why {
            Some(href) => Either::Left(view! {
                <a href=href>
                    {differs}
                    <span class="nhsuk-u-visually-hidden">": explain the change"</span>
                    " why?"
                </a>
            }),
            None => Either::Right(differs),
        }}
        {people.map(|people| view! {
            <br />
            <span class="nhsuk-u-visually-hidden">", "</span>
            {people}
        })}
    }
}
