//! The form: what a session is meant to lead to, competency by competency.

use super::api_draft::{SetSessionOutcomes, session_competencies};
use super::{id_in_path, trail};
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Button, Choice, EmptyState, Field, Form, Page, Select};
use domain::coverage::views::Heading;
use domain::frameworks::Level;
use domain::sessions::views::SessionCompetencies;
use leptos::prelude::*;

#[component]
pub fn SessionCompetenciesPage() -> impl IntoView {
    let id = id_in_path();
    let found = async move { session_competencies(id?).await };
    load(found, |found| view! { <Competencies found /> })
}

#[component]
fn Competencies(found: SessionCompetencies) -> impl IntoView {
    let levels: Vec<Choice> = Level::ALL.into_iter().map(|level| choice(&found, level)).collect();
    let SessionCompetencies { id, title, format, domains } = found;
    let trail = trail(id, &title);
    let title = format!("What “{title}” builds");
    if domains.is_empty() {
        return view! {
            <Page title trail>
                <EmptyState heading="No competency set has been published yet">
                    <p>"Until an administrator has published one, a session has no competencies to choose."</p>
                </EmptyState>
            </Page>
        }
        .into_any();
    }
    let each = move || {
        let each = domains.into_iter();
        each.map(|(title, lines)| view! { <Domain title lines levels=levels.clone() /> })
            .collect_view()
    };
    view! {
        <Page title trail>
            <p>
                "Choose few: what people can show after this session. " {format.label()} ": taking part supports levels up to "
                {format.ceiling()} ". A higher level may be intended. It then needs more evidence, and the session’s page says so."
            </p>
            <Form<SetSessionOutcomes>>
                <input type="hidden" name="id" value=id.to_string() />
                {each()}
                <Button text="Save the competencies" />
            </Form<SetSessionOutcomes>>
        </Page>
    }
    .into_any()
}

/// A level as an answer, with what it takes above what taking part supports.
fn choice(found: &SessionCompetencies, level: Level) -> Choice {
    let more = if found.needs_more(level) { ", needs more evidence" } else { "" };
    Choice::new(level, format!("{}{more}", level_named(level)))
}

#[component]
fn Domain(
    title: String,
    lines: Vec<(Heading, Option<Level>)>,
    levels: Vec<Choice>,
) -> impl IntoView {
    let line = |(of, level): (Heading, Option<Level>)| {
        let field = Field::new(format!("level[{}]", of.code), format!("{} {}", of.code, of.title))
            .values(level.map(|level| level.to_string()));
        view! { <Select field choices=levels.clone() none="No part of this session" /> }
    };
    let lines = lines.into_iter().map(line).collect_view();
    view! {
        <h2>{title}</h2>
        {lines}
    }
}
