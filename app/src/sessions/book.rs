//! The forms with which a reader books a seat, wishes otherwise while they wait, and gives it up.

use super::api::{BookSeat, ChangeWish, GiveUpSeat};
use crate::forms::was_refused;
use crate::ui::{Button, ButtonKind, Checkboxes, Choice, Details, Field, Form, Select};
use domain::coverage::views::Heading;
use domain::ids::SessionId;
use domain::sessions::BookingState;
use domain::sessions::views::Own;
use leptos::prelude::*;

/// A seat, or a place on the waiting list; or why they can have neither.
#[component]
pub(super) fn Book(id: SessionId, own: Own) -> impl IntoView {
    if own.teams.is_empty() {
        let why = own.why_not.unwrap_or_else(|| "You cannot book this session.".to_owned());
        return view! { <p>{why}</p> }.into_any();
    }
    let words = match own.comes_to {
        Some(BookingState::Requested) => "Ask for a seat",
        Some(BookingState::Waitlisted) => "Join the waiting list",
        _ => "Book a seat",
    };
    view! {
        <p>
            "If there is no free seat that you could take, you join the end of the waiting list. Seats go to whoever has waited "
            "longest."
        </p>
        <Form<BookSeat>>
            <input type="hidden" name="id" value=id.to_string() />
            <Teams teams=own.teams />
            <AtOnce />
            <Button text=words />
        </Form<BookSeat>>
    }
    .into_any()
}

/// Whether a seat that falls to them later is to be booked without asking.
#[component]
pub(super) fn AtOnce() -> impl IntoView {
    let field = Field::new("at_once", "If you have to wait");
    view! { <Checkboxes field choices=vec![without_asking()] /> }
}

fn without_asking() -> Choice {
    Choice::new("yes", "If a seat falls to me later, book it for me without asking").hint(
        "Only while the session is 14 days or more ahead, or lies in your team’s protected time. Else the seat is offered to you, \
         and you are told until when to answer.",
    )
}

/// What becomes of a seat that falls to somebody who is on the waiting list, and the form with which they change that; while they wait
/// for their team manager the form alone.
#[component]
pub(super) fn Wish(id: SessionId, at_once: bool, state: BookingState) -> impl IntoView {
    let (now, value) = match at_once {
        true => (
            "You have chosen that a seat that falls to you on the waiting list is booked without asking, where that is possible. \
             Otherwise you are asked before it is booked.",
            "yes",
        ),
        false => {
            ("A seat may fall to you on the waiting list. You are asked before it is booked.", "")
        }
    };
    let now = (state == BookingState::Waitlisted).then_some(now);
    let field = Field::new("at_once", "While you wait").value(value);
    let open = was_refused::<ChangeWish>();
    view! {
        {now.map(|now| view! { <p>{now}</p> })}
        <Details summary="Change what happens if a seat becomes free" open>
            <p>"You keep your place. You need not give it up to change this."</p>
            <Form<ChangeWish>>
                <input type="hidden" name="id" value=id.to_string() />
                <Checkboxes field choices=vec![without_asking()] />
                <Button text="Save this choice" kind=ButtonKind::Secondary />
            </Form<ChangeWish>>
        </Details>
    }
}

/// Which team they come with; not asked where there is one.
#[component]
pub(super) fn Teams(teams: Vec<Heading>) -> impl IntoView {
    if let [team] = teams.as_slice() {
        let code = team.code.clone();
        return view! { <input type="hidden" name="team" value=code /> }.into_any();
    }
    let choices = teams.into_iter().map(|team| Choice::new(team.code, team.title)).collect();
    let field = Field::new("team", "Which team do you come with?");
    view! { <Select field choices /> }.into_any()
}

/// A free seat for somebody on the waiting list; the team is that with which they wait.
#[component]
pub(super) fn Take(id: SessionId) -> impl IntoView {
    view! {
        <p>
            "There is a free seat that you can take. Too little time is left to offer it to each person in turn, so it goes to the "
            "first person on the waiting list who takes it."
        </p>
        <Form<BookSeat>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="team" value="" />
            <input type="hidden" name="at_once" value="" />
            <Button text="Take a free seat" kind=ButtonKind::Secondary />
        </Form<BookSeat>>
    }
}

/// What giving up means depends on what there is to give up.
#[component]
pub(super) fn GiveUp(id: SessionId, state: BookingState) -> impl IntoView {
    let (words, what_happens) = match state {
        BookingState::Waitlisted => (
            "Leave the waiting list",
            "Leave only if you no longer want a seat. You lose your place: if you book again, you start at the end.",
        ),
        BookingState::Requested => (
            "Take my request back",
            "Take it back only if you no longer want a seat. Your team manager need not answer it. If you ask again, you start at \
             the end.",
        ),
        _ => (
            "Give up my seat",
            "It goes to whoever has waited longest. If you book again and there is no free seat, you start at the end of the \
             waiting list.",
        ),
    };
    let open = was_refused::<GiveUpSeat>();
    view! {
        <Details summary=words open>
            <p>{what_happens}</p>
            <Form<GiveUpSeat>>
                <input type="hidden" name="id" value=id.to_string() />
                <Button text=words kind=ButtonKind::Warning />
            </Form<GiveUpSeat>>
        </Details>
    }
}
