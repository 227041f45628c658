//! Publishing a draft: the first day, what it would do to coverage, and the act.

use super::api::{PublishDraft, framework_draft, preview_draft};
use super::draft::OpenQuestions;
use super::preview::PreviewTables;
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
use domain::frameworks::views::Preview;
use leptos::prelude::*;

#[component]
pub fn PublishDraftPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let [from, rows, row] = ["from", "rows", "row"].map(address::query);
    let found = async move {
        let draft = framework_draft(number?).await?;
        let asked = !from.is_empty();
        let preview = match asked {
            true => Some(preview_draft(draft.title.number, from, rows, row).await),
            false => None,
        };
        Ok::<_, AppError>((draft.title.number, preview))
    };
    load(found, |(number, preview)| {
        view! {
            <Page title=format!("Publish version {number}") trail=trail(number) wide=true>
                <p>"Choose its first day and see what it would do to coverage. Nothing changes before that day."</p>
                <Day />
                {preview.map(|preview| match preview {
                    Ok(preview) => view! { <Checked preview /> }.into_any(),
                    Err(refused) => view! { <Refused refused /> }.into_any(),
                })}
            </Page>
        }
    })
}

#[component]
fn Day() -> impl IntoView {
    let kinds = ScopeKind::ALL.iter().map(|kind| Choice::new(kind, kind.label())).collect();
    view! {
        <FilterPanel action="Show its effect">
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
fn Checked(preview: Preview) -> impl IntoView {
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
            <Form<PublishDraft>>
                <input type="hidden" name="number" value=number />
                <input type="hidden" name="from" value=from.to_string() />
                <Button text=format!("Publish from {}", spoken(from)) />
            </Form<PublishDraft>>
        })}
    }
}
