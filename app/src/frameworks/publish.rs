//! Publishing a draft: the first day, what it would do to coverage, and the act.

use super::api::{PublishDraft, framework_draft, preview_draft};
use super::draft::OpenQuestions;
use super::preview::PreviewTables;
use super::read_only::ReadOnly;
use super::trail;
use crate::address;
use crate::error::AppError;
use crate::load::load;
use crate::ui::{
    Button, Choice, Field, FilterPanel, Form, Page, Select, SummaryList, SummaryRow, TextInput,
    TextKind, WarningCallout,
};
use domain::coverage::ScopeKind;
use domain::dates::spoken;
use domain::fields::FieldErrors;
use domain::frameworks::views::Preview;
use domain::refusal::Refusal;
use leptos::prelude::*;

#[component]
pub fn PublishDraftPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let [from, rows, row] = ["from", "rows", "row"].map(address::query);
    let asked = address::queries().iter().any(|(name, _)| name == "from");
    let found = async move {
        let draft = framework_draft(number?).await?;
        let preview = if asked && draft.stage.is_open() {
            Some(preview_draft(draft.title.number, from, rows, row).await)
        } else {
            None
        };
        Ok::<_, AppError>((draft, preview))
    };
    load(found, |(draft, preview)| {
        let (number, is_open) = (draft.title.number, draft.stage.is_open());
        let comments = draft.open_comments;
        let (errors, preview) = beside_the_day(preview);
        view! {
            <Page title=format!("Publish version {number}") trail=trail(number) wide=true>
                {if is_open {
                    view! { <Day errors /> }.into_any()
                } else {
                    view! { <ReadOnly is_open /> }.into_any()
                }}
                {preview.map(|preview| match preview {
                    Ok(preview) => view! { <Checked preview comments /> }.into_any(),
                    Err(refused) => view! { <Refused refused /> }.into_any(),
                })}
            </Page>
        }
    })
}

type Found = Option<Result<Preview, AppError>>;

/// What is wrong with the day is said beside it, and not once more.
fn beside_the_day(preview: Found) -> (FieldErrors, Found) {
    match preview {
        Some(Err(AppError::Refused(Refusal::Fields(errors)))) => (errors, None),
        preview => (FieldErrors::default(), preview),
    }
}

#[component]
fn Day(errors: FieldErrors) -> impl IntoView {
    let kinds = ScopeKind::of_each_team().map(|kind| Choice::new(kind, kind.label())).collect();
    view! {
        <p>"Choose its first day and see what it would do to coverage. Nothing changes before that day."</p>
        <FilterPanel action="Show its effect" errors>
            <TextInput field=Field::new("from", "First day") kind=TextKind::Day />
            <Select field=Field::new("rows", "Rows").value(ScopeKind::Team) choices=kinds />
        </FilterPanel>
    }
}

#[component]
fn Refused(refused: AppError) -> impl IntoView {
    view! {
        <WarningCallout heading="There is no preview for this day">
            <p>{refused.to_string()}</p>
        </WarningCallout>
    }
}

/// The preview, and the answers to be checked before publishing.
#[component]
fn Checked(preview: Preview, comments: usize) -> impl IntoView {
    let questions = preview.open_questions.clone();
    let ready = questions.is_empty() && preview.may_publish;
    let (number, from) = (preview.version.number, preview.from);
    let rows = vec![
        SummaryRow::new("Version", format!("{}, version {number}", preview.version.title)),
        SummaryRow::new("First day", spoken(from)),
    ];
    view! {
        <PreviewTables preview />
        {(!questions.is_empty()).then(|| view! { <OpenQuestions questions /> })}
        {ready.then(|| view! {
            <h2>"Check your answers"</h2>
            <SummaryList rows />
            <p>"Once published, this version never changes."</p>
            <OpenComments number comments />
            <Form<PublishDraft>>
                <input type="hidden" name="number" value=number />
                <input type="hidden" name="from" value=from.to_string() />
                <Button text=format!("Publish from {}", spoken(from)) />
            </Form<PublishDraft>>
        })}
    }
}

/// What somebody said of the draft and nobody has dealt with does not stand against publishing, but should be known.
#[component]
fn OpenComments(number: i32, comments: usize) -> impl IntoView {
    let words = match comments {
        0 => return None,
        1 => "1 comment is open".to_owned(),
        many => format!("{many} comments are open"),
    };
    Some(view! {
        <p>
            <a href=format!("/frameworks/{number}/comments")>{words}</a>
        </p>
    })
}
