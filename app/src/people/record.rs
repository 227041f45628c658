//! Somebody's record: what is asked of them, and where they stand.

use crate::judgements::StandingTag;
use crate::ui::{Cell, EmptyState, Row, RowFilter, RowTitle, Table};
use domain::dates::spoken;
use domain::ids::PersonId;
use domain::judgements::views::{Record, RecordDomain, RecordLine};
use domain::people::counting::Met;
use domain::standing::Status;
use leptos::prelude::*;

#[component]
pub(super) fn PersonRecord(person: PersonId, record: Record) -> impl IntoView {
    let met = met_in(&record);
    let domains = record.domains.into_iter().filter_map(|domain| {
        let lines: Vec<RecordLine> =
            domain.competencies.iter().filter(|line| tells(line)).cloned().collect();
        (!lines.is_empty()).then(|| view! { <Domain person domain lines /> })
    });
    let domains: Vec<_> = domains.collect();
    let known = if domains.is_empty() {
        view! { <Nothing /> }.into_any()
    } else {
        view! {
            <p class="nhsuk-lede-text">{met.words()}</p>
            <RowFilter label="Find a competency">{domains}</RowFilter>
        }
        .into_any()
    };
    view! {
        <h2>"Record"</h2>
        {known}
    }
}

fn met_in(record: &Record) -> Met {
    let status = |line: &RecordLine| line.status;
    let all: Vec<Status> =
        record.domains.iter().flat_map(|d| &d.competencies).filter_map(status).collect();
    let met = all.iter().filter(|status| matches!(status, Status::Met | Status::DueSoon)).count();
    Met { met: met as u32, asked: all.len() as u32 }
}

/// What is neither asked nor ever assessed says nothing about the person.
const fn tells(line: &RecordLine) -> bool {
    line.asked.is_some() || line.standing.assessed
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState heading="Nothing is asked of them yet">
            <p>
                "Either they hold no post today, or no competencies are set for their role. Check their posts above, "
                "or ask an administrator whether the requirements of the role were imported."
            </p>
        </EmptyState>
    }
}

#[component]
fn Domain(person: PersonId, domain: RecordDomain, lines: Vec<RecordLine>) -> impl IntoView {
    let rows = lines.into_iter().map(|line| view! { <Line person line /> }).collect_view();
    view! {
        <Table caption=domain.title head=["Competency", "Asked level", "Own level", "Confirmed level", "Status"]>
            {rows}
        </Table>
    }
}

#[component]
fn Line(person: PersonId, line: RecordLine) -> impl IntoView {
    let asked = match line.asked {
        Some(asked) if asked.critical => format!("{}, critical", asked.level),
        Some(asked) => asked.level.to_string(),
        None => "Not asked".to_owned(),
    };
    let own =
        line.standing.self_level.map_or_else(|| "None yet".to_owned(), |level| level.to_string());
    let confirmed = match line.confirmed_told() {
        Some((level, due_on)) => format!("{level}, due {}", spoken(due_on)),
        None => "None".to_owned(),
    };
    let (title, code) = (line.title.clone(), line.code.clone());
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/people/{person}/competencies/{code}")>{title}</a>
                <br />
                <span class="nhsuk-body-s">{code}</span>
            </RowTitle>
            <Cell>{asked}</Cell>
            <Cell>{own}</Cell>
            <Cell>{confirmed}</Cell>
            <Cell>
                <StandingTag line />
            </Cell>
        </Row>
    }
}
