//! Competencies of a domain as a table: what is asked, my own level, the confirmed level, the status.

use crate::judgements::StandingTag;
use crate::ui::{Cell, Row, RowTitle, Table};
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
    let rows = lines.into_iter().map(|line| view! { <Line line several_roles /> });
    let rows = rows.collect_view();
    view! {
        <Table caption head=["Competency", "Asked level", "Your own level", "Confirmed level", "Status"]>
            {rows}
        </Table>
    }
}

#[component]
fn Line(line: RecordLine, several_roles: bool) -> impl IntoView {
    let confirmed = line.confirmed().map(|(level, due_on)| (level.to_string(), spoken(due_on)));
    let own =
        line.standing.self_level.map_or_else(|| "None yet".to_owned(), |level| level.to_string());
    let (title, code, asked) = (line.title.clone(), line.code.clone(), line.clone());
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/my/competencies/{code}")>{title}</a>
                <br />
                <span class="nhsuk-body-s">{code}</span>
            </RowTitle>
            <Cell><AskedLevel line=asked several_roles /></Cell>
            <Cell>{own}</Cell>
            <Cell>
                {match confirmed {
                    Some((level, due_on)) => view! { {level} <br /> "Due " {due_on} }.into_any(),
                    None => "None".into_any(),
                }}
            </Cell>
            <Cell><StandingTag line /></Cell>
        </Row>
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
