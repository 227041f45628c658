//! The unit as a whole at each horizon: today, at least, at most, and why.

use super::causes::{CAUSES, CauseCells};
use crate::coverage::FORECAST;
use crate::ui::{Cell, Column, Row, RowTitle, Table};
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::{ForecastPage, WholeAhead};
use domain::dates::spoken;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub(super) fn WholeTable(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let from = match ahead.is_past {
        true => spoken(ahead.as_at),
        false => "Today".to_owned(),
    };
    let mut head =
        vec![Column::from("Ahead"), Column::from(&*from), "At least".into(), "At most".into()];
    head.extend(CAUSES.map(Column::from));
    let chosen = ahead.horizon;
    let rows = ahead.whole.into_iter().map(|whole| {
        let to = address.of_days(whole.horizon);
        view! { <Line is_chosen=whole.horizon == chosen to whole /> }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=format!("Requirements met: {} as a whole", ahead.around.unit.title) head>
            {rows}
        </Table>
    }
}

/// One horizon; the others lead to their page.
#[component]
fn Line(to: CoverageAddress, is_chosen: bool, whole: WholeAhead) -> impl IntoView {
    let WholeAhead { horizon, until, forecast } = whole;
    let name = format!("{}, to {}", horizon.label(), spoken(until));
    let name = match is_chosen {
        true => Either::Left(view! { <strong aria-current="page">{name}</strong> }),
        false => Either::Right(view! { <a href=format!("{FORECAST}?{}", to.query())>{name}</a> }),
    };
    view! {
        <Row>
            <RowTitle>{name}</RowTitle>
            <Cell>{forecast.today.words()}</Cell>
            <Cell>{forecast.low.words()}</Cell>
            <Cell>{forecast.high.words()}</Cell>
            <CauseCells causes=forecast.causes />
        </Row>
    }
}
