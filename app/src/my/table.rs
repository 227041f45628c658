//! Competencies of a domain as a table: what is asked, my own level, the confirmed level, the status.

use crate::judgements::StandingTag;
use crate::ui::StackedTable;
use chrono::NaiveDate;
use domain::dates::spoken;
use domain::judgements::views::{AskedLevel, RecordLine};
use leptos::prelude::*;

#[component]
pub(super) fn CompetencyTable(
    caption: String,
    lines: Vec<RecordLine>,
    /// Then each line names the roles that ask it.
    several_roles: bool,
) -> impl IntoView {
    let rows = lines.into_iter().map(|line| cells(line, several_roles)).collect();
    let head = vec!["Competency", "Asked level", "Your own level", "Confirmed level", "Status"];
    view! { <StackedTable caption head rows /> }
}

fn cells(line: RecordLine, several_roles: bool) -> Vec<AnyView> {
    let own =
        line.standing.self_level.map_or_else(|| "None yet".to_owned(), |level| level.to_string());
    let roles = several_roles.then(|| line.asked_by.join(", "));
    vec![
        view! { <Named code=line.code.clone() title=line.title.clone() /> }.into_any(),
        view! { <AskedOf asked=line.asked roles /> }.into_any(),
        own.into_any(),
        view! { <ConfirmedLevel told=line.confirmed_told() /> }.into_any(),
        view! { <StandingTag line /> }.into_any(),
    ]
}

#[component]
fn Named(code: String, title: String) -> impl IntoView {
    view! {
        <a href=format!("/my/competencies/{code}")>{title}</a>
        <br />
        <span class="nhsuk-body-s">{code}</span>
    }
}

/// `roles` are those that ask it, where there are several.
#[component]
fn AskedOf(asked: Option<AskedLevel>, roles: Option<String>) -> impl IntoView {
    let Some(asked) = asked else { return "Not asked".into_any() };
    view! {
        {asked.level.to_string()}
        {asked.critical.then(|| view! { ", " <strong>"critical"</strong> })}
        {roles.map(|roles| view! { <br /><span class="nhsuk-body-s">{roles}</span> })}
    }
    .into_any()
}

#[component]
fn ConfirmedLevel(told: Option<(String, NaiveDate)>) -> impl IntoView {
    let Some((level, due_on)) = told else { return "None".into_any() };
    view! { {level} <br /> "Due " {spoken(due_on)} }.into_any()
}
