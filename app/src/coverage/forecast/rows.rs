//! Every row by column, from the low end to the high one; an arrow marks what falls, and words say so too.

use crate::coverage::cover::CoverTag;
use crate::coverage::grid::{
    Dash, FigureCell, FigureTable, Head, NothingAsked, UnitRow, columns_are,
};
use crate::coverage::{FORECAST, PEOPLE};
use crate::ui::{Cell, pages_of};
use chrono::NaiveDate;
use domain::coverage::ScopeKind;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::Verdict;
use domain::coverage::forecast::Forecast;
use domain::coverage::forecast::views::{AheadRow, ForecastPage};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use leptos::prelude::*;

#[component]
pub(super) fn AheadTable(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let when = ahead.from_when();
    let ForecastPage { around, until, is_past, rows_are, columns, whole_row, rows, .. } = ahead;
    let by = columns_are(around.domain.as_ref());
    let until_words = spoken(until);
    let caption = format!(
        "Requirements met by {by} on {until_words}: if nothing more is confirmed, to if all that is asked for and booked is"
    );
    let told = format!(
        "Cells are shaded by the lower figure. An arrow stands beside what falls from what it is {when}."
    );
    let more = pages_of(&rows, "rows");
    // The people behind a day that was ahead once are not those who were known then.
    let people_at = (!is_past).then_some(until);
    let of_teams = rows_are == ScopeKind::Team;
    let whole = whole_row.into_iter().map(|row| (row, true));
    let rows = whole.chain(rows.entries.into_iter().map(|row| (row, false)));
    let body = rows.map(|(row, is_whole)| {
        let when = when.clone();
        view! {
            <AheadLine when address=address.clone() row is_whole columns=columns.clone() people_at of_teams />
        }
    });
    let body = body.collect_view();
    let are_domains = around.domain.is_none();
    let also = of_teams.then_some("Covered then?");
    let head =
        Head { page: FORECAST, address, rows_are, also, columns, are_domains, has_all: false };
    view! {
        <h2>{format!("Every {}", rows_are.label().to_lowercase())}</h2>
        <p>{told}</p>
        <div class="wide-cells">
            <FigureTable caption head more>
                {body}
            </FigureTable>
        </div>
    }
}

#[component]
fn AheadLine(
    /// The day the forecast looks from, in words.
    when: String,
    address: CoverageAddress,
    row: AheadRow,
    is_whole: bool,
    columns: Vec<Heading>,
    /// The day whose people a team's figures lead to.
    people_at: Option<NaiveDate>,
    /// Whether rows are teams, of which is told whether they are covered.
    of_teams: bool,
) -> impl IntoView {
    let AheadRow { kind, code, name, covered, cells } = row;
    let own = address.of_unit(&code);
    let to = (!is_whole).then(|| format!("{FORECAST}?{}", own.query()));
    let cells = cells.into_iter().zip(columns).map(|(forecast, column)| {
        let to = behind(&own, (kind, &column.code), people_at);
        view! { <AheadCell when=when.clone() forecast to /> }
    });
    let cells = cells.collect_view();
    view! {
        <UnitRow name to>
            {of_teams.then(|| view! { <CoveredCell covered /> })}
            {cells}
        </UnitRow>
    }
}

/// Whether a team is covered in all that the columns are about; a dash where it requires nothing of that, and for many teams together.
#[component]
fn CoveredCell(covered: Option<Verdict>) -> impl IntoView {
    match covered {
        Some(verdict) => view! { <Cell><CoverTag verdict /></Cell> }.into_any(),
        None => view! { <Cell><Dash words="Not told" /></Cell> }.into_any(),
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
            .map(|day| format!("{PEOPLE}?{}", own.to_people(Some(column), day).query()));
    }
    let domain = own.domain.as_deref().unwrap_or(column);
    Some(format!("{FORECAST}?{}", own.of_domain(Some(domain)).query()))
}

#[component]
fn AheadCell(when: String, forecast: Option<Forecast>, to: Option<String>) -> impl IntoView {
    let Some(forecast) = forecast else {
        return view! { <NothingAsked /> }.into_any();
    };
    let falls = forecast.fall() > 0;
    view! {
        <FigureCell percent=forecast.low.percent() to>
            {forecast.short()}
            {falls.then(|| view! { <span aria-hidden="true">" ↓"</span> })}
            <span class="nhsuk-u-visually-hidden">{format!(", {}", forecast.counts(&when))}</span>
        </FigureCell>
    }
    .into_any()
}
