//! One request: what the person says and shows, beside what the level means; then the decision.

use super::api::read_request;
use super::decide::Decide;
use crate::address;
use crate::judgements::{History, evidence_named, level_named};
use crate::load::load;
use crate::ui::{Crumb, Details, Page, SummaryList, SummaryRow, WarningCallout};
use domain::dates::spoken;
use domain::judgements::views::RequestDetail;
use domain::redactions::Words;
use domain::refusal::Refusal;
use leptos::prelude::*;

#[component]
pub fn Request() -> impl IntoView {
    let sequence = address::path_part("sequence").parse();
    let request = async move {
        let sequence = sequence.map_err(|_| Refusal::not_found("this request"))?;
        read_request(sequence).await
    };
    load(request, |detail| view! { <Opened detail /> })
}

#[component]
fn Opened(detail: RequestDetail) -> impl IntoView {
    let request = detail.request.clone();
    let (history, reflection, cannot) =
        (detail.history.clone(), detail.reflection.clone(), detail.cannot.clone());
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    view! {
        <Page title=format!("{}: {}", request.person_name, request.competency_title) trail>
            <p class="nhsuk-body-s">{format!("{} · {}", request.team_name, request.competency_code)}</p>
            <p class="nhsuk-lede-text">{detail.statement.clone()}</p>
            <SummaryList rows=said(&detail) />
            {reflection.map(|reflection| view! {
                <Details summary="Their reflection, shown to you while the request is open">
                    <p class="kept-lines">{reflection.to_string()}</p>
                </Details>
            })}
            <Details summary="History">
                <History lines=history />
            </Details>
            {cannot.map(|cannot| view! {
                <WarningCallout heading="You cannot confirm it as it stands">
                    <p>{cannot}</p>
                </WarningCallout>
            })}
            <Decide detail />
        </Page>
    }
}

/// The level asked for with its meaning, and what stands behind it.
fn said(detail: &RequestDetail) -> Vec<SummaryRow> {
    let request = &detail.request;
    let meaning = usize::from(request.level.number())
        .checked_sub(1)
        .and_then(|at| detail.descriptors.get(at));
    let own = detail.self_level.map_or_else(|| "Not assessed".to_owned(), level_named);
    vec![
        SummaryRow::new("Level asked for", level_named(request.level)),
        SummaryRow::new("What it means here", meaning.cloned().unwrap_or_default()),
        SummaryRow::new("Evidence", evidence_named(&detail.evidence)),
        SummaryRow::new(
            "In their words",
            detail.note.as_ref().map(Words::to_string).unwrap_or_default(),
        ),
        SummaryRow::new("Their own level", own),
        SummaryRow::new(
            "Asked on",
            format!("{}, lapses after {}", spoken(request.asked_on), spoken(request.lapses_on)),
        ),
    ]
}
