//! The cover of each team, domain by domain.

use super::tag::CoverTag;
use crate::coverage::around::NoFigures;
use crate::coverage::grid::Dash;
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
    let told = summary(&table);
    let CoverTable { columns, rows, .. } = table;
    if rows.total == 0 {
        return view! {
            <p>{told}</p>
            <NoFigures heading="No team is like that" />
        }
        .into_any();
    }
    let mut head = vec![Column::from("Team")];
    head.extend(columns.iter().map(|column| Column::from(&*named(column))));
    let more = pages_of(&rows, "teams");
    let lines = rows.entries.into_iter().map(|row| {
        view! { <TeamLine address=address.clone() columns=columns.clone() row /> }
    });
    let lines = lines.collect_view();
    view! {
        <p>{told}</p>
        <Table caption="Teams by domain" head matrix=true heads_stay=true>
            {lines}
        </Table>
        {more}
    }
    .into_any()
}

/// A domain by its code and title: nobody knows the codes of all of them.
fn named(column: &Heading) -> String {
    match column.title == column.code {
        true => column.code.clone(),
        false => format!("{} {}", column.code, column.title),
    }
}

/// How many teams are covered, how many depend on one person, and how many of them all are shown.
fn summary(table: &CoverTable) -> String {
    let CoverTable { teams, capable, one_person, rows, .. } = table;
    let all = counted(*teams, "team is covered", "teams are covered");
    let depend = counted(*one_person, "team depends", "teams depend");
    let mut told = match (&table.around.domain, *teams) {
        (Some(domain), _) => {
            format!("{capable} of {all} in {}. {depend} on one person in it.", domain.title)
        }
        (None, 1) => format!(
            "{capable} of {all} in everything that it requires. {depend} on one person in something."
        ),
        (None, _) => format!(
            "{capable} of {all} in everything that they require. {depend} on one person in something."
        ),
    };
    if rows.total < *teams {
        let all = counted(*teams, "team", "teams");
        told += &format!(" Of {all}, {} shown.", counted(rows.total, "is", "are"));
    }
    told
}

#[component]
fn TeamLine(address: CoverageAddress, columns: Vec<Heading>, row: CoverRow) -> impl IntoView {
    let CoverRow { team, cells } = row;
    let own = address.of_unit(&team.code);
    let figures = format!("{PATH}?{}", own.query());
    let cells = columns.into_iter().zip(cells).map(|(column, verdict)| {
        let of = format!("{}: {}", team.title, column.title);
        let to = CoverageAddress { item: Some(column.code), ..own.clone() };
        let to = format!("{COVER}/why?{}", to.query());
        view! { <VerdictCell verdict of to /> }
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
fn VerdictCell(
    verdict: Option<Verdict>,
    /// The team and the domain, for whoever hears the links alone.
    of: String,
    to: String,
) -> impl IntoView {
    match verdict {
        Some(verdict) => view! {
            <Cell>
                <a href=to>
                    <CoverTag verdict />
                    <span class="nhsuk-u-visually-hidden">{format!(", {of}")}</span>
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
