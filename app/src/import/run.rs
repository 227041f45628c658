//! One file on its way: being checked, looked at, being imported, done.

use super::api::{CheckAgain, KeepImport, import_run};
use super::report::{Questions, Report, Tallies};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Crumb, Details, Form, InsetText, Page, SummaryList, SummaryRow,
    WarningCallout,
};
use domain::dates::spoken;
use domain::imports::views::{ImportRun, RunState};
use domain::imports::{Kind, LEAVE_OUT_UNKNOWN};
use domain::refusal::Refusal;
use leptos::prelude::*;

#[component]
pub fn ImportRunPage() -> impl IntoView {
    let id = address::path_part("id");
    load(
        async move {
            let id = id.parse().map_err(|_| Refusal::not_found("this import"))?;
            import_run(id).await
        },
        |run| view! { <Run run /> },
    )
}

#[component]
fn Run(run: ImportRun) -> impl IntoView {
    let trail = vec![Crumb::new("/import", "Import")];
    let title = format!("{}: {}", run.state.label(), run.file_name);
    let yes_no = |said: bool| if said { "Yes" } else { "No" };
    let staff = run.kind == Kind::Staff;
    let complete = staff.then(|| SummaryRow::new("The file names everybody", yes_no(run.complete)));
    let evidence = run.kind.is_evidence();
    let left_out =
        evidence.then(|| SummaryRow::new(LEAVE_OUT_UNKNOWN, yes_no(run.leave_out_unknown)));
    let rows = [
        Some(SummaryRow::new("What", run.kind.label())),
        Some(SummaryRow::new("Changes hold from", spoken(run.as_at))),
        complete,
        left_out,
        Some(SummaryRow::new("Uploaded", format!("{} by {}", spoken(run.started_on), run.actor))),
    ];
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    view! {
        <Page title trail>
            <SummaryList rows />
            {match run.state {
                RunState::Uploaded | RunState::Checking | RunState::Merging => view! { <Waiting run /> }.into_any(),
                RunState::Previewed => view! { <Preview run /> }.into_any(),
                RunState::Done => view! { <Done run /> }.into_any(),
                RunState::Refused | RunState::Failed => view! { <Refused run /> }.into_any(),
            }}
        </Page>
    }
}

/// The server has waited a little already; what takes longer is looked at again by a link, which no reader is in the middle
/// of when it happens.
#[component]
fn Waiting(run: ImportRun) -> impl IntoView {
    let done = run.percent.map(|percent| format!(" {percent}% done.")).unwrap_or_default();
    let address = format!("/import/{}", run.id);
    view! {
        <InsetText>
            <p>{format!("{}.{done} You can leave this page: the work goes on.", run.state.label())}</p>
        </InsetText>
        <p>
            <a href=address>"See how far it has come"</a>
        </p>
        <CutOff id=run.id.to_string() />
    }
}

/// For work that was cut off, for instance because the server was restarted.
#[component]
fn CutOff(id: String) -> impl IntoView {
    view! {
        <Details summary="Nothing is happening?">
            <Form<CheckAgain>>
                <input type="hidden" name="id" value=id />
                <Button text="Check the file again" kind=ButtonKind::Secondary />
            </Form<CheckAgain>>
        </Details>
    }
}

#[component]
fn Preview(run: ImportRun) -> impl IntoView {
    let report = run.report.unwrap_or_default();
    let nothing = report.changes_nothing();
    let whole = if report.left_out.is_empty() {
        "Everything"
    } else {
        "Besides what is left out, everything"
    };
    let questions = report.questions.clone();
    view! {
        <Report report />
        {if nothing {
            view! {
                <InsetText>
                    <p>{format!("{whole} in this file is on record already. There is nothing to import.")}</p>
                </InsetText>
            }.into_any()
        } else {
            view! {
                <Form<KeepImport>>
                    <input type="hidden" name="id" value=run.id.to_string() />
                    <Questions questions />
                    <Button text="Import this file" />
                </Form<KeepImport>>
            }.into_any()
        }}
        <p>
            <a href="/import">"Choose another file"</a>
        </p>
    }
}

#[component]
fn Done(run: ImportRun) -> impl IntoView {
    view! {
        <Tallies tallies=run.tallies caption="What was imported" />
        {(run.kind == Kind::LocalMeasures).then(|| view! { <OfMeasures /> })}
        {run.kind.is_evidence().then(|| view! {
            <p>
                <a href="/import/courses">"Say which competencies the courses are about"</a>
            </p>
        })}
        <p>
            <a href="/import">"Import another file"</a>
        </p>
    }
}

/// Where what was just brought in stands, and where it does not yet.
#[component]
fn OfMeasures() -> impl IntoView {
    view! {
        <p>
            "They are shown beside the coverage of the areas and teams that they are of: " <a href="/coverage">"go to coverage"</a> "."
        </p>
        <p>
            "A return that is prepared already does not have them. Prepare it again, as long as it is not submitted: "
            <a href="/returns">"go to returns"</a> "."
        </p>
    }
}

#[component]
fn Refused(run: ImportRun) -> impl IntoView {
    let reason = run.reason.clone();
    view! {
        <WarningCallout heading="Nothing was imported">
            <p>
                {reason.unwrap_or_else(|| {
                    "The file has faults. Mend them where the file comes from, and upload it again.".to_owned()
                })}
            </p>
        </WarningCallout>
        {run.report.map(|report| view! { <Report report /> })}
        <p>
            <a href="/import">"Choose another file"</a>
        </p>
    }
}
