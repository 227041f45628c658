//! Every version of the framework, and the start of a draft.

use super::api::{StartDraft, framework_versions};
use crate::load::load;
use crate::ui::{
    Button, Cell, Choice, Colour, Column, EmptyState, Field, Form, Page, Radios, Row, RowTitle,
    Table, Tag, TextInput,
};
use domain::dates::spoken;
use domain::frameworks::views::{Stage, VersionLine, Versions};
use leptos::prelude::*;

#[component]
pub fn FrameworkVersionsPage() -> impl IntoView {
    load(framework_versions(), |versions| {
        let Versions { lines, may_start } = versions;
        let any = !lines.is_empty();
        let open = lines.iter().find(|line| line.stage.is_open()).map(|line| line.title.number);
        let title = lines.first().map(|line| line.title.title.clone()).unwrap_or_default();
        view! {
            <Page title="Framework versions">
                <p>
                    "A published version never changes. To change what is asked, draft a new version and publish it from "
                    "a day on."
                </p>
                {if any {
                    view! { <Lines lines /> }.into_any()
                } else {
                    view! {
                        <EmptyState heading="There is no framework yet">
                            <p>"Start a draft, or load the set that comes with Esteem."</p>
                        </EmptyState>
                    }.into_any()
                }}
                {may_start.then(|| view! { <Start title any /> })}
                {open.map(|number| view! { <IsOpen number /> })}
            </Page>
        }
    })
}

#[component]
fn Lines(lines: Vec<VersionLine>) -> impl IntoView {
    let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let head =
        vec!["Version".into(), "State".into(), "From".into(), Column::figures("Competencies")];
    view! { <Table caption="Versions, the newest first" head>{rows}</Table> }
}

#[component]
fn Line(line: VersionLine) -> impl IntoView {
    let VersionLine { title, stage, competencies } = line;
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/frameworks/{}", title.number)>
                    {format!("{}, version {}", title.title, title.number)}
                </a>
            </RowTitle>
            <Cell>
                <StageTag stage />
            </Cell>
            <Cell>{title.published_from.map_or_else(|| "Not published".to_owned(), spoken)}</Cell>
            <Cell figure=true>{competencies}</Cell>
        </Row>
    }
}

/// Where a version stands, in a word or two.
#[component]
pub fn StageTag(stage: Stage) -> impl IntoView {
    let colour = match stage {
        Stage::Draft => Colour::Grey,
        Stage::InReview => Colour::Yellow,
        Stage::Coming => Colour::Blue,
        Stage::InUse => Colour::Green,
        Stage::Past => Colour::White,
    };
    view! { <Tag text=stage.label() colour /> }
}

/// Why no other draft can be started.
#[component]
fn IsOpen(number: i32) -> impl IntoView {
    view! {
        <p>
            <a href=format!("/frameworks/{number}")>{format!("Version {number}")}</a>
            " is a draft already. Another can be started once it is published or deleted."
        </p>
    }
}

#[component]
fn Start(title: String, any: bool) -> impl IntoView {
    let copy = Choice::new("copy", "A copy of the version published last")
        .hint("Everything stays the same until you change it.");
    let nothing = Choice::new("nothing", "Nothing");
    let choices = if any { vec![copy, nothing] } else { vec![nothing] };
    view! {
        <h2>"Start a draft"</h2>
        <Form<StartDraft>>
            <TextInput field=Field::new("title", "Title of the framework").value(title) />
            <Radios field=Field::new("begin", "What does the draft begin with?") choices />
            <Button text="Start the draft" />
        </Form<StartDraft>>
        <p>
            "You can also "
            <a href="/import?kind=framework&draft=yes">"start a draft from a file"</a>
            ", as CSV or CASE 1.0 JSON."
        </p>
    }
}
