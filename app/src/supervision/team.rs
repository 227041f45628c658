//! The page of a team's supervision: who was supervised when and how long, one entry for several people at once, and what
//! the reader wrote, to be taken back.

use super::api::{LogTeamSupervision, TakeSupervisionBack, team_supervision};
use super::fields::{EntryFields, WhatIsKept};
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Checkboxes, Choice, Crumb, Field, Form, Page, StackedTable};
use domain::dates::{spoken, spoken_minutes};
use domain::supervision::views::{TeamLog, TeamLogLine, WrittenLine};
use leptos::prelude::*;

#[component]
pub fn TeamSupervision() -> impl IntoView {
    load(team_supervision(address::path_part("code")), |log| view! { <Log log /> })
}

#[component]
fn Log(log: TeamLog) -> impl IntoView {
    let TeamLog { team, today, people, written } = log;
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
            <Written written />
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

/// What the reader wrote; nothing where they wrote nothing.
#[component]
fn Written(written: Vec<WrittenLine>) -> impl IntoView {
    let head = vec!["Name", "Day", "Kind", "Time", "Put right"];
    let rows: Vec<_> = written.into_iter().map(written_cells).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2>"Entries that you wrote"</h2>
            <p>"What you take back no longer counts. Entries that others wrote are shown to their owners alone."</p>
            <StackedTable caption="Your latest entries of the last 12 months" head rows />
        }
    })
}

fn written_cells(line: WrittenLine) -> Vec<AnyView> {
    let WrittenLine { id, name, kind, held_on, minutes } = line;
    let day = spoken(held_on);
    let about = format!("the entry of {day} for {name}");
    let take_back = view! {
        <Form<TakeSupervisionBack> about=id.to_string()>
            <input type="hidden" name="id" value=id.to_string() />
            <Button text="Take back" kind=ButtonKind::Secondary about />
        </Form<TakeSupervisionBack>>
    };
    vec![
        name.into_any(),
        day.into_any(),
        kind.label().into_any(),
        spoken_minutes(u32::from(minutes)).into_any(),
        take_back.into_any(),
    ]
}
