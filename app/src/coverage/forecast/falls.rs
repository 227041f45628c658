//! The rows that fall most, by domain, with the reasons beside them: where a lead looks first.

use super::causes::{CAUSES, CauseCells};
use crate::coverage::FORECAST;
use crate::ui::{Cell, Column, Row, RowTitle, Table};
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::{Fall, ForecastPage};
use leptos::prelude::*;

#[component]
pub(super) fn FallsTable(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let days = ahead.horizon.label();
    if ahead.falls.is_empty() {
        return view! {
            <h2>"What falls most"</h2>
            <p>{format!("Nothing falls within {days}.")}</p>
        }
        .into_any();
    }
    let mut head = vec![
        Column::from("Domain"),
        ahead.rows_are.label().into(),
        "Then, at least to at most".into(),
    ];
    head.extend(CAUSES.map(Column::from));
    let rows = ahead.falls.into_iter().map(|fall| view! { <Line address=address.clone() fall /> });
    let rows = rows.collect_view();
    view! {
        <h2>"What falls most"</h2>
        <p>
            "In each domain those come first whose share of requirements met falls furthest if nothing more is confirmed."
        </p>
        <Table caption=format!("What falls most within {days}, by domain") head>
            {rows}
        </Table>
    }
    .into_any()
}

#[component]
fn Line(address: CoverageAddress, fall: Fall) -> impl IntoView {
    let Fall { domain, unit, forecast } = fall;
    let whole_domain = address.of_domain(Some(&domain.code));
    let its_domain = address.of_unit(&unit.code).of_domain(Some(&domain.code));
    view! {
        <Row>
            <RowTitle>
                <a href=format!("{FORECAST}?{}", whole_domain.query())>{domain.title}</a>
            </RowTitle>
            <Cell>
                <a href=format!("{FORECAST}?{}", its_domain.query())>{unit.title}</a>
            </Cell>
            <Cell>
                <strong>{forecast.range()}</strong>
                <br />
                <span class="nhsuk-body-s">{forecast.counts()}</span>
            </Cell>
            <CauseCells causes=forecast.causes />
        </Row>
    }
}
