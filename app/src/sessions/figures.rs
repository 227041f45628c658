//! What sessions were, in figures: one of them on its page, and those of a period on a page of their own.

use super::api::session_figures;
use super::wellbeing::WhatWasSaid;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Choice, Column, Crumb, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Select,
    SummaryList, SummaryRow, Table, TextInput, TextKind,
};
use domain::dates::{spoken, spoken_minutes};
use domain::figures::{counted, grouped};
use domain::sessions::tally::Figures;
use domain::sessions::tally::views::{PeriodFigures, SessionFigures};
use leptos::prelude::*;

/// One session, for whoever teaches it.
#[component]
pub(super) fn WhatItWas(figures: SessionFigures) -> impl IntoView {
    let SessionFigures { figures, professions } = figures;
    let named =
        if professions.is_empty() { "None known".to_owned() } else { professions.join(", ") };
    let yes = |is: usize| if is > 0 { "Yes" } else { "No" };
    let rows = vec![
        SummaryRow::new("Inter-professional", yes(figures.inter_professional)),
        SummaryRow::new("Mental health and other professions", yes(figures.cross_boundary)),
        SummaryRow::new("Professions of people who came and led", named),
        SummaryRow::new("People who came", grouped(figures.people as u64)),
        SummaryRow::new("Teams reached", grouped(figures.teams as u64)),
        SummaryRow::new("Organisations reached", grouped(figures.organisations as u64)),
        SummaryRow::new("Hours of learning", hours(figures.learning_minutes)),
    ];
    view! {
        <h3>"What it was"</h3>
        <SummaryList rows />
    }
}

#[component]
pub fn FiguresPage() -> impl IntoView {
    let of = address::query;
    load(session_figures(of("in"), of("from"), of("to")), |found| view! { <Period found /> })
}

#[component]
fn Period(found: PeriodFigures) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
    let days = format!("{} to {}", spoken(found.from), spoken(found.to));
    let lede = match &found.place {
        Some(place) => format!("{place}, {days}"),
        None => days,
    };
    let open = found.open;
    let nothing = found.all.sessions == 0;
    let quarters = found.wellbeing.clone();
    view! {
        <Page title="Sessions in figures" trail wide=true>
            <p class="nhsuk-lede-text">{lede}</p>
            <Filters found=found.clone() />
            <p>
                "Sessions that you can run and whose registers are closed. People, professions, teams and organisations count once "
                "in each row, so rows do not add up."
            </p>
            {(open > 0).then(|| view! {
                <p>
                    "Not counted yet, because the register is open: "
                    {counted(open, "session that has taken place", "sessions that have taken place")} "."
                </p>
            })}
            {if nothing {
                view! {
                    <EmptyState heading="No session to count">
                        <p>"Choose other days or another place, or close the registers of sessions that have taken place."</p>
                    </EmptyState>
                }.into_any()
            } else {
                view! { <Tables found /> }.into_any()
            }}
            <WhatWasSaid quarters />
        </Page>
    }
}

#[component]
fn Filters(found: PeriodFigures) -> impl IntoView {
    let PeriodFigures { from, to, places, errors, .. } = found;
    let places = places.into_iter().map(|one| Choice::new(one.code, one.title)).collect();
    let first = Field::new("from", "First day").value(from);
    let last = Field::new("to", "Last day").value(to);
    view! {
        <FilterPanel action="Show figures" errors>
            <TextInput field=first kind=TextKind::Day width=10 />
            <TextInput field=last kind=TextKind::Day width=10 />
            <Select field=Field::new("in", "Held for") choices=places none="Everywhere I run sessions" />
        </FilterPanel>
    }
}

#[component]
fn Tables(found: PeriodFigures) -> impl IntoView {
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
    let rows = named(&figures).into_iter().map(|(name, value)| SummaryRow::new(name, value));
    let rows: Vec<SummaryRow> = rows.collect();
    view! { <SummaryList rows /> }
}

#[component]
fn Parts(
    caption: &'static str,
    title: &'static str,
    parts: Vec<(String, Figures)>,
) -> impl IntoView {
    let titles = named(&Figures::default()).map(|(name, _)| Column::figures(name));
    let head: Vec<Column> = std::iter::once(Column::from(title)).chain(titles).collect();
    let rows = parts.into_iter().map(|(name, figures)| view! { <Part name figures /> });
    let rows = rows.collect_view();
    view! {
        <Table caption head matrix=true>
            {rows}
        </Table>
    }
}

#[component]
fn Part(name: String, figures: Figures) -> impl IntoView {
    let cells = named(&figures).map(|(_, value)| view! { <Cell figure=true>{value}</Cell> });
    view! {
        <Row>
            <RowTitle>{name}</RowTitle>
            {cells.into_iter().collect_view()}
        </Row>
    }
}

/// The figures of a row, each with its name.
fn named(figures: &Figures) -> [(&'static str, String); 11] {
    let number = |number: usize| grouped(number as u64);
    [
        ("Sessions", number(figures.sessions)),
        ("Inter-professional", number(figures.inter_professional)),
        ("Mental health and other professions", number(figures.cross_boundary)),
        ("Professions", number(figures.professions)),
        ("Teams reached", number(figures.teams)),
        ("Organisations reached", number(figures.organisations)),
        ("People", number(figures.people)),
        ("Attendances", number(figures.attendances)),
        ("Service users and carers", grouped(figures.service_users)),
        ("Time taught", hours(figures.minutes)),
        ("Time learnt", hours(figures.learning_minutes)),
    ]
}

fn hours(minutes: u64) -> String {
    spoken_minutes(u32::try_from(minutes).unwrap_or(u32::MAX))
}
