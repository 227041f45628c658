//! The reader's own seat in a session: where their booking stands, and what they can do about it.

use super::api::{AcceptOffer, GiveUpSeat};
use super::book::{Book, GiveUp, Take, Wish};
use super::rows::BookingTag;
use crate::release::{Declined, FromTeam};
use crate::ui::{Button, ButtonKind, Form, InsetText};
use domain::dates::spoken_deadline;
use domain::ids::SessionId;
use domain::sessions::views::{Own, QuotaLine, SessionDetail};
use domain::sessions::{BookingState, SessionState};
use leptos::prelude::*;

/// *Your seat*; nothing while the session is a draft, or when it is over and the reader had no booking. Once it has taken place,
/// what the register says of them stands in place of their booking, under *The day and after*.
#[component]
pub(super) fn Seat(detail: SessionDetail) -> impl IntoView {
    let own = detail.own.clone();
    let booked_by = own.booked_by.clone();
    let standing = match detail.state {
        SessionState::Draft => return None,
        SessionState::Scheduled => view! { <Ahead detail /> }.into_any(),
        state if state.has_taken_place() && own.attendance.is_some() => return None,
        SessionState::Delivered | SessionState::Closed | SessionState::Cancelled => {
            let state = detail.own.state?;
            if detail.own.lapsed {
                view! { <p>{not_accepted(&detail.own)}</p> }.into_any()
            } else {
                view! { <p><BookingTag state /></p> }.into_any()
            }
        }
    };
    Some(view! {
        <section>
            <h2>"Your seat"</h2>
            {booked_by.map(|name| view! { <p>{name} " booked this for you. You can give it up yourself."</p> })}
            <FromTeam own />
            {standing}
        </section>
    })
}

/// Where they stand, and what they can do about it.
#[component]
fn Ahead(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, own, quotas, .. } = detail;
    match own.state.filter(|_| !own.lapsed) {
        Some(state @ BookingState::Booked) => view! {
            <p><BookingTag state /></p>
            <GiveUp id state />
        }
        .into_any(),
        Some(BookingState::Offered) => view! { <Offered id own /> }.into_any(),
        Some(state @ BookingState::Waitlisted) => view! {
            <Waiting id own quotas />
            <GiveUp id state />
        }
        .into_any(),
        Some(state @ BookingState::Requested) => view! {
            <p><BookingTag state /></p>
            <p>"Waiting for your team manager. You have no seat yet."</p>
            {own.at_once.map(|at_once| view! { <Wish id at_once state /> })}
            <GiveUp id state />
        }
        .into_any(),
        over => view! {
            {over.map(|state| view! { <p>"Your last booking here: " <BookingTag state /></p> })}
            {own.declined_for.map(|reason| view! { <Declined reason /> })}
            {own.lapsed.then(|| view! { <Lapsed own=own.clone() /> })}
            <Book id own />
        }
        .into_any(),
    }
}

#[component]
fn Offered(id: SessionId, own: Own) -> impl IntoView {
    let until = own.answer_by.map(spoken_deadline).unwrap_or_default();
    view! {
        <InsetText>
            <p>
                <strong>"A seat is offered to you until " {until} "."</strong>
            </p>
            <p>"Accept it by then. After that it goes to whoever has waited longest."</p>
        </InsetText>
        <div class="row-of-buttons nhsuk-u-margin-bottom-5">
            <Form<AcceptOffer>>
                <input type="hidden" name="id" value=id.to_string() />
                <Button text="Accept this seat" />
            </Form<AcceptOffer>>
            <Form<GiveUpSeat>>
                <input type="hidden" name="id" value=id.to_string() />
                <Button text="Decline this seat" kind=ButtonKind::Secondary />
            </Form<GiveUpSeat>>
        </div>
    }
}

#[component]
fn Lapsed(own: Own) -> impl IntoView {
    view! {
        <InsetText>
            <p>{not_accepted(&own)} " Book again to join the end of the waiting list."</p>
        </InsetText>
    }
}

/// `A seat was offered to you until … . It was not accepted by then.`
fn not_accepted(own: &Own) -> String {
    let until = own.answer_by.map(spoken_deadline).unwrap_or_default();
    format!("A seat was offered to you until {until}. It was not accepted by then.")
}

/// The place on the waiting list, and a free seat where they can take one.
#[component]
fn Waiting(id: SessionId, own: Own, quotas: Vec<QuotaLine>) -> impl IntoView {
    let state = BookingState::Waitlisted;
    let place = own.place.map(|place| format!("You are number {place} on the waiting list."));
    let kept = quotas.iter().any(QuotaLine::keeps);
    let kept = kept.then_some(": some seats are kept for a profession or a team");
    view! {
        <p>
            <BookingTag state />
        </p>
        <p>{place} " A seat that is given up goes to whoever has waited longest and can take it" {kept} "."</p>
        {own.at_once.map(|at_once| view! { <Wish id at_once state /> })}
        {own.may_take.then(|| view! { <Take id /> })}
    }
}
