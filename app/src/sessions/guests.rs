//! Guests of a session: the page on which whoever runs it adds and removes them, and answers offers for them.

use super::api_guests::{AcceptForGuest, AddGuest, RemoveGuest, session_guests};
use super::rows::{BookingTag, deadline, how_full};
use super::{id_in_path, trail};
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Choice, Details, EmptyState, Field, Form, InsetText, Page, Select,
    TextInput,
};
use domain::ids::SessionId;
use domain::sessions::BookingState;
use domain::sessions::forms::OTHER_PROFESSION;
use domain::sessions::guests::{GuestLine, GuestsPage};
use leptos::prelude::*;

#[component]
pub fn SessionGuestsPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { session_guests(id?).await }, |page| view! { <Guests page /> })
}

#[component]
fn Guests(page: GuestsPage) -> impl IntoView {
    let GuestsPage { id, title, slot, seats, why_not, may_remove, guests, professions } = page;
    let trail = trail(id, &title);
    let free = how_full(seats.capacity, seats.capacity.saturating_sub(seats.held), seats.waiting);
    let none = guests.is_empty();
    let each = guests.into_iter().map(|line| view! { <Guest id line may_remove /> }).collect_view();
    view! {
        <Page title=format!("Guests of “{title}”") trail>
            <p>{slot.words()} ". Seats: " {free} "."</p>
            <p>
                "Guests are people who are not on record here. They take seats, and wait, like everybody. They get no email, so tell "
                "them yourself. They stand in the register and in no figure of coverage."
            </p>
            <p>
                "Add no service users or carers here: how many of them were there is a number in the register, without names."
            </p>
            {none.then(|| view! {
                <EmptyState heading="No guests yet">
                    <p>"Colleagues who are on record here book for themselves, or are booked by whoever manages them."</p>
                </EmptyState>
            })}
            {each}
            {match why_not {
                Some(why) => view! { <InsetText><p>{why}</p></InsetText> }.into_any(),
                None => view! { <Add id professions /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Guest(id: SessionId, line: GuestLine, may_remove: bool) -> impl IntoView {
    let GuestLine { guest, name, organisation, profession, state, answer_by } = line;
    let guest = guest.to_string();
    let until = answer_by.map(|by| format!(" Answer by: {}", deadline(by)));
    let offered = state == BookingState::Offered;
    view! {
        <section class="nhsuk-u-margin-bottom-5">
            <p class="nhsuk-u-margin-bottom-2">
                <strong>{name.clone()}</strong>
                ", "
                {organisation}
                ", "
                {profession}
                " "
                <BookingTag state />
                {until}
            </p>
            {offered.then(|| view! { <Accept id guest=guest.clone() name=name.clone() /> })}
            {may_remove.then(|| view! { <Remove id guest=guest.clone() name=name.clone() /> })}
        </section>
    }
}

/// The form that takes up a seat for a guest.
#[component]
fn Accept(id: SessionId, guest: String, name: String) -> impl IntoView {
    view! {
        <Form<AcceptForGuest> about=guest.clone()>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="guest" value=guest />
            <Button text="Accept the seat" about=format!("for {name}") />
        </Form<AcceptForGuest>>
    }
}

#[component]
fn Remove(id: SessionId, guest: String, name: String) -> impl IntoView {
    view! {
        <Details summary=format!("Remove {name}")>
            <p>"They lose their place. A seat goes to whoever has waited longest. You cannot undo this."</p>
            <Form<RemoveGuest> about=guest.clone()>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="guest" value=guest />
                <Button text="Remove this guest" kind=ButtonKind::Warning about=name />
            </Form<RemoveGuest>>
        </Details>
    }
}

#[component]
fn Add(id: SessionId, professions: Vec<String>) -> impl IntoView {
    let other = Choice::new(OTHER_PROFESSION, "Another profession");
    let known = professions.into_iter().map(|one| Choice::new(one.clone(), one));
    let choices = known.chain([other]).collect();
    let profession = Field::new("profession", "Their profession")
        .hint("Where seats are kept for a profession, they count as one of it");
    let written = Field::new("other_profession", "Which other profession? (optional)")
        .hint("Only if you chose another profession");
    view! {
        <h2>"Add a guest"</h2>
        <Form<AddGuest>>
            <input type="hidden" name="id" value=id.to_string() />
            <TextInput field=Field::new("name", "Their name") />
            <TextInput field=Field::new("organisation", "The organisation they come from") />
            <Select field=profession choices none="Choose a profession" />
            <TextInput field=written />
            <Button text="Add this guest" />
        </Form<AddGuest>>
    }
}
