//! Every session, searched: what is coming, or what has taken place or was cancelled.

use super::api::sessions;
use super::rows::SessionTable;
use crate::address;
use crate::load::load;
use crate::ui::{EmptyState, Field, FilterPanel, Page, Pagination, TextInput, TextKind};
use domain::sessions::views::SessionsList;
use leptos::prelude::*;

#[component]
pub fn SessionsPage() -> impl IntoView {
    let (words, past) = (address::query("q"), address::query("past") == "yes");
    let page = address::query("page").parse().unwrap_or(1);
    load(sessions(words.clone(), past, page), move |list| {
        let (may_run, has_own) = (list.may_run, list.has_own);
        view! {
            <Page title="Sessions" wide=true>
                <p>
                    "Teaching that builds mental health skills, led by people who have them. Taking part is evidence, and "
                    "never competence by itself."
                </p>
                {may_run.then(|| view! {
                    <p>
                        <a class="nhsuk-button" href="/sessions/new" role="button">
                            "Plan a session"
                        </a>
                    </p>
                })}
                <Lists past has_own />
                <Search past />
                <Found list words past />
            </Page>
        }
    })
}

/// The other lists of sessions; the current one is marked.
#[component]
fn Lists(past: bool, has_own: bool) -> impl IntoView {
    let links =
        [("/sessions", "Coming", !past), ("/sessions?past=yes", "Past and cancelled", past)];
    let links = links.map(|(href, words, here)| {
        view! {
            <li>
                <a href=href aria-current=here.then_some("page")>
                    {words}
                </a>
            </li>
        }
    });
    view! {
        <nav aria-label="Lists of sessions">
            <ul class="nhsuk-list row-of-links">
                {links.collect_view()}
                {has_own.then(|| view! {
                    <li>
                        <a href="/my/sessions">"My sessions"</a>
                    </li>
                })}
            </ul>
        </nav>
    }
}

#[component]
fn Search(past: bool) -> impl IntoView {
    view! {
        <FilterPanel action="Search">
            {past.then(|| view! { <input type="hidden" name="past" value="yes" /> })}
            <TextInput
                field=Field::new("q", "Session, place or lead").hint("Part of a name is enough")
                kind=TextKind::Search
                width=20
            />
        </FilterPanel>
    }
}

#[component]
fn Found(list: SessionsList, words: String, past: bool) -> impl IntoView {
    let SessionsList { lines, may_run, .. } = list;
    if lines.entries.is_empty() {
        return match words.trim() {
            "" => view! { <NoSession past may_run /> }.into_any(),
            words => view! { <NoMatch words=words.to_owned() past /> }.into_any(),
        };
    }
    let showing = lines.showing("sessions");
    let (previous, next) = (lines.previous(), lines.next());
    let caption = if past { "Past and cancelled sessions" } else { "Sessions that are coming" };
    view! {
        <SessionTable caption lines=lines.entries />
        <Pagination previous=previous.map(address::list_page) next=next.map(address::list_page) showing />
    }
    .into_any()
}

#[component]
fn NoMatch(words: String, past: bool) -> impl IntoView {
    let all = if past { "/sessions?past=yes" } else { "/sessions" };
    view! {
        <EmptyState heading=format!("No session found for “{words}”")>
            <p>"Check the spelling, or search for a part of the title, the place or the name of a lead."</p>
            <p>
                <a href=all>"Show all of this list"</a>
            </p>
        </EmptyState>
    }
}

#[component]
fn NoSession(past: bool, may_run: bool) -> impl IntoView {
    let (heading, next) = match (past, may_run) {
        (true, _) => (
            "No session is over yet",
            "A session is listed here once it has taken place or was cancelled.",
        ),
        (false, true) => {
            ("No sessions are coming", "Plan one: say what it builds, who leads it and when it is.")
        }
        (false, false) => (
            "No sessions are coming",
            "Educators plan sessions for the places that they teach in. Ask one for what your team needs.",
        ),
    };
    view! {
        <EmptyState heading>
            <p>{next}</p>
        </EmptyState>
    }
}
