//! A month as a table of days, Monday to Sunday. A phone shows it as a list of the days that have sessions; whoever hears it has all.

use super::entries::InMonth;
use super::week::NoSessions;
use crate::address;
use chrono::{Datelike, NaiveDate};
use domain::dates::spoken_day;
use domain::sessions::browse::Span;
use domain::sessions::browse::views::{Agenda, AgendaDay};
use leptos::prelude::*;

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

#[component]
pub(super) fn Month(agenda: Agenda, filtered: bool) -> impl IntoView {
    let span = agenda.span;
    let none = agenda.days.is_empty();
    let head = WEEKDAYS.map(|name| view! { <th role="columnheader" scope="col">{name}</th> });
    let weeks = span.weeks().into_iter().map(|week| {
        let days = week.map(|day| {
            let found = day.and_then(|day| agenda.on(day).cloned());
            view! { <Day day found today=agenda.today /> }
        });
        view! { <tr role="row">{days.collect_view()}</tr> }
    });
    let weeks = weeks.collect_view();
    // Shown as blocks, rows and cells would be no table to a screen reader without these roles.
    view! {
        {none.then(|| view! { <NoSessions span filtered /> })}
        <table class="month" role="table">
            <caption class="nhsuk-table__caption">{format!("Sessions in {}", span.words())}</caption>
            <thead role="rowgroup">
                <tr role="row">{head.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{weeks}</tbody>
        </table>
    }
}

/// A day with what begins on it; of a neighbouring month, nothing.
#[component]
fn Day(day: Option<NaiveDate>, found: Option<AgendaDay>, today: NaiveDate) -> impl IntoView {
    let Some(day) = day else {
        return view! { <td class="month__day month__day--empty" role="cell"></td> }.into_any();
    };
    let class = if found.is_some() { "month__day" } else { "month__day month__day--empty" };
    let current = (day == today).then_some("date");
    view! {
        <td class=class role="cell" aria-current=current>
            <p class="month__date">
                <span class="month__number" aria-hidden="true">{day.day()}</span>
                <span class="month__spoken">{spoken_day(day)}</span>
            </p>
            {found.map(|found| view! { <Begins found /> })}
        </td>
    }
    .into_any()
}

#[component]
fn Begins(found: AgendaDay) -> impl IntoView {
    let AgendaDay { day, entries, more } = found;
    let week = Span::week_of(day).code();
    let all = address::with(&[("view", "week"), ("week", week.as_str()), ("month", "")]);
    let entries = entries.into_iter().map(|entry| view! { <InMonth entry /> });
    view! {
        <ul class="month__sessions">
            {entries.collect_view()}
            {(more > 0).then(|| view! {
                <li>
                    <a href=all>
                        {format!("{more} more")}
                        <span class="nhsuk-u-visually-hidden">{format!(" on {}", spoken_day(day))}</span>
                    </a>
                </li>
            })}
        </ul>
    }
}
