//! The history of a competency: every judgement, the latest first.

use super::evidence::evidence_named;
use super::levels::level_named;
use crate::evidence::{Piece, in_a_line};
use crate::ui::Details;
use domain::brought::views::AcceptedFrom;
use domain::dates::spoken;
use domain::judgements::views::{EarlierWording, HistoryLine};
use leptos::prelude::*;

#[component]
pub fn History(lines: Vec<HistoryLine>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p>"Nothing has been recorded yet."</p> }.into_any();
    }
    let items = lines.into_iter().map(|line| view! { <Judgement line /> });
    view! { <ol class="nhsuk-list nhsuk-list--border">{items.collect_view()}</ol> }.into_any()
}

/// What was judged then, where a later framework version has worded it anew.
fn said_of(earlier: &EarlierWording) -> String {
    let EarlierWording { version, code, title, counts } = earlier;
    let asked_again = if *counts { "" } else { "; not carried over, so it is asked again" };
    format!("of {code} {title} in version {version} of the framework{asked_again}")
}

/// Where an accepted level was confirmed, by whom and when.
fn accepted(from: &AcceptedFrom) -> String {
    let on = from.confirmed_on.map(|day| format!(" on {}", spoken(day))).unwrap_or_default();
    format!("accepted from {}, confirmed by {}{on}", from.issuer, from.confirmed_by)
}

#[component]
fn Judgement(line: HistoryLine) -> impl IntoView {
    let what = match line.level {
        Some(level) => format!("{}: {}", line.kind.label(), level_named(level)),
        None => line.kind.label().to_owned(),
    };
    let seen_on = line.evidence_on.map(|on| format!(", of {}", spoken(on)));
    let evidence = evidence_named(&line.evidence);
    view! {
        <li>
            <strong>{what}</strong>
            <br />
            {spoken(line.made_on)}
            {line.earlier.map(|earlier| format!(", {}", said_of(&earlier)))}
            {line.by.map(|name| format!(", by {name}"))}
            {line.first_signed_by.map(|name| format!(", signed first by {name}"))}
            {line.accepted_from.map(|from| format!(", {}", accepted(&from)))}
            {line.imported_by.map(|name| format!(", imported by {name}"))}
            {(!evidence.is_empty()).then(|| view! { <br />"Evidence: " {evidence} {seen_on} })}
            // Only its owner's page has any.
            {line.items.into_iter().map(|item| view! {
                <Details summary=in_a_line(&item)>
                    <Piece line=item />
                </Details>
            }).collect_view()}
            {line.note.map(|note| view! { <br />{note.quoted()} })}
            {line.confidence.map(|confidence| view! { <br />{format!("Confidence: {confidence} of 5")} })}
            // Only its owner's page has one.
            {line.reflection.map(|reflection| view! {
                <Details summary="Your reflection">
                    <p class="kept-lines">{reflection.to_string()}</p>
                </Details>
            })}
        </li>
    }
}
