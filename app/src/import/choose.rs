//! Which file to bring in, and the latest ones.

use super::api::{Start, import_start};
use super::columns::{Columns, PLACE};
use super::decide::Decide;
use crate::address;
use crate::load::load;
use crate::ui::UploadForm;
use crate::ui::{
    Button, Cell, Choice, DateInput, Field, FileUpload, Page, Row, RowTitle, Select, Table,
};
use domain::dates::spoken;
use domain::imports::views::ImportRun;
use leptos::prelude::*;

#[component]
pub fn ImportPage() -> impl IntoView {
    load(import_start(), |start| view! { <Choose start /> })
}

#[component]
fn Choose(start: Start) -> impl IntoView {
    let Start { kinds, shapes, runs, today } = start;
    let names_courses = kinds.iter().any(|kind| kind.is_evidence());
    let choices: Vec<_> = kinds.iter().map(|kind| Choice::new(kind.code(), kind.label())).collect();
    view! {
        <Page title="Import">
            <p>
                "Choose a file. Esteem checks the whole of it and shows what it would change; nothing is kept before you "
                "say so. A file with a fault imports nothing, and the same file twice changes nothing."
            </p>
            <p>
                <a href=format!("#{PLACE}")>"Which columns a file needs, and empty files to fill in"</a>
            </p>
            <UploadForm name="import" action="/import/upload">
                <Select
                    field=Field::new("kind", "What is in the file?").value(address::query("kind"))
                    choices
                    none="Choose what it holds"
                />
                <DateInput
                    field=Field::new("as_at", "From which day do changes hold?")
                        .hint("A changed role, team, FTE or status holds from this day; earlier days keep what they had. For example, 4 5 2026")
                        .value(today)
                />
                <Decide kinds />
                <FileUpload
                    field=Field::new("file", "Choose a file").hint("CSV, the national ePCN.xlsx, or a framework as CASE 1.0 JSON; 64 MB at most")
                    accept=".csv,.xlsx,.txt,.json"
                />
                <Button text="Upload and check" />
            </UploadForm>
            {names_courses.then(|| view! {
                <p>
                    "Competences and certificates come in as evidence: "
                    <a href="/import/courses">"say which competencies each course is about"</a> "."
                </p>
            })}
            <Columns shapes />
            <Latest runs />
        </Page>
    }
}

#[component]
fn Latest(runs: Vec<ImportRun>) -> impl IntoView {
    let rows = runs.into_iter().map(|run| {
        view! {
            <Row>
                <RowTitle>
                    <a href=format!("/import/{}", run.id)>{run.file_name}</a>
                </RowTitle>
                <Cell>{run.kind.label()}</Cell>
                <Cell>{spoken(run.started_on)}</Cell>
                <Cell>{run.state.label()}</Cell>
            </Row>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <Table caption="Your latest imports" head=["File", "What", "Day", "State"]>
                {rows}
            </Table>
        }
    })
}
