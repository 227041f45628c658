//! A week as a list of days, each with its sessions.

use super::entries::InWeek;
use crate::address;
use crate::ui::EmptyState;
use domain::dates::spoken_day;
use domain::figures::counted;
use domain::sessions::browse::Span;
use domain::sessions::browse::views::{Agenda, AgendaDay};
use leptos::prelude::*;

#[component]
pub(super) fn Week(agenda: Agenda, filtered: bool) -> impl IntoView {
    let Agenda { span, days, .. } = agenda;
    let none = days.is_empty();
    let days = days.into_iter().map(|found| view! { <Day found /> });
    view! {
        <h2>{span.words()}</h2>
        {none.then(|| view! { <NoSessions span filtered /> })}
        {days.collect_view()}
    }
}

#[component]
fn Day(found: AgendaDay) -> impl IntoView {
    let AgendaDay { day, entries, more } = found;
    let entries = entries.into_iter().map(|entry| view! { <InWeek entry /> });
    let left = counted(more, "session begins", "sessions begin");
    view! {
        <section>
            <h3>{spoken_day(day)}</h3>
            <ul class="nhsuk-list">{entries.collect_view()}</ul>
            {(more > 0).then(|| view! {
                <p>{format!("{left} later on this day. Search for a part of the title, or choose a format or a place.")}</p>
            })}
        </section>
    }
}

/// Nothing begins in these days, or nothing of what is looked for.
#[component]
pub(super) fn NoSessions(span: Span, filtered: bool) -> impl IntoView {
    let heading = match span {
        Span::Month(_) => format!("No sessions in {}", span.words()),
        Span::Week(_) => format!("No sessions from {}", span.words()),
    };
    let all = address::with(&[
        ("q", ""),
        ("format", ""),
        ("builds", ""),
        ("for", ""),
        ("free", ""),
        ("mine", ""),
    ]);
    view! {
        <EmptyState heading>
            {if filtered {
                view! {
                    <p>"Nothing that you look for begins in these days. "<a href=all>"Show all sessions of these days"</a></p>
                }
                .into_any()
            } else {
                view! { <p>"Look at the days before or after, or at the list of what is coming."</p> }.into_any()
            }}
        </EmptyState>
    }
}
