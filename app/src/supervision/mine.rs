//! The page of my own supervision log: the last twelve months, every entry, and a new one.

use super::api::{LogSupervision, TakeSupervisionBack, my_supervision};
use super::fields::{EntryFields, WhatIsKept};
use crate::address;
use crate::forms::was_refused;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Crumb, Details, EmptyState, Form, Page, StackedTable, shown_of,
};
use domain::dates::{spoken, spoken_minutes};
use domain::paging::Paged;
use domain::supervision::Summary;
use domain::supervision::views::{LogLine, OwnLog};
use leptos::prelude::*;

#[component]
pub fn MySupervision() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(my_supervision(page), |log| view! { <Log log /> })
}

#[component]
fn Log(log: OwnLog) -> impl IntoView {
    let OwnLog { today, summary, entries } = log;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let open = was_refused::<LogSupervision>() || entries.total == 0;
    view! {
        <Page title="My supervision log" trail>
            <p class="nhsuk-lede-text">{told(summary)}</p>
            <WhatIsKept />
            <Details summary="Add an entry" open>
                <Form<LogSupervision>>
                    <EntryFields today />
                    <Button text="Save this entry" />
                </Form<LogSupervision>>
            </Details>
            <Entries entries />
        </Page>
    }
}

/// The last twelve months in a sentence.
fn told(summary: Summary) -> String {
    match summary.times {
        0 => "Nothing in the last 12 months.".to_owned(),
        1 => format!("Once in the last 12 months, {}.", summary.time()),
        times => format!("{times} times in the last 12 months, {} together.", summary.time()),
    }
}

#[component]
fn Entries(entries: Paged<LogLine>) -> impl IntoView {
    if entries.entries.is_empty() {
        return view! {
            <EmptyState heading="No entries yet">
                <p>"Entries that you or your manager add are shown here."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&entries, "entries");
    let head = vec!["Day", "Kind", "Time", "Added by", "Put right"];
    let rows = entries.entries.into_iter().map(cells).collect();
    view! {
        <StackedTable caption="Entries" head rows />
        {pages}
    }
    .into_any()
}

fn cells(line: LogLine) -> Vec<AnyView> {
    let day = spoken(line.held_on);
    let about = format!("the entry of {day}");
    let take_back = if line.may_take_back {
        view! {
            <Form<TakeSupervisionBack> about=line.id.to_string()>
                <input type="hidden" name="id" value=line.id.to_string() />
                <Button text="Take back" kind=ButtonKind::Secondary about />
            </Form<TakeSupervisionBack>>
        }
        .into_any()
    } else {
        format!("Ask {} to take it back", line.logged_by).into_any()
    };
    vec![
        day.into_any(),
        line.kind.label().into_any(),
        spoken_minutes(u32::from(line.minutes)).into_any(),
        line.logged_by.into_any(),
        take_back,
    ]
}
