//! One piece of evidence: what it was, when, and where the rest of it is.

use crate::judgements::evidence_named;
use domain::dates::{spoken, spoken_minutes};
use domain::evidence::links::Link;
use domain::evidence::views::{EvidenceLine, FileLine, spoken_size};
use domain::ids::EvidenceItemId;
use domain::redactions::Words;
use leptos::prelude::*;

#[component]
pub fn Piece(line: EvidenceLine) -> impl IntoView {
    let (id, facts) = (line.id, facts(&line));
    let about: Vec<String> = line.about.into_iter().map(|(_, title)| title).collect();
    view! {
        <p class="nhsuk-u-margin-bottom-1">
            <strong>{line.kind.label()}</strong>
            <br />
            <span class="nhsuk-body-s">{facts}</span>
        </p>
        <p class="kept-lines">{line.what.to_string()}</p>
        {line.link.map(|link| view! { <Elsewhere link /> })}
        {line.link_redacted_on.map(|day| view! {
            <p>{format!("Link: {}", Words::Redacted(day))}</p>
        })}
        {line.file.map(|file| view! { <Attachment id file /> })}
        {(!about.is_empty()).then(|| view! {
            <p class="nhsuk-body-s">"About: " {about.join("; ")}</p>
        })}
    }
}

/// What a request or a first signature rests on; nothing where nothing is attached.
#[component]
pub fn Pieces(items: Vec<EvidenceLine>) -> impl IntoView {
    let pieces: Vec<_> = items.into_iter().map(|line| view! { <li><Piece line /></li> }).collect();
    (!pieces.is_empty()).then(|| {
        view! {
            <h3>"What they show"</h3>
            <ol class="nhsuk-list nhsuk-list--border">{pieces}</ol>
        }
    })
}

/// `4 May 2026, 1 hour 30 minutes, participatory`.
fn facts(line: &EvidenceLine) -> String {
    let mut facts = spoken(line.happened_on);
    if let Some(minutes) = line.minutes {
        facts += &format!(", {}", spoken_minutes(minutes));
    }
    if line.participatory {
        facts += ", participatory";
    }
    if let Some(name) = &line.imported_by {
        facts += &format!(", imported by {name}");
    }
    facts
}

/// A piece as one choice of several: `Simulation with a debrief, 4 May 2026`.
pub fn in_a_line(line: &EvidenceLine) -> String {
    format!("{}, {}", evidence_named(&[line.kind]), spoken(line.happened_on))
}

/// Where it leads is said before it is opened, and nobody there is told where the reader came from.
#[component]
fn Elsewhere(link: Link) -> impl IntoView {
    let (href, host) = (link.address().to_owned(), link.host().to_owned());
    view! {
        <p class="long-words">
            "Link to " {host} ": "
            <a href=href rel="noreferrer noopener">
                {link.address().to_owned()}
            </a>
        </p>
    }
}

#[component]
fn Attachment(id: EvidenceItemId, file: FileLine) -> impl IntoView {
    let name = match file.name {
        Words::Written(name) => {
            view! { <a href=format!("/evidence/{id}/file")>{name}</a> }.into_any()
        }
        redacted @ Words::Redacted(_) => redacted.to_string().into_any(),
    };
    view! {
        <p class="long-words">
            "File: " {name} {format!(" ({}, {})", file.kind.label(), spoken_size(file.bytes))}
        </p>
    }
}
