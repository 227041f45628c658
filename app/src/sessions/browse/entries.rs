//! A session on its day: when, what, and in a word or two how full it is and where the reader stands.

use crate::sessions::address_of;
use crate::sessions::rows::{AttendanceTag, BookingTag, StateTag, how_full};
use domain::dates::spoken_time;
use domain::sessions::browse::views::AgendaEntry;
use domain::sessions::register::Attendance;
use domain::sessions::{BookingState, SessionState};
use leptos::prelude::*;

/// In a cell of a month: the time and the title, which are one link.
#[component]
pub(super) fn InMonth(entry: AgendaEntry) -> impl IntoView {
    let AgendaEntry { id, title, slot, state, own, attendance, free, .. } = entry;
    view! {
        <li>
            <a href=address_of(id)>
                <span class="month__time">{spoken_time(slot.starts.time())}</span>
                " "
                {title}
            </a>
            {remark(state, (attendance, own), free).map(|words| view! {
                " "
                <span class="month__remark">{words}</span>
            })}
        </li>
    }
}

/// What matters most of a session, where there is something: what the register says of the reader, their own booking, that it
/// cannot be booked, that it is full.
fn remark(
    state: SessionState,
    (attendance, own): (Option<Attendance>, Option<BookingState>),
    free: usize,
) -> Option<&'static str> {
    let own = own.filter(|own| !own.is_over()).map(BookingState::label);
    match (state, attendance.map(Attendance::looking_back).or(own)) {
        (_, Some(own)) => Some(own),
        (SessionState::Draft, None) => Some("Draft"),
        (SessionState::Scheduled, None) if free == 0 => Some("Full"),
        (_, None) => None,
    }
}

/// In the list of a day.
#[component]
pub(super) fn InWeek(entry: AgendaEntry) -> impl IntoView {
    let AgendaEntry { id, title, format, slot, state, place, capacity, free, own, attendance } =
        entry;
    let when =
        format!("{} to {}", spoken_time(slot.starts.time()), spoken_time(slot.ends().time()));
    let ahead = state == SessionState::Scheduled;
    let seats = ahead.then(|| format!(" {}.", how_full(capacity, free, 0)));
    let own = own.filter(|own| attendance.is_none() && !own.is_over());
    view! {
        <li>
            {when} ": " <a href=address_of(id)>{title}</a>
            <br />
            <span class="nhsuk-body-s">{format.label()} ", " {place} "." {seats}</span>
            {(!ahead).then(|| view! { " " <StateTag state /> })}
            {attendance.map(|attendance| view! { " " <AttendanceTag attendance /> })}
            {own.map(|state| view! { " " <BookingTag state /> })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::{Attendance, BookingState, SessionState, remark};

    #[test]
    fn a_month_says_of_a_session_what_matters_most() {
        let booked = Some(BookingState::Booked);
        let table = [
            ((SessionState::Scheduled, None, 3), None),
            ((SessionState::Scheduled, None, 0), Some("Full")),
            ((SessionState::Scheduled, booked, 0), Some("Booked")),
            ((SessionState::Scheduled, Some(BookingState::CancelledByPerson), 0), Some("Full")),
            ((SessionState::Draft, None, 0), Some("Draft")),
            ((SessionState::Delivered, None, 0), None),
        ];
        for ((state, own, free), expected) in table {
            assert_eq!(remark(state, (None, own), free), expected, "{state:?} {own:?} {free}");
        }
        let said = |one, own| remark(SessionState::Closed, (Some(one), own), 3);
        assert_eq!(said(Attendance::DidNotAttend, booked), Some("Did not attend"));
        assert_eq!(said(Attendance::Attended, None), Some("Attended"), "who walked in");
    }
}
