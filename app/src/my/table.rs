//! Competencies of a domain as a table: what is asked, my own level, the confirmed level, the status.

use crate::judgements::StandingTag;
use crate::ui::StackedTable;
use domain::dates::spoken;
use domain::judgements::views::RecordLine;
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
    vec![
        view! { <Named code=line.code.clone() title=line.title.clone() /> }.into_any(),
        view! { <AskedLevel line=line.clone() several_roles /> }.into_any(),
        own.into_any(),
        view! { <ConfirmedLevel line=line.clone() /> }.into_any(),
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

#[component]
fn AskedLevel(line: RecordLine, several_roles: bool) -> impl IntoView {
    let Some(asked) = line.asked else { return "Not asked".into_any() };
    let roles = line.asked_by.join(", ");
    view! {
        {asked.level.to_string()}
        {asked.critical.then(|| view! { ", " <strong>"critical"</strong> })}
        {several_roles.then(|| view! { <br /><span class="nhsuk-body-s">{roles}</span> })}
    }
    .into_any()
}

#[component]
fn ConfirmedLevel(line: RecordLine) -> impl IntoView {
    let Some((level, due_on)) = line.confirmed_told() else { return "None".into_any() };
    view! { {level} <br /> "Due " {spoken(due_on)} }.into_any()
}
