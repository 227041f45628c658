//! The figures of a trend as a table, the latest first; each day leads to its figures, and each difference to why it is.

use crate::coverage::{CHANGE, PATH};
use crate::ui::{Cell, Column, Row, RowTitle, Table};
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::Difference;
use domain::coverage::percent;
use domain::coverage::trend::{Basis, TrendPage, TrendPoint, against};
use domain::coverage::views::Measure;
use domain::dates::spoken;
use domain::figures::grouped;
use leptos::prelude::*;

#[component]
pub(super) fn TrendTable(address: CoverageAddress, page: TrendPage) -> impl IntoView {
    let target = address.target;
    let mut head = vec![Column::from("Day"), Column::figures("Requirements")];
    head.extend(Basis::ALL.iter().map(|basis| Column::figures(basis.label())));
    head.push(Column::figures("Met since the month before"));
    head.extend(target.map(|target| Column::figures(format!("Against {target}% met"))));
    let own = address.of_unit(&page.around.unit.code).to_coverage();
    let own = own.of_domain(page.domain.as_deref());
    let item = page.item.map(|item| item.code);
    let before = std::iter::once(None).chain(page.points.iter().cloned().map(Some));
    let points: Vec<_> = before.zip(page.points.iter().cloned()).collect();
    let rows = points.into_iter().rev().map(|(before, point)| {
        let to = CoverageAddress { as_at: Some(point.day), ..own.clone() };
        let differs = before.and_then(|before| differs(&own, item.as_deref(), (&before, &point)));
        view! { <Line point target to=format!("{PATH}?{}", to.query()) differs /> }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption="Shares of requirements by month, the latest first" head matrix=true>
            {rows}
        </Table>
    }
}

#[component]
fn Line(
    point: TrendPoint,
    target: Option<u8>,
    to: String,
    /// What is confirmed against the day before.
    differs: Option<AnyView>,
) -> impl IntoView {
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
            <Cell figure=true>{differs}</Cell>
            {against}
        </Row>
    }
}

/// How what is confirmed differs from the day before; it leads to why. Nothing where neither day has a share.
fn differs(
    own: &CoverageAddress,
    item: Option<&str>,
    (before, point): (&TrendPoint, &TrendPoint),
) -> Option<AnyView> {
    let (then, now) = (before.figure.as_ref(), point.figure.as_ref());
    let differs = Difference::between(then, now, Measure::Requirements)?;
    let why = CoverageAddress { measure: None, ..own.clone() };
    let why = why.to_change(item, (Some(before.day), point.day));
    let Difference { mark, words, .. } = differs;
    let link = view! {
        <a href=format!("{CHANGE}?{}", why.query())>
            <span aria-hidden="true">{mark}</span>
            <span class="nhsuk-u-visually-hidden">{format!("Explain the change: {words}")}</span>
        </a>
    };
    Some(link.into_any())
}

/// `66.7% (8)`: of how many stands beside it.
fn share((part, whole): (u32, u32)) -> String {
    match whole {
        0 => "–".to_owned(),
        _ => format!("{}% ({})", percent(part, whole), grouped(part)),
    }
}
