//! What sessions were, in figures: one of them on its page, and those of a period on a page of their own.

mod tables; // the figures of a period: of all, by month, by format

use super::api::session_figures;
use super::wellbeing::WhatWasSaid;
use crate::address;
use crate::load::load;
use crate::ui::{
    Choice, Crumb, EmptyState, Field, FilterPanel, Page, Select, SummaryList, SummaryRow,
    TextInput, TextKind,
};
use domain::dates::spoken;
use domain::figures::{counted, grouped, hours};
use domain::sessions::tally::views::{PeriodFigures, SessionFigures};
use leptos::prelude::*;
use tables::Tables;

const CROSS_BOUNDARY: &str = "Cross-boundary: mental health and other professions";

const HOURS_LEARNT: &str =
    "Hours learnt count those who came to all of a session. Coming for a part of it adds none.";

/// One session, for whoever teaches it.
#[component]
pub(super) fn WhatItWas(figures: SessionFigures) -> impl IntoView {
    let SessionFigures { figures, professions } = figures;
    let named =
        if professions.is_empty() { "None known".to_owned() } else { professions.join(", ") };
    let yes = |is: usize| if is > 0 { "Yes" } else { "No" };
    let rows = vec![
        SummaryRow::new("Inter-professional", yes(figures.inter_professional)),
        SummaryRow::new(CROSS_BOUNDARY, yes(figures.cross_boundary)),
        SummaryRow::new("Professions of people who came and led", named),
        SummaryRow::new("People who came", grouped(figures.people as u64)),
        SummaryRow::new("Teams reached", grouped(figures.teams as u64)),
        SummaryRow::new("Organisations reached", grouped(figures.organisations as u64)),
        SummaryRow::new("Hours learnt", hours(figures.learning_minutes)),
    ];
    view! {
        <h3>"What it was"</h3>
        <SummaryList rows />
        <p>{HOURS_LEARNT}</p>
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
        <Page title="Sessions in figures" trail wide=true errors=found.errors.clone()>
            <p class="nhsuk-lede-text">{lede}</p>
            <Filters found=found.clone() />
            <p>
                "Sessions that you can run and whose registers are closed. People, professions, teams and organisations count once "
                "in each row, so rows do not add up. " {HOURS_LEARNT}
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
