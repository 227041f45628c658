//! My sessions: those that ask for my feedback, those in which I have or want a seat, those that I lead, and those that are over.

use super::address_of;
use super::api::my_sessions;
use super::rows::SessionTable;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, EmptyState, InsetText, Page, shown_of};
use domain::dates::spoken_day;
use domain::figures::counted;
use domain::paging::Paged;
use domain::sessions::BookingState;
use domain::sessions::feedback::views::AskedLine;
use domain::sessions::views::{MySessions, SessionLine};
use leptos::prelude::*;

#[component]
pub fn MySessionsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(my_sessions(page), |mine| view! { <Mine mine /> })
}

#[component]
fn Mine(mine: MySessions) -> impl IntoView {
    let MySessions { asked, coming, leading, past } = mine;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let none = coming.is_empty() && leading.is_empty();
    let offered = coming.iter().any(|line| line.own == Some(BookingState::Offered));
    view! {
        <Page title="My sessions" trail wide=true>
            <AskForFeedback asked />
            {none.then(|| view! { <NothingAhead /> })}
            {offered.then(|| view! {
                <InsetText>
                    <p>"A seat is offered to you. Open the session to see until when, and to accept or decline."</p>
                </InsetText>
            })}
            <SessionTable caption="Coming" lines=coming />
            <SessionTable caption="You lead these" lines=leading led=true />
            <Past past />
            <p>
                <a href="/sessions">"Find a session"</a>
            </p>
            <p>
                <a href="/my/calendar">"Show my sessions in my calendar"</a>
            </p>
            <p>
                <a href="/my/protected-time">"My protected time"</a>
            </p>
        </Page>
    }
}

/// *2 sessions ask for your feedback*, each as a link to where it is given.
#[component]
fn AskForFeedback(asked: Vec<AskedLine>) -> impl IntoView {
    if asked.is_empty() {
        return None;
    }
    let ask = counted(asked.len(), "session asks", "sessions ask");
    let links = asked.into_iter().map(|AskedLine { session, title, on }| {
        let href = format!("{}/feedback", address_of(session));
        view! {
            <li>
                <a href=href>{format!("Give feedback on “{title}”")}</a>
                {format!(", {}", spoken_day(on))}
            </li>
        }
    });
    let links = links.collect_view();
    Some(view! {
        <InsetText>
            <p>{format!("{ask} for your feedback:")}</p>
            <ul>{links}</ul>
        </InsetText>
    })
}

#[component]
fn NothingAhead() -> impl IntoView {
    view! {
        <EmptyState heading="You have no upcoming sessions">
            <p>"Find one that builds what your work asks of you, and book a seat."</p>
        </EmptyState>
    }
}

#[component]
fn Past(past: Paged<SessionLine>) -> impl IntoView {
    if past.entries.is_empty() {
        return None;
    }
    let pages = shown_of(&past, "past sessions");
    Some(view! {
        <SessionTable caption="Past and cancelled" lines=past.entries />
        {pages}
    })
}
