//! Booking for one's people: the way to the page, and the page itself.

mod booked; // those who have a booking
mod choose; // those who can be ticked

use super::api_people::people_to_book;
use super::rows::how_full;
use super::{address_of, id_in_path, trail};
use crate::address;
use crate::load::load;
use crate::release::Warnings;
use crate::ui::{EmptyState, Field, FilterPanel, InsetText, Page, TextInput, TextKind, pages_of};
use booked::Booked;
use choose::Choose;
use domain::sessions::SessionState;
use domain::sessions::people::PeoplePage;
use domain::sessions::views::SessionDetail;
use leptos::prelude::*;

/// On the page of a session, for whoever books for others; nothing unless it can be booked.
#[component]
pub(super) fn ForPeople(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, state, may_book_for, .. } = detail;
    (may_book_for && state == SessionState::Scheduled).then(|| {
        view! {
            <p>
                <a href=format!("{}/people", address_of(id))>"Book for your people"</a>
            </p>
        }
    })
}

#[component]
pub fn SessionPeoplePage() -> impl IntoView {
    let id = id_in_path();
    let (words, page) = (address::query("search"), address::query("page").parse().unwrap_or(1));
    let found = {
        let words = words.clone();
        async move { people_to_book(id?, words, page).await }
    };
    load(found, move |page| view! { <ToBook page words /> })
}

#[component]
fn ToBook(page: PeoplePage, words: String) -> impl IntoView {
    let PeoplePage { id, title, slot, seats, why_not, warnings, people, booked } = page;
    let trail = trail(id, &title);
    let free = how_full(seats.capacity, seats.capacity.saturating_sub(seats.held), seats.waiting);
    let searched = people.is_part() || !words.is_empty();
    let (none, pages) = (people.entries.is_empty(), pages_of(&people, "people"));
    view! {
        <Page title=format!("Book “{title}” for your people") trail wide=true>
            <p>{slot.words()} ". Seats: " {free} "."</p>
            <p>
                "They are told by email that you booked for them, and can give it up themselves. Where no seat is free they wait, "
                "like everybody: a seat that falls to them later is offered to them."
            </p>
            <Warnings warnings />
            {searched.then(|| view! { <Search /> })}
            {match (why_not, none) {
                (Some(why), _) => view! { <InsetText><p>{why}</p></InsetText> }.into_any(),
                (None, true) => view! { <Nobody words /> }.into_any(),
                (None, false) => view! { <Choose id people=people.entries searched /> }.into_any(),
            }}
            {pages}
            <Booked id booked />
        </Page>
    }
}

#[component]
fn Search() -> impl IntoView {
    view! {
        <FilterPanel action="Find people">
            <TextInput
                field=Field::new("search", "Name or team").hint("Part of a name is enough")
                kind=TextKind::Search
                width=20
            />
        </FilterPanel>
    }
}

#[component]
fn Nobody(words: String) -> impl IntoView {
    let heading = match words.as_str() {
        "" => "Nobody is left to book".to_owned(),
        words => format!("Nobody is found for “{words}”"),
    };
    view! {
        <EmptyState heading>
            <p>
                "Here stand people whom you manage, who have a post on the day in a team that can book this session, and no "
                "booking in it yet."
            </p>
        </EmptyState>
    }
}
