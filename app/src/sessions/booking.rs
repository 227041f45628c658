//! The reader's own seat in a session: the form to book one, or where their booking stands.

use super::api::{AcceptOffer, BookSeat, GiveUpSeat};
use super::moment;
use super::rows::BookingTag;
use crate::forms::was_refused;
use crate::ui::{Button, ButtonKind, Checkboxes, Choice, Details, Field, Form, InsetText, Select};
use domain::coverage::views::Heading;
use domain::ids::SessionId;
use domain::sessions::views::{Own, SessionDetail};
use domain::sessions::{BookingState, SessionState};
use leptos::prelude::*;

/// *Your seat*; nothing while the session is a draft, or when it is over and the reader had no booking.
#[component]
pub(super) fn Seat(detail: SessionDetail) -> impl IntoView {
    let booked = detail.own.state;
    let standing = match detail.state {
        SessionState::Draft => return None,
        SessionState::Scheduled => view! { <Ahead detail /> }.into_any(),
        SessionState::Delivered | SessionState::Cancelled => {
            let state = booked?;
            view! { <p><BookingTag state /></p> }.into_any()
        }
    };
    Some(view! {
        <section>
            <h2>"Your seat"</h2>
            {standing}
        </section>
    })
}

/// Where they stand, and what they can do about it.
#[component]
fn Ahead(detail: SessionDetail) -> impl IntoView {
    let (id, own) = (detail.id, detail.own.clone());
    match own.state.filter(|_| !own.lapsed) {
        Some(state @ BookingState::Booked) => view! {
            <p><BookingTag state /></p>
            <GiveUp id state />
        }
        .into_any(),
        Some(BookingState::Offered) => view! { <Offered id own /> }.into_any(),
        Some(state @ BookingState::Waitlisted) => view! {
            <Waiting detail />
            <GiveUp id state />
        }
        .into_any(),
        Some(state @ BookingState::Requested) => view! {
            <p><BookingTag state /></p>
            <p>"Your team manager has not answered yet."</p>
            <GiveUp id state />
        }
        .into_any(),
        over => view! {
            {over.map(|state| view! { <p>"Your last booking here: " <BookingTag state /></p> })}
            {own.lapsed.then(|| view! { <Lapsed own=own.clone() /> })}
            <Book id own />
        }
        .into_any(),
    }
}

#[component]
fn Offered(id: SessionId, own: Own) -> impl IntoView {
    let until = own.answer_by.map(moment).unwrap_or_default();
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
    let until = own.answer_by.map(moment).unwrap_or_default();
    view! {
        <InsetText>
            <p>
                "A seat was offered to you until " {until}
                ". It was not accepted by then. Book again to join the end of the waiting list."
            </p>
        </InsetText>
    }
}

/// The place on the waiting list. A seat that is free and was not offered may be one that they can take.
#[component]
fn Waiting(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, seats, own, .. } = detail;
    let free = seats.held < seats.capacity && !own.teams.is_empty();
    let place = own.place.map(|place| format!("You are number {place} on the waiting list."));
    view! {
        <p>
            <BookingTag state=BookingState::Waitlisted />
        </p>
        <p>
            {place}
            " A seat that is given up goes to whoever has waited longest, and could take it: some seats are kept for a "
            "profession or a team."
        </p>
        {free.then(|| view! {
            <p>
                "A seat is free. Where too little time is left to offer it, the first of those who wait to take it has it."
            </p>
            <Form<BookSeat>>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="at_once" value="" />
                <Teams teams=own.teams.clone() />
                <Button text="Take a free seat" kind=ButtonKind::Secondary />
            </Form<BookSeat>>
        })}
    }
}

#[component]
fn Book(id: SessionId, own: Own) -> impl IntoView {
    if own.teams.is_empty() {
        let why = own.why_not.unwrap_or_else(|| "You cannot book this session.".to_owned());
        return view! { <p>{why}</p> }.into_any();
    }
    let at_once = Field::new("at_once", "If you have to wait");
    let choice = Choice::new("yes", "If a seat falls to me later, book it for me without asking")
        .hint(
            "Only while the session is 14 days or more ahead. After that the seat is offered to you, and you have 2 working \
             days to answer.",
        );
    view! {
        <p>"If there is no free seat that you could take, you join the waiting list. Nobody can jump it."</p>
        <Form<BookSeat>>
            <input type="hidden" name="id" value=id.to_string() />
            <Teams teams=own.teams />
            <Checkboxes field=at_once choices=vec![choice] />
            <Button text="Book a seat" />
        </Form<BookSeat>>
    }
    .into_any()
}

/// Which team they come with; not asked where there is one.
#[component]
fn Teams(teams: Vec<Heading>) -> impl IntoView {
    if let [team] = teams.as_slice() {
        let code = team.code.clone();
        return view! { <input type="hidden" name="team" value=code /> }.into_any();
    }
    let choices = teams.into_iter().map(|team| Choice::new(team.code, team.title)).collect();
    let field = Field::new("team", "Which team do you come with?");
    view! { <Select field choices /> }.into_any()
}

/// What giving up means depends on what there is to give up.
#[component]
fn GiveUp(id: SessionId, state: BookingState) -> impl IntoView {
    let (words, what_happens) = match state {
        BookingState::Waitlisted => (
            "Leave the waiting list",
            "You lose your place. If you book again, you start at the end.",
        ),
        BookingState::Requested => (
            "Take my request back",
            "Your team manager need not answer it. If you ask again, you start at the end.",
        ),
        _ => (
            "Give up my seat",
            "It goes to whoever has waited longest. If you book again and there is no free seat, you start at the end of the \
             waiting list.",
        ),
    };
    view! {
        <Details summary=words open=was_refused::<GiveUpSeat>()>
            <p>{what_happens}</p>
            <Form<GiveUpSeat>>
                <input type="hidden" name="id" value=id.to_string() />
                <Button text=words kind=ButtonKind::Warning />
            </Form<GiveUpSeat>>
        </Details>
    }
}
