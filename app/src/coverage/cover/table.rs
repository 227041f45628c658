//! The cover of each team, domain by domain.

use super::tag::CoverTag;
use crate::coverage::grid::{ColumnKey, Dash};
use crate::coverage::{COVER, PATH};
use crate::ui::{Cell, Column, Row, RowTitle, Table, pages_of};
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::Verdict;
use domain::coverage::cover::views::{CoverRow, CoverTable};
use domain::coverage::views::Heading;
use domain::figures::counted;
use leptos::prelude::*;

#[component]
pub(super) fn TeamTable(address: CoverageAddress, table: CoverTable) -> impl IntoView {
    let CoverTable { columns, rows, capable, one_person, .. } = table;
    let all = counted(
        rows.total,
        "team is covered in everything that it requires",
        "teams are covered in everything that they require",
    );
    let capable = format!("{capable} of {all}.");
    let depend = counted(one_person, "team depends", "teams depend");
    let depend = format!("{depend} on one person in something.");
    let mut head = vec![Column::from("Team")];
    head.extend(columns.iter().map(|column| Column::from(&*column.code)));
    let more = pages_of(&rows, "teams");
    let lines = rows.entries.into_iter().map(|row| {
        view! { <TeamLine address=address.clone() columns=columns.clone() row /> }
    });
    let lines = lines.collect_view();
    view! {
        <p>{capable} " " {depend}</p>
        <Table caption="Teams by domain" head matrix=true>
            {lines}
        </Table>
        {more}
        <ColumnKey columns />
    }
}

#[component]
fn TeamLine(address: CoverageAddress, columns: Vec<Heading>, row: CoverRow) -> impl IntoView {
    let CoverRow { team, cells } = row;
    let own = address.of_unit(&team.code);
    let figures = format!("{PATH}?{}", own.query());
    let cells = columns.into_iter().zip(cells).map(|(column, verdict)| {
        let to = CoverageAddress { item: Some(column.code), ..own.clone() };
        let to = format!("{COVER}/why?{}", to.query());
        view! { <VerdictCell verdict to /> }
    });
    let cells = cells.collect_view();
    view! {
        <Row>
            <RowTitle>
                <a href=figures>{team.title}</a>
            </RowTitle>
            {cells}
        </Row>
    }
}

#[component]
fn VerdictCell(verdict: Option<Verdict>, to: String) -> impl IntoView {
    match verdict {
        Some(verdict) => view! {
            <Cell>
                <a href=to>
                    <CoverTag verdict />
                </a>
            </Cell>
        }
        .into_any(),
        None => view! {
            <Cell>
                <Dash words="Nothing required" />
            </Cell>
        }
        .into_any(),
    }
}
