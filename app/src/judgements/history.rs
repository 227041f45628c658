//! The history of a competency: every judgement, the latest first.

use super::evidence::evidence_named;
use super::levels::level_named;
use crate::ui::Details;
use domain::dates::spoken;
use domain::judgements::views::HistoryLine;
use leptos::prelude::*;

#[component]
pub fn History(lines: Vec<HistoryLine>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p>"Nothing has been recorded yet."</p> }.into_any();
    }
    let items = lines.into_iter().map(|line| view! { <Judgement line /> });
    view! { <ol class="nhsuk-list nhsuk-list--border">{items.collect_view()}</ol> }.into_any()
}

#[component]
fn Judgement(line: HistoryLine) -> impl IntoView {
    let what = match line.level {
        Some(level) => format!("{}: {}", line.kind.label(), level_named(level)),
        None => line.kind.label().to_owned(),
    };
    let evidence = evidence_named(&line.evidence);
    view! {
        <li>
            <strong>{what}</strong>
            <br />
            {spoken(line.made_on)}
            {line.by.map(|name| format!(", by {name}"))}
            {line.imported_by.map(|name| format!(", imported by {name}"))}
            {(!evidence.is_empty()).then(|| view! { <br />"Evidence: " {evidence} })}
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
