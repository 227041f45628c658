//! The page of a team's supervision: who was supervised when and how long, and one entry for several people at once.

use super::api::{LogTeamSupervision, team_supervision};
use super::fields::{EntryFields, WhatIsKept};
use crate::address;
use crate::load::load;
use crate::ui::{Button, Checkboxes, Choice, Crumb, Field, Form, Page, StackedTable};
use domain::dates::spoken;
use domain::supervision::views::{TeamLog, TeamLogLine};
use leptos::prelude::*;

#[component]
pub fn TeamSupervision() -> impl IntoView {
    load(team_supervision(address::path_part("code")), |log| view! { <Log log /> })
}

#[component]
fn Log(log: TeamLog) -> impl IntoView {
    let TeamLog { team, today, people } = log;
    let trail = vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(format!("/teams/{}", team.code), team.title.clone()),
    ];
    let choices =
        people.iter().map(|line| Choice::new(line.person, line.name.clone())).collect::<Vec<_>>();
    let head = vec!["Name", "Role", "Last on", "Times in 12 months", "Time in 12 months"];
    let rows = people.into_iter().map(cells).collect();
    view! {
        <Page title=format!("{}: supervision", team.title) trail wide=true>
            <WhatIsKept />
            <StackedTable caption="The last 12 months" head rows />
            <h2>"Add an entry"</h2>
            <Form<LogTeamSupervision>>
                <input type="hidden" name="team" value=team.code />
                <Checkboxes field=Field::new("people[]", "Who was supervised?") choices />
                <EntryFields today />
                <Button text="Save this entry" />
            </Form<LogTeamSupervision>>
        </Page>
    }
}

fn cells(line: TeamLogLine) -> Vec<AnyView> {
    let TeamLogLine { person, name, role, summary } = line;
    let last_on = summary.last_on.map_or_else(|| "Not in 12 months".to_owned(), spoken);
    vec![
        view! { <a href=format!("/people/{person}")>{name}</a> }.into_any(),
        role.into_any(),
        last_on.into_any(),
        summary.times.to_string().into_any(),
        summary.time().into_any(),
    ]
}
