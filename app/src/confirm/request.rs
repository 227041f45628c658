//! One request: what the person says and shows, beside what the level means; then the decision.

use super::api::read_request;
use super::decide::Decide;
use crate::address;
use crate::evidence::Piece;
use crate::judgements::{History, evidence_named, level_named, words_of};
use crate::load::load;
use crate::ui::{Crumb, Details, InsetText, Page, SummaryList, SummaryRow, WarningCallout};
use domain::dates::spoken;
use domain::evidence::views::EvidenceLine;
use domain::frameworks::Level;
use domain::judgements::views::RequestDetail;
use domain::redactions::Words;
use domain::refusal::Refusal;
use domain::standing::level_told;
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
            <SideBySide level=request.level meaning=meaning(&detail) items=detail.items.clone() />
            {reflection.map(|reflection| view! {
                <Details summary="Their reflection, shown to you while the request is open">
                    <p class="kept-lines">{reflection.to_string()}</p>
                </Details>
            })}
            <Details summary="History">
                <History lines=history />
            </Details>
            {lowers(&detail).map(|words| view! { <InsetText><p>{words}</p></InsetText> })}
            {cannot.map(|cannot| view! {
                <WarningCallout heading="You cannot confirm it as it stands">
                    <p>{cannot}</p>
                </WarningCallout>
            })}
            <Decide detail />
        </Page>
    }
}

/// What the level means, beside what is attached to show it.
#[component]
fn SideBySide(level: Level, meaning: String, items: Vec<EvidenceLine>) -> impl IntoView {
    let pieces = items.into_iter().map(|line| view! { <li><Piece line /></li> });
    let pieces: Vec<_> = pieces.collect();
    (!pieces.is_empty()).then(|| {
        view! {
            <div class="nhsuk-grid-row">
                <section class="nhsuk-grid-column-one-half">
                    <h2>"What the level means here"</h2>
                    <p>
                        <strong>{level_named(level)}</strong>
                    </p>
                    <p>{meaning}</p>
                </section>
                <section class="nhsuk-grid-column-one-half">
                    <h2>"What they show"</h2>
                    <ol class="nhsuk-list nhsuk-list--border">{pieces}</ol>
                </section>
            </div>
        }
    })
}

/// Said where the level asked for is lower than the one they hold: the latest word counts.
fn lowers(detail: &RequestDetail) -> Option<String> {
    let (held, due_on) = detail.held.filter(|(held, _)| *held > detail.request.level)?;
    Some(format!(
        "They hold level {held}, current until {}. Confirming level {} replaces it, because the latest word counts.",
        spoken(due_on),
        detail.request.level
    ))
}

fn meaning(detail: &RequestDetail) -> String {
    let at = usize::from(detail.request.level.number()).checked_sub(1);
    at.and_then(|at| detail.descriptors.get(at)).cloned().unwrap_or_default()
}

/// The level asked for with its meaning, and what stands behind it.
fn said(detail: &RequestDetail) -> Vec<SummaryRow> {
    let request = &detail.request;
    let own = detail.self_level.map_or_else(|| "Not assessed".to_owned(), level_named);
    let held = detail.held.zip(detail.held_by).map_or_else(
        || "None that is current".to_owned(),
        |((level, due_on), kind)| {
            format!("{}, due {}", level_told(level_named(level), kind), spoken(due_on))
        },
    );
    vec![
        SummaryRow::new("Level asked for", level_named(request.level)),
        SummaryRow::new("What it means here", meaning(detail)),
        SummaryRow::new("Evidence", evidence_named(&detail.evidence)),
        SummaryRow::new(
            words_of(request),
            detail.note.as_ref().map_or_else(|| "None".to_owned(), Words::to_string),
        ),
        SummaryRow::new("Their own level", own),
        SummaryRow::new("Confirmed level", held),
        SummaryRow::new(
            "Asked on",
            format!("{}, lapses after {}", spoken(request.asked_on), spoken(request.lapses_on)),
        ),
    ]
}
