//! The figures of the sessions of a period: of all of them, then a row for each month and each format, and the way to the file.

use super::CROSS_BOUNDARY;
use crate::address;
use crate::ui::{Cell, Column, Row, RowTitle, SummaryList, SummaryRow, Table};
use domain::figures::{grouped, hours};
use domain::sessions::tally::Figures;
use domain::sessions::tally::views::PeriodFigures;
use leptos::prelude::*;

#[component]
pub(super) fn Tables(found: PeriodFigures) -> impl IntoView {
    let PeriodFigures { all, months, formats, .. } = found;
    let file = address::here().replacen("/sessions/figures", "/sessions.csv", 1);
    let months = months.into_iter().map(|(first, of)| (first.format("%B %Y").to_string(), of));
    let formats = formats.into_iter().map(|(format, of)| (format.label().to_owned(), of));
    view! {
        <All figures=all />
        <Parts caption="By month" title="Month" parts=months.collect() />
        <Parts caption="By format" title="Format" parts=formats.collect() />
        <p>
            <a href=file>"Download these figures as CSV"</a>
        </p>
    }
}

#[component]
fn All(figures: Figures) -> impl IntoView {
    let rows = named(&figures).map(|Named { name, value, .. }| SummaryRow::new(name, value));
    view! { <SummaryList rows=rows.into() /> }
}

#[component]
fn Parts(
    caption: &'static str,
    title: &'static str,
    parts: Vec<(String, Figures)>,
) -> impl IntoView {
    let titles = named(&Figures::default()).map(|one| Column::figures(one.short));
    let head: Vec<Column> = std::iter::once(Column::from(title)).chain(titles).collect();
    let rows = parts.into_iter().map(|(name, figures)| view! { <Part name figures /> });
    let rows = rows.collect_view();
    view! {
        <div class="figures">
            <Table caption head matrix=true>
                {rows}
            </Table>
        </div>
    }
}

#[component]
fn Part(name: String, figures: Figures) -> impl IntoView {
    let cells = named(&figures).map(|one| view! { <Cell figure=true>{one.value}</Cell> });
    view! {
        <Row>
            <RowTitle>{name}</RowTitle>
            {cells.into_iter().collect_view()}
        </Row>
    }
}

/// A figure, with its name and a shorter one for the head of its column.
struct Named {
    name: &'static str,
    short: &'static str,
    value: String,
}

/// The figures of a row.
fn named(figures: &Figures) -> [Named; 11] {
    let of = |name, short, value| Named { name, short, value };
    let number = |name, short, number: usize| of(name, short, grouped(number as u64));
    [
        number("Sessions", "Sessions", figures.sessions),
        number("Inter-professional", "Inter-professional", figures.inter_professional),
        number(CROSS_BOUNDARY, "Cross-boundary", figures.cross_boundary),
        number("Professions", "Professions", figures.professions),
        number("Teams reached", "Teams", figures.teams),
        number("Organisations reached", "Organisations", figures.organisations),
        number("People", "People", figures.people),
        number("Attendances", "Attendances", figures.attendances),
        of("Service users and carers", "Users and\u{a0}carers", grouped(figures.service_users)),
        of("Hours taught", "Hours taught", hours(figures.minutes)),
        of("Hours learnt", "Hours learnt", hours(figures.learning_minutes)),
    ]
}
