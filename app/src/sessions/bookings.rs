//! Who has a booking in a session, by where it stands, and the form that cancels one of them.

use super::address_of;
use super::api_draft::CancelBooking;
use super::rows::deadline;
use crate::ui::{Button, ButtonKind, Details, EmptyState, Form, StackedTable};
use domain::ids::{PersonId, SessionId};
use domain::sessions::scheduling::may_change;
use domain::sessions::views::BookingLine;
use domain::sessions::{Attendee, BookingState, SessionState};
use leptos::prelude::*;

#[component]
pub(super) fn Bookings(
    id: SessionId,
    state: SessionState,
    bookings: Vec<BookingLine>,
) -> impl IntoView {
    if bookings.is_empty() {
        return view! { <Nobody state /> }.into_any();
    }
    let may_cancel = may_change(state).is_ok();
    let groups = grouped(bookings).into_iter().map(|lines| view! { <Group id may_cancel lines /> });
    view! {
        <h3>"Bookings"</h3>
        {groups.collect_view()}
    }
    .into_any()
}

#[component]
fn Nobody(state: SessionState) -> impl IntoView {
    if may_change(state).is_err() {
        return view! { <p>"Nobody booked this session."</p> }.into_any();
    }
    view! {
        <EmptyState heading="Nobody has booked yet">
            <p>"Invite teams, or tell people that they can find this session in the list of sessions."</p>
        </EmptyState>
    }
    .into_any()
}

/// Bookings that stand the same side by side, in the order in which they came.
fn grouped(bookings: Vec<BookingLine>) -> Vec<Vec<BookingLine>> {
    let mut groups: Vec<Vec<BookingLine>> = Vec::new();
    for line in bookings {
        let stands = (line.state, line.lapsed);
        let alike = |other: &BookingLine| (other.state, other.lapsed) == stands;
        match groups.iter_mut().find(|group| group.first().is_some_and(alike)) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    groups
}

/// Those whose bookings stand the same; nothing where there are none.
#[component]
fn Group(id: SessionId, may_cancel: bool, lines: Vec<BookingLine>) -> impl IntoView {
    let (state, lapsed) = lines.first().map(|line| (line.state, line.lapsed))?;
    let (offered, live) = (state == BookingState::Offered, !lapsed && !state.is_over());
    let caption = if lapsed { "Offered, and not answered in time" } else { state.label() };
    let cancels = live && may_cancel;
    let mut head = vec!["Name", "Team or organisation", "Profession"];
    head.extend(offered.then_some("Answer by"));
    head.extend(cancels.then_some("Cancel"));
    let row = |line: BookingLine| {
        let cancel = line.clone();
        let profession = line.profession.unwrap_or_else(|| "Not recorded".to_owned());
        let absent = live && !line.may_come;
        let from = match line.attendee {
            Attendee::Person(_) => line.from,
            Attendee::Guest(_) => format!("Guest from {}", line.from),
        };
        let mut cells = vec![
            view! { <Who name=line.name absent /> }.into_any(),
            from.into_any(),
            profession.into_any(),
        ];
        let answer_by = line.answer_by.map(deadline).unwrap_or_default();
        cells.extend(offered.then(|| answer_by.into_any()));
        cells.extend(cancels.then(|| view! { <EndOne id line=cancel /> }.into_any()));
        cells
    };
    let rows = lines.into_iter().map(row).collect();
    Some(view! { <StackedTable caption head rows /> })
}

/// A name, and whether they have no post any more with which they could come.
#[component]
fn Who(name: String, absent: bool) -> impl IntoView {
    view! {
        {name}
        {absent.then(|| view! {
            <br />
            <span class="nhsuk-body-s">"No post here on the day"</span>
        })}
    }
}

/// The way to end one booking; the session stays. That of a guest is ended on the page of the guests.
#[component]
fn EndOne(id: SessionId, line: BookingLine) -> impl IntoView {
    match line.attendee {
        Attendee::Person(person) => view! { <CancelOne id person name=line.name /> }.into_any(),
        Attendee::Guest(_) => {
            let href = format!("{}/guests", address_of(id));
            view! { <a href=href>"Remove " {line.name} " on the page of guests"</a> }.into_any()
        }
    }
}

/// The form that cancels the booking of somebody on record.
#[component]
fn CancelOne(id: SessionId, person: PersonId, name: String) -> impl IntoView {
    let person = person.to_string();
    let summary = format!("Cancel the booking of {name}");
    view! {
        <Details summary>
            <p>"They lose their place. A seat goes to whoever has waited longest. You cannot undo this."</p>
            <Form<CancelBooking> about=person.clone()>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="person" value=person />
                <Button text="Cancel this booking" kind=ButtonKind::Warning about=format!("of {name}") />
            </Form<CancelBooking>>
        </Details>
    }
}
