//! The levels that something is meant to lead to: one of them in a table, and a choice for each competency, domain by domain.

use super::levels::level_named;
use crate::ui::{Choice, Field, Select};
use domain::coverage::views::Heading;
use domain::frameworks::Level;
use domain::programmes::views::Intended;
use leptos::prelude::*;

/// One of them; `needs_more` says that taking part alone does not support it.
#[component]
pub fn IntendedLevel(level: Level, needs_more: bool) -> impl IntoView {
    view! {
        {level_named(level)}
        {needs_more.then(|| view! {
            <br />
            <span class="nhsuk-body-s">"Needs more evidence than taking part"</span>
        })}
    }
}

/// The levels as answers, with what those take that are above what taking part supports.
pub fn intended_choices(needs_more: impl Fn(Level) -> bool) -> Vec<Choice> {
    let choice = |level| {
        let more = if needs_more(level) { ", needs more evidence" } else { "" };
        Choice::new(level, format!("{}{more}", level_named(level)))
    };
    Level::ALL.into_iter().map(choice).collect()
}

/// A part of a form. Its fields are `level[CODE]`; `none` stands for a competency that is no part of it.
#[component]
pub fn IntendedLevels(
    domains: Vec<(String, Vec<Intended>)>,
    choices: Vec<Choice>,
    none: &'static str,
) -> impl IntoView {
    let line = |(of, level): (Heading, Option<Level>)| {
        let field = Field::new(format!("level[{}]", of.code), format!("{} {}", of.code, of.title))
            .values(level.map(|level| level.to_string()));
        view! { <Select field choices=choices.clone() none /> }
    };
    let domain = |(title, lines): (String, Vec<Intended>)| {
        let lines = lines.into_iter().map(line).collect_view();
        view! {
            <h2>{title}</h2>
            {lines}
        }
    };
    domains.into_iter().map(domain).collect_view()
}
