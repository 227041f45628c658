//! Who is behind each part of a change, by name as far as the reader may see them, folded away.

use crate::ui::{Details, InsetText};
use domain::coverage::explain::views::{PartLine, PersonBehind};
use domain::figures::{counted, grouped};
use leptos::prelude::*;

#[component]
pub(super) fn Behind(parts: Vec<PartLine>) -> impl IntoView {
    let (named, hidden): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|part| !part.named.is_empty());
    let named = named.into_iter().map(|part| view! { <OfPart part /> }).collect_view();
    view! {
        <h2>"Who is behind each part"</h2>
        {named}
        <NoNames parts=hidden />
    }
}

#[component]
fn OfPart(part: PartLine) -> impl IntoView {
    let many = counted(part.people.all, "person", "people");
    let shown = part.named.len();
    let seen = part.people.all.saturating_sub(part.people.hidden);
    let first = (shown < seen).then(|| {
        let (shown, seen) = (grouped(shown as u64), grouped(seen as u64));
        format!("The first {shown} of {seen} by name. To see the others, explain the change of a narrower unit.")
    });
    let hidden = (part.people.hidden > 0).then(|| {
        let who = counted(part.people.hidden, "person whose name", "people whose names");
        format!("And {who} you do not see.")
    });
    let people = part.named.into_iter().map(|person| view! { <Person person /> });
    let people = people.collect_view();
    let rest = first.into_iter().chain(hidden).map(|told| view! { <p>{told}</p> });
    let rest = rest.collect_view();
    view! {
        <Details summary=format!("{}: {many}", part.title)>
            <ul>{people}</ul>
            {rest}
        </Details>
    }
}

#[component]
fn Person(person: PersonBehind) -> impl IntoView {
    let PersonBehind { id, name, changes } = person;
    let changes = changes.into_iter().map(|told| view! { <li>{told}</li> }).collect_view();
    view! {
        <li>
            <a href=format!("/people/{id}")>{name}</a>
            <ul>{changes}</ul>
        </li>
    }
}

/// Parts behind which the reader sees nobody by name.
#[component]
fn NoNames(parts: Vec<PartLine>) -> impl IntoView {
    let each = parts.iter().map(|part| {
        let many = counted(part.people.all, "person", "people");
        format!("{}, {many}", part.title.to_lowercase())
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| {
        let told = format!(
            "You do not see who is behind these parts: {}. Their organisation shares only figures with you, or they are not in \
             your teams today.",
            each.join("; ")
        );
        view! {
            <InsetText>
                <p>{told}</p>
            </InsetText>
        }
    })
}
