//! The times at which a team lets people go, the days on which it does not, and how many of a profession stay; each with its forms.

use super::api::{
    AddReleaseWindow, CloseReleaseDay, KeepMinimum, OpenReleaseDay, RemoveMinimum,
    RemoveReleaseWindow,
};
use crate::ui::{
    Button, ButtonKind, Choice, DateInput, EmptyState, Field, Form, Radios, Select, TextInput,
    TextKind,
};
use chrono::NaiveDate;
use domain::dates::spoken;
use domain::ids::ReleaseWindowId;
use domain::release::DayOfWeek;
use leptos::prelude::*;

#[component]
pub(super) fn Windows(team: String, windows: Vec<(ReleaseWindowId, String)>) -> impl IntoView {
    let none = windows.is_empty();
    let each = windows.into_iter().map(|(id, words)| {
        let (id, team) = (id.to_string(), team.clone());
        view! {
            <section class="nhsuk-u-margin-bottom-5">
                <p class="nhsuk-u-margin-bottom-2">{words.clone()}</p>
                <Form<RemoveReleaseWindow> about=id.clone()>
                    <input type="hidden" name="team" value=team />
                    <input type="hidden" name="id" value=id />
                    <Button text="Remove" kind=ButtonKind::Secondary about=words />
                </Form<RemoveReleaseWindow>>
            </section>
        }
    });
    let each = each.collect_view();
    view! {
        <h2>"Times at which people can go"</h2>
        {none.then(|| view! {
            <EmptyState heading="No times are named">
                <p>"Until there is one, nothing is marked as outside of the team’s protected time."</p>
            </EmptyState>
        })}
        {each}
        <AddWindow team />
    }
}

#[component]
fn AddWindow(team: String) -> impl IntoView {
    let days = DayOfWeek::ALL.iter().map(|day| Choice::new(day, day.label())).collect();
    let often = vec![Choice::new("1", "Every week"), Choice::new("2", "Every second week")];
    let begins = Field::new("begins", "When does it begin?").hint("For example, 1pm");
    let ends = Field::new("ends", "When does it end?").hint("For example, 5pm");
    let first = Field::new("starts_on", "From which day on? (optional)").hint(
        "For example, 4 5 2026. Leave it empty for today. Every second week counts from here",
    );
    let last = Field::new("ends_on", "Until which day? (optional)")
        .hint("For example, 31 3 2027. Leave it empty if it is not known");
    view! {
        <h3>"Add a time"</h3>
        <Form<AddReleaseWindow>>
            <input type="hidden" name="team" value=team />
            <Select field=Field::new("weekday", "Which day of the week?") choices=days none="Choose a day" />
            <Radios field=Field::new("every_weeks", "How often?").value("1") choices=often />
            <TextInput field=begins width=10 />
            <TextInput field=ends width=10 />
            <DateInput field=first />
            <DateInput field=last />
            <Button text="Add this time" />
        </Form<AddReleaseWindow>>
    }
}

/// Days on which no time holds.
#[component]
pub(super) fn Days(team: String, exceptions: Vec<NaiveDate>) -> impl IntoView {
    let each = exceptions.into_iter().map(|day| {
        let (closed, team) = (day.to_string(), team.clone());
        view! {
            <section class="nhsuk-u-margin-bottom-5">
                <p class="nhsuk-u-margin-bottom-2">{spoken(day)}</p>
                <Form<OpenReleaseDay> about=closed.clone()>
                    <input type="hidden" name="team" value=team />
                    <input type="hidden" name="closed" value=closed />
                    <Button text="Remove" kind=ButtonKind::Secondary about=spoken(day) />
                </Form<OpenReleaseDay>>
            </section>
        }
    });
    let each = each.collect_view();
    view! {
        <h2>"Days on which nobody can go"</h2>
        {each}
        <Form<CloseReleaseDay>>
            <input type="hidden" name="team" value=team />
            <DateInput field=Field::new("day", "Which day?") />
            <Button text="Add this day" />
        </Form<CloseReleaseDay>>
    }
}

/// How many of a profession stay.
#[component]
pub(super) fn Minimums(
    team: String,
    minimums: Vec<(String, u16)>,
    professions: Vec<String>,
) -> impl IntoView {
    let each = minimums.into_iter().enumerate().map(|(nth, (profession, least))| {
        let (team, words) = (team.clone(), format!("{profession}: at least {least} stay"));
        view! {
            <section class="nhsuk-u-margin-bottom-5">
                <p class="nhsuk-u-margin-bottom-2">{words}</p>
                <Form<RemoveMinimum> about=nth.to_string()>
                    <input type="hidden" name="team" value=team />
                    <input type="hidden" name="kept" value=profession.clone() />
                    <Button text="Remove" kind=ButtonKind::Secondary about=profession />
                </Form<RemoveMinimum>>
            </section>
        }
    });
    let each = each.collect_view();
    let professions = professions.into_iter().map(|one| Choice::new(one.clone(), one)).collect();
    let profession = Field::new("profession", "Profession")
        .hint("Those of people in the team. A number that is saved again takes the place of the earlier one");
    view! {
        <h2>"How many stay"</h2>
        <p>
            "A booking that would leave fewer of a profession in the team at that time waits for you to approve it. People in "
            "any session then, with a seat or as a lead, are counted as gone."
        </p>
        {each}
        <Form<KeepMinimum>>
            <input type="hidden" name="team" value=team />
            <Select field=profession choices=professions none="Choose a profession" />
            <TextInput field=Field::new("least", "How many stay at least?") kind=TextKind::Number width=4 />
            <Button text="Save this number" />
        </Form<KeepMinimum>>
    }
}
