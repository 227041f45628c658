//! Teams, searched by name and narrowed by care setting, a page at a time.

use super::api::teams;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Choice, Column, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Select, Table,
    TextInput, TextKind, shown_of,
};
use domain::codes::CareSetting;
use domain::people::team_views::{TeamLine, TeamsList};
use leptos::prelude::*;

#[component]
pub fn TeamsPage() -> impl IntoView {
    let (words, setting) = (address::query("q"), address::query("setting"));
    let page = address::query("page").parse().unwrap_or(1);
    let settings =
        || CareSetting::ALL.iter().map(|s| Choice::new(s.code(), s.label())).collect::<Vec<_>>();
    let filtered = !(words.trim().is_empty() && setting.is_empty());
    load(teams(words, setting, page), move |list| {
        view! {
            <Page title="Teams" wide=true>
                <FilterPanel action="Search">
                    <TextInput
                        field=Field::new("q", "Team or organisation").hint("Part of a name is enough")
                        kind=TextKind::Search
                        width=20
                    />
                    <Select field=Field::new("setting", "Care setting") choices=settings() none="All care settings" />
                </FilterPanel>
                <Found list filtered />
            </Page>
        }
    })
}

#[component]
fn Found(list: TeamsList, filtered: bool) -> impl IntoView {
    if list.entries.is_empty() {
        return view! { <NoTeam filtered /> }.into_any();
    }
    let pages = shown_of(&list, "teams");
    let sees_figures = list.entries.iter().any(|line| line.met.is_some());
    let rows = list.entries.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let head: Vec<Column> = vec![
        "Team".into(),
        "Organisation".into(),
        "Care setting".into(),
        Column::figures("People"),
        Column::figures("Requirements met"),
    ];
    view! {
        {sees_figures.then(|| view! {
            <p>
                <a href="/teams/entitlement">"Sessions due this year, team by team"</a>
            </p>
        })}
        <Table caption="Teams" head>
            {rows}
        </Table>
        {pages}
    }
    .into_any()
}

#[component]
fn Line(line: TeamLine) -> impl IntoView {
    let met = line
        .met
        .map_or_else(|| "Not open to you".to_owned(), domain::people::counting::Met::percentage);
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/teams/{}", line.team.code)>{line.team.title}</a>
            </RowTitle>
            <Cell>{line.organisation}</Cell>
            <Cell>{line.setting.label()}</Cell>
            <Cell figure=true>{line.people}</Cell>
            <Cell figure=true>{met}</Cell>
        </Row>
    }
}

#[component]
fn NoTeam(filtered: bool) -> impl IntoView {
    if filtered {
        return view! {
            <EmptyState heading="No team found">
                <p>"Check the spelling, search for a part of the name, or take the care setting away."</p>
                <p>
                    <a href="/teams">"Show all teams"</a>
                </p>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState heading="No teams to show yet">
            <p>"No team is open today in the places you see. An administrator can import teams."</p>
        </EmptyState>
    }
    .into_any()
}
