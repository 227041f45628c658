//! A colleague who can be asked: who they are, how to reach them, what they hold.

use crate::ui::{Details, Tag};
use domain::help::views::{HeldIn, HelperLine};
use leptos::prelude::*;

/// Up to so many competencies stand open; more are folded up.
const OPEN_MOST: usize = 3;

#[component]
pub(super) fn Helper(line: HelperLine) -> impl IntoView {
    let HelperLine { name, near, posts, reach, email, holds, .. } = line;
    let posts =
        posts.into_iter().map(|(role, team)| view! { <div>{format!("{role}, {team}")}</div> });
    let posts = posts.collect_view();
    view! {
        <li>
            <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{name.clone()} " " <Tag text=near.label() /></h3>
            {posts}
            <Reach reach email name=name.clone() />
            <Holds holds name />
        </li>
    }
}

#[component]
fn Reach(reach: Option<String>, email: Option<String>, name: String) -> impl IntoView {
    let unknown = (reach.is_none() && email.is_none())
        .then_some("No work email is on record. Ask their team.");
    view! {
        {reach.map(|words| view! { <div>{words}</div> })}
        {email.map(|email| view! {
            <div>
                <a href=format!("mailto:{email}")>
                    {email.clone()}<span class="nhsuk-u-visually-hidden">", " {name}</span>
                </a>
            </div>
        })}
        {unknown.map(|words| view! { <div>{words}</div> })}
    }
}

#[component]
fn Holds(holds: Vec<HeldIn>, name: String) -> impl IntoView {
    let many: usize = holds.iter().map(|held| held.competencies.len()).sum();
    let domains = match holds.as_slice() {
        [one] => one.domain.clone(),
        several => format!("{} domains", several.len()),
    };
    let list = view! { <Held holds /> };
    if many <= OPEN_MOST {
        return list.into_any();
    }
    // Several people fold up the same words: the name tells them apart.
    let summary = format!("{name} holds {many} competencies in {domains}");
    view! { <Details summary>{list}</Details> }.into_any()
}

/// Competencies with their levels, domain by domain.
#[component]
pub(super) fn Held(holds: Vec<HeldIn>) -> impl IntoView {
    let items = holds.into_iter().flat_map(|held| {
        held.competencies.into_iter().map(|(title, level)| {
            view! { <li>{format!("{title}: level {level}")}</li> }
        })
    });
    view! { <ul class="nhsuk-list nhsuk-list--bullet">{items.collect_view()}</ul> }
}
