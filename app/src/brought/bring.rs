//! The page to bring a record from an earlier employer, and those that were brought.

use super::api::my_brought_records;
use super::remove::Remove;
use crate::load::load;
use crate::ui::{Button, Crumb, Field, FileUpload, Page, StackedTable, UploadForm};
use domain::brought::views::{BroughtLine, BroughtState};
use domain::dates::spoken;
use leptos::prelude::*;

#[component]
pub fn BringRecordPage() -> impl IntoView {
    load(my_brought_records(), |lines| view! { <Bring lines /> })
}

#[component]
fn Bring(lines: Vec<BroughtLine>) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/evidence", "My evidence")];
    let file = Field::new("file", "Your passport from an earlier employer")
        .hint("The file whose name ends in .json, as you downloaded it; 1 MB at most");
    view! {
        <Page title="Bring a record from an earlier employer" trail>
            <p>
                "Esteem checks that nothing in the file was altered since it was signed. What it says becomes evidence of "
                "yours at once. If whoever signed it is trusted here, an assessor or workforce lead can accept all of it "
                "in one act, with the days and levels you were given there, or decline it and say why. Until then they "
                "see it, whatever your organisation shares."
            </p>
            <UploadForm name="bring_record" action="/my/record/upload">
                <FileUpload field=file accept=".json" />
                <Button text="Bring this record" />
            </UploadForm>
            <Brought lines />
        </Page>
    }
}

#[component]
fn Brought(lines: Vec<BroughtLine>) -> impl IntoView {
    let rows: Vec<_> = lines.into_iter().map(cells).collect();
    (!rows.is_empty()).then(|| {
        let head = vec!["From", "Issued", "Brought", "Levels", "How far it has come", "Remove"];
        view! {
            <StackedTable caption="Records you have brought" head rows />
            <p>
                "Each level is one of the pieces of "
                <a href="/my/evidence?kind=prior_learning">"your evidence"</a> "."
            </p>
        }
    })
}

fn cells(line: BroughtLine) -> Vec<AnyView> {
    vec![
        line.issuer.clone().into_any(),
        spoken(line.issued_on).into_any(),
        spoken(line.brought_on).into_any(),
        line.levels.to_string().into_any(),
        told(&line.state).into_any(),
        view! { <Remove line /> }.into_any(),
    ]
}

fn told(state: &BroughtState) -> String {
    match state {
        BroughtState::Waits => "Waits for an assessor or workforce lead".to_owned(),
        BroughtState::Unverified => {
            "Evidence only: whoever signed it is not trusted here. An administrator can change that"
                .to_owned()
        }
        BroughtState::Declined(declined) => declined.words(),
        BroughtState::Accepted { by, on } => format!("Accepted by {by} on {}", spoken(*on)),
    }
}
