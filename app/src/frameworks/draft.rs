//! A version from above: what stands in it, and what is left to do before it is published.

use super::api::{DeleteDraft, MoveDomain, SendDraftToReview, framework_draft};
use super::list::StageTag;
use super::order::{Movable, UpAndDown};
use super::read_only::ReadOnly;
use super::top;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Details, EmptyState, Form, Page, SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::frameworks::views::{DraftDomain, DraftLine, DraftOverview, Stage};
use leptos::prelude::*;

#[component]
pub fn DraftPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    load(async move { framework_draft(number?).await }, |draft| view! { <Version draft /> })
}

#[component]
fn Version(draft: DraftOverview) -> impl IntoView {
    let number = draft.title.number;
    let title = format!("{}, version {number}", draft.title.title);
    let (stage, may_edit, may_publish) = (draft.stage, draft.may_edit, draft.may_publish);
    let questions = draft.open_questions.clone();
    let domains = draft.domains.clone();
    view! {
        <Page title trail=top()>
            <p>
                <StageTag stage />
            </p>
            {(!may_edit).then(|| view! { <ReadOnly is_open=stage.is_open() /> })}
            <Progress draft />
            {(!questions.is_empty()).then(|| view! { <OpenQuestions questions /> })}
            {may_publish.then(|| view! {
                <p>
                    <a class="nhsuk-button" href=format!("/frameworks/{number}/publish") role="button">
                        "See its effect and publish"
                    </a>
                </p>
            })}
            <h2>"Domains and competencies"</h2>
            <Contents number domains may_edit />
            {may_edit.then(|| view! { <Acts number stage /> })}
        </Page>
    }
}

#[component]
fn Progress(draft: DraftOverview) -> impl IntoView {
    let (number, may_edit) = (draft.title.number, draft.may_edit);
    let leading = |row: SummaryRow, rest: &str| {
        let href = format!("/frameworks/{number}/{rest}");
        if may_edit { row.change_at(href) } else { row.see_at(href) }
    };
    let mut rows = Vec::new();
    if let Some(from) = draft.title.published_from {
        rows.push(SummaryRow::new("In use from", spoken(from)));
    }
    if let Some(follows) = draft.follows {
        let answered = format!("{} of {} answered", draft.answered, draft.to_answer);
        let row = SummaryRow::new(format!("Crosswalk from version {follows}"), answered);
        rows.push(leading(row, "crosswalk"));
    }
    let asked = SummaryRow::new("Requirements", "What roles are asked");
    rows.push(leading(asked, "requirements"));
    let comments = SummaryRow::new("Comments", format!("{} open", draft.open_comments));
    rows.push(leading(comments, "comments"));
    view! { <SummaryList rows /> }
}

/// What stands against publishing.
#[component]
pub fn OpenQuestions(questions: Vec<String>) -> impl IntoView {
    let items = questions.into_iter().map(|question| view! { <li>{question}</li> });
    view! {
        <h2>"Before it can be published"</h2>
        <ul>{items.collect_view()}</ul>
    }
}

#[component]
fn Contents(number: i32, domains: Vec<DraftDomain>, may_edit: bool) -> impl IntoView {
    let (none, many) = (domains.is_empty(), domains.len());
    let domains = domains.into_iter().enumerate().map(|(at, domain)| {
        let edits = may_edit.then(|| Movable::new(&domain.code, &domain.title, at, many));
        view! { <Domain number domain edits /> }
    });
    let domains = domains.collect_view();
    view! {
        {none.then(|| view! {
            <EmptyState heading="Nothing stands in this draft yet">
                <p>"Add a domain first, then the competencies in it."</p>
            </EmptyState>
        })}
        {domains}
        {may_edit.then(|| view! {
            <p>
                <a href=format!("/frameworks/{number}/domains/new")>"Add a domain"</a>
            </p>
        })}
    }
}

#[component]
fn Domain(number: i32, domain: DraftDomain, edits: Option<Movable>) -> impl IntoView {
    let DraftDomain { code, title, competencies, .. } = domain;
    let segment = address::segment(&code);
    let change = format!("/frameworks/{number}/domains/{segment}");
    let add = format!("/frameworks/{number}/competencies/new?domain={segment}");
    let lines = competencies.into_iter().map(|line| view! { <Competency number line /> });
    let lines = lines.collect_view();
    view! {
        <h3>{format!("{code} {title}")}</h3>
        <ul>{lines}</ul>
        {edits.map(|item| view! {
            <p>
                <a href=add>
                    "Add a competency"<span class="nhsuk-u-visually-hidden">{format!(" to {title}")}</span>
                </a>
                " · "
                <a href=change>
                    "Change this domain or its order"
                    <span class="nhsuk-u-visually-hidden">{format!(": {title}")}</span>
                </a>
            </p>
            <UpAndDown<MoveDomain> number item />
        })}
    }
}

#[component]
fn Competency(number: i32, line: DraftLine) -> impl IntoView {
    let href = format!("/frameworks/{number}/competencies/{}", address::segment(&line.code));
    let comments = match line.open_comments {
        0 => String::new(),
        1 => " (1 open comment)".to_owned(),
        many => format!(" ({many} open comments)"),
    };
    view! {
        <li>
            <a href=href>{format!("{} {}", line.code, line.title)}</a>
            {comments}
        </li>
    }
}

#[component]
fn Acts(number: i32, stage: Stage) -> impl IntoView {
    let (review, text) = match stage {
        Stage::InReview => ("", "Take back from review"),
        _ => ("yes", "Send to review"),
    };
    view! {
        <h2>"Review"</h2>
        <p>"While it is in review, it says so to everybody who reads it. It can still be changed."</p>
        <Form<SendDraftToReview>>
            <input type="hidden" name="number" value=number />
            <input type="hidden" name="review" value=review />
            <Button text kind=ButtonKind::Secondary />
        </Form<SendDraftToReview>>
        <Details summary="Delete this draft">
            <p>"Everything in it goes, its comments and invitations too. What is published stays."</p>
            <Form<DeleteDraft>>
                <input type="hidden" name="number" value=number />
                <Button text="Delete this draft" kind=ButtonKind::Warning />
            </Form<DeleteDraft>>
        </Details>
    }
}
