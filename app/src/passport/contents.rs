//! What stands in a passport, shown to its owner before it is made.

use crate::ui::{StackedTable, SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::passport::views::Contents;
use domain::passport::{HeldCompetency, HeldPost, Holder, Signer};
use leptos::prelude::*;

#[component]
pub fn InIt(contents: Contents) -> impl IntoView {
    let Contents { person, posts, framework, competencies } = contents;
    let head = vec!["Competency", "Level", "How", "Since", "Current until", "By"];
    let caption = format!("{}, version {}", framework.title, framework.version);
    let rows = competencies.into_iter().map(cells).collect();
    view! {
        <h2>"What is in it"</h2>
        <SummaryList rows=about(person, posts) />
        <StackedTable caption head rows />
        <p>
            "It never holds your own levels, reflections, notes, confidence or the words and files of your evidence."
        </p>
    }
}

/// Who it is about, and the posts they hold or held.
fn about(person: Holder, posts: Vec<HeldPost>) -> Vec<SummaryRow> {
    let number = match person.employer {
        Some(employer) => format!("{} at {employer}", person.employee_number),
        None => person.employee_number,
    };
    let registration =
        person.registration.map(|number| SummaryRow::new("Professional registration", number));
    let posts = posts.iter().map(|post| SummaryRow::new("Post", spoken_post(post)));
    [SummaryRow::new("Name", person.name), SummaryRow::new("Employee number", number)]
        .into_iter()
        .chain(registration)
        .chain(posts)
        .collect()
}

fn spoken_post(post: &HeldPost) -> String {
    let from = post.from.map(|day| format!(", from {}", spoken(day))).unwrap_or_default();
    let to = post.to.map(|day| format!(" to {}", spoken(day))).unwrap_or_default();
    format!("{}, {}, {}{from}{to}", post.role, post.team, post.organisation)
}

fn cells(held: HeldCompetency) -> Vec<AnyView> {
    let imported = held.imported.then_some(", brought in from a file");
    let by: Vec<String> = held.by.iter().map(named).collect();
    let since = held.original_on.unwrap_or(held.made_on);
    vec![
        format!("{} ({})", held.title, held.code).into_any(),
        format!("{} {}", held.level, held.level.name()).into_any(),
        view! { {held.basis.label()} {imported} }.into_any(),
        spoken(since).into_any(),
        spoken(held.due_on).into_any(),
        by.join("; ").into_any(),
    ]
}

fn named(signer: &Signer) -> String {
    match &signer.role {
        Some(role) => format!("{}, {role}", signer.name),
        None => signer.name.clone(),
    }
}
