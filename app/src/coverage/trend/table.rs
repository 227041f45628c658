//! The figures of a trend as a table, the latest first; each day leads to its figures.

use crate::coverage::PATH;
use crate::ui::{Cell, Column, Row, RowTitle, Table};
use domain::coverage::address::CoverageAddress;
use domain::coverage::percent;
use domain::coverage::trend::{Basis, TrendPage, TrendPoint, against};
use domain::dates::spoken;
use domain::figures::grouped;
use leptos::prelude::*;

#[component]
pub(super) fn TrendTable(address: CoverageAddress, page: TrendPage) -> impl IntoView {
    let target = address.target;
    let mut head = vec![Column::from("Day"), Column::figures("Requirements")];
    head.extend(Basis::ALL.iter().map(|basis| Column::figures(basis.label())));
    head.extend(target.map(|target| Column::figures(format!("Against {target}% confirmed"))));
    let own = address.of_unit(&page.around.unit.code).to_coverage();
    let rows = page.points.into_iter().rev().map(|point| {
        let to = CoverageAddress { as_at: Some(point.day), ..own.clone() };
        view! { <Line point target to=format!("{PATH}?{}", to.query()) /> }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption="Shares of requirements by month, the latest first" head matrix=true>
            {rows}
        </Table>
    }
}

#[component]
fn Line(point: TrendPoint, target: Option<u8>, to: String) -> impl IntoView {
    let TrendPoint { day, figure } = point;
    let asked = figure.unwrap_or_default();
    let shares = Basis::ALL.iter().map(|basis| {
        let told = share(basis.of(&asked));
        view! { <Cell figure=true>{told}</Cell> }
    });
    let shares = shares.collect_view();
    let against = target.map(|target| {
        let told = against(target, &asked).unwrap_or_else(|| "–".to_owned());
        view! { <Cell figure=true>{told}</Cell> }
    });
    let requirements = grouped(asked.requirements);
    view! {
        <Row>
            <RowTitle>
                <a href=to>{spoken(day)}</a>
            </RowTitle>
            <Cell figure=true>{requirements}</Cell>
            {shares}
            {against}
        </Row>
    }
}

/// `66.7% (8)`: of how many stands beside it.
fn share((part, whole): (u32, u32)) -> String {
    match whole {
        0 => "–".to_owned(),
        _ => format!("{}% ({})", percent(part, whole), grouped(part)),
    }
}
