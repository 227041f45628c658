//! Somebody's posts: what each is held on, and where it can be changed.

use crate::ui::{Colour, SummaryList, SummaryRow, Tag};
use domain::dates::{Period, spoken};
use domain::ids::PersonId;
use domain::people::views::{PostLine, PostTerms, When};
use leptos::prelude::*;

#[component]
pub(super) fn Posts(person: PersonId, posts: Vec<PostLine>) -> impl IntoView {
    if posts.is_empty() {
        return view! { <p>"They hold no post today."</p> }.into_any();
    }
    posts.into_iter().map(|post| view! { <OnePost person post /> }).collect_view().into_any()
}

#[component]
fn OnePost(person: PersonId, post: PostLine) -> impl IntoView {
    let title = format!("{}, {}", post.role, post.team.title);
    let state = match post.when {
        When::Now => None,
        When::Later => Some(("Not started", Colour::Blue)),
        When::Ended => Some(("Ended", Colour::Grey)),
    };
    let links = post.may_manage.then(|| {
        let at = format!("/people/{person}/posts/{}", post.id);
        view! { <Links at title=title.clone() /> }
    });
    view! {
        <h3>
            {title.clone()}
            {state.map(|(text, colour)| view! { " " <Tag text colour /> })}
        </h3>
        <SummaryList rows=summary(&post) />
        {links}
    }
}

/// Each link says of which post it is, for those who hear the links alone.
#[component]
fn Links(at: String, title: String) -> impl IntoView {
    let about = view! { <span class="nhsuk-u-visually-hidden">{format!(": {title}")}</span> };
    view! {
        <ul>
            <li>
                <a href=format!("{at}/change")>"Change this post" {about.clone()}</a>
            </li>
            <li>
                <a href=format!("{at}/end")>"End this post" {about}</a>
            </li>
        </ul>
    }
}

fn summary(post: &PostLine) -> Vec<SummaryRow> {
    let mut rows = vec![SummaryRow::new("Organisation", post.organisation.clone())];
    if let Some(terms) = &post.terms {
        rows.extend(held_on(terms));
    }
    rows
}

fn held_on(terms: &PostTerms) -> Vec<SummaryRow> {
    let manager = terms.line_manager.clone().unwrap_or_else(|| "None named".to_owned());
    let mut rows = vec![
        SummaryRow::new("Dates", dates(terms.held)),
        SummaryRow::new("Full-time equivalent", terms.fte.to_string()),
        SummaryRow::new("Category", terms.category.label()),
        SummaryRow::new("Status", terms.status.label()),
        SummaryRow::new("Line manager", manager),
    ];
    let planned = terms.planned.iter();
    rows.extend(planned.map(|(day, what)| SummaryRow::new(format!("From {}", spoken(*day)), what)));
    rows
}

fn dates(held: Period) -> String {
    match (held.from.map(spoken), held.to.map(spoken)) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("From {from}"),
        (None, Some(to)) => format!("Until {to}"),
        (None, None) => "No dates recorded".to_owned(),
    }
}
