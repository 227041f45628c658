//! What a check found: faults, questions, and what would change.

use crate::sessions::capital;
use crate::ui::{Cell, Choice, Column, Field, InsetText, Radios, Row, RowTitle, Table};
use domain::figures::grouped;
use domain::imports::{Example, Question, Report as Found, SamePerson, Sort, Tally};
use leptos::prelude::*;

#[component]
pub fn Report(report: Found) -> impl IntoView {
    let Found { faults, doubts, unknown_columns, tallies, examples, left_out, assumed, .. } =
        report;
    view! {
        <Faults faults />
        <Doubts doubts />
        {(!unknown_columns.is_empty()).then(|| view! {
            <InsetText>
                <p>{format!("These columns mean nothing here and are passed over: {}.", unknown_columns.join(", "))}</p>
            </InsetText>
        })}
        <Lines heading="Left out" lines=left_out />
        <Lines heading="Not said in the file" lines=assumed />
        <Tallies tallies caption="What the file would change" />
        <Examples examples />
    }
}

#[component]
fn Faults(faults: domain::imports::Faults) -> impl IntoView {
    let caption = format!("Faults: {}", grouped(faults.listed.len() as u64 + faults.more));
    let more = faults.more;
    let rows: Vec<_> = faults
        .listed
        .into_iter()
        .map(|fault| {
            let line = if fault.line == 0 { "The file".to_owned() } else { fault.line.to_string() };
            view! {
                <Row>
                    <RowTitle>{line}</RowTitle>
                    <Cell>{fault.column}</Cell>
                    <Cell>{fault.value}</Cell>
                    <Cell>{capital(fault.message)}</Cell>
                </Row>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <Table caption head=["Line", "Column", "Value", "What is wrong"]>
                {rows}
            </Table>
            {(more > 0).then(|| view! { <p>{format!("And {} more.", grouped(more))}</p> })}
        }
    })
}

/// What may be about a patient, for whoever keeps the file to look at first.
#[component]
fn Doubts(doubts: domain::imports::Faults) -> impl IntoView {
    let caption =
        format!("Perhaps about a patient: {}", grouped(doubts.listed.len() as u64 + doubts.more));
    let more = doubts.more;
    let rows: Vec<_> = doubts
        .listed
        .into_iter()
        .map(|doubt| {
            view! {
                <Row>
                    <RowTitle>{doubt.line.to_string()}</RowTitle>
                    <Cell>{doubt.column}</Cell>
                    <Cell>{capital(doubt.message)}</Cell>
                </Row>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! {
        <InsetText>
            <p>"Look at these lines in the file first. Keep it only if none of them is about a patient."</p>
        </InsetText>
        <Table caption head=["Line", "Column", "What it may hold"]>
            {rows}
        </Table>
        {(more > 0).then(|| view! { <p>{format!("And {} more.", grouped(more))}</p> })}
    })
}

#[component]
fn Lines(heading: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <h2>{heading}</h2>
            <ul>{lines}</ul>
        }
    })
}

#[component]
pub fn Tallies(tallies: Vec<Tally>, caption: &'static str) -> impl IntoView {
    let head = vec![
        Column::from(""),
        Column::figures("New"),
        Column::figures("Corrected"),
        Column::figures("Changed from the day"),
        Column::figures("Unchanged"),
    ];
    let rows: Vec<_> = tallies
        .into_iter()
        .map(|tally| {
            view! {
                <Row>
                    <RowTitle>{tally.of}</RowTitle>
                    <Cell figure=true>{grouped(tally.new)}</Cell>
                    <Cell figure=true>{grouped(tally.corrected)}</Cell>
                    <Cell figure=true>{grouped(tally.dated)}</Cell>
                    <Cell figure=true>{grouped(tally.unchanged)}</Cell>
                </Row>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <Table caption head>
                {rows}
            </Table>
        }
    })
}

#[component]
fn Examples(examples: Vec<Example>) -> impl IntoView {
    [
        (Sort::New, "New"),
        (Sort::Correction, "Corrected for every day"),
        (Sort::Dated, "Changed from the day on"),
    ]
    .into_iter()
    .filter_map(|(sort, heading)| {
        let of_sort = examples.iter().filter(|example| example.sort == sort);
        let lines: Vec<_> = of_sort.map(|e| view! { <li>{e.sentence.clone()}</li> }).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <h2 class="nhsuk-heading-s">{format!("{heading}, for example")}</h2>
                <ul>{lines}</ul>
            }
        })
    })
    .collect_view()
}

/// Are two employee numbers one person? One question a pair.
#[component]
pub fn Questions(questions: Vec<Question>) -> impl IntoView {
    let choices: Vec<_> =
        SamePerson::ALL.iter().map(|a| Choice::new(a.code(), a.label())).collect();
    questions
        .into_iter()
        .enumerate()
        .map(|(pair, question)| view! {
            <Radios
                field=Field::new(format!("pairs[{pair}]"), format!("{question}. Are they the same person?"))
                choices=choices.clone()
            />
        })
        .collect_view()
}
