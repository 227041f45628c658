//! A session in a list: when, what, where, by whom, how full, and where the reader stands.

use super::address_of;
use crate::ui::{Colour, StackedTable, Tag};
use chrono::NaiveDateTime;
use domain::dates::spoken_deadline;
use domain::figures::{counted, grouped};
use domain::sessions::certificate;
use domain::sessions::register::Attendance;
use domain::sessions::views::SessionLine;
use domain::sessions::{BookingState, SessionState};
use leptos::prelude::*;

/// A table of sessions; nothing where there are none.
#[component]
pub(super) fn SessionTable(
    #[prop(into)] caption: String,
    lines: Vec<SessionLine>,
    /// Whether the reader leads them all, so that there is no seat of theirs to tell of.
    #[prop(optional)]
    led: bool,
) -> impl IntoView {
    if lines.is_empty() {
        return None;
    }
    let mut head = vec!["When", "Session", "Where", "Led by", "Seats"];
    head.extend((!led).then_some("Mine"));
    let rows = lines.into_iter().map(cells).collect();
    Some(view! { <StackedTable caption head rows /> })
}

fn cells(line: SessionLine) -> Vec<AnyView> {
    let what = view! {
        <a href=address_of(line.id)>{line.title.clone()}</a>
        <br />
        <span class="nhsuk-body-s">{line.format.label()}</span>
    };
    let (when, mine) = (line.slot.words().into_any(), mine(&line));
    cells_of(line, (when, what.into_any()), mine)
}

/// A row of sessions: when and what each is, one of which leads to it, and last where the reader stands.
pub(super) fn cells_of(
    line: SessionLine,
    (when, what): (AnyView, AnyView),
    mine: AnyView,
) -> Vec<AnyView> {
    let SessionLine { state, place, leads, capacity, free, waiting, lacking, .. } = line;
    let seats = match state {
        SessionState::Draft | SessionState::Scheduled => how_full(capacity, free, waiting),
        // Nobody can take a seat in it any more, so none is free.
        _ => counted(capacity, "seat", "seats"),
    };
    let leads = if leads.is_empty() { "Nobody yet".to_owned() } else { leads.join(", ") };
    let ahead = state == SessionState::Scheduled;
    vec![
        when,
        view! {
            {what}
            {(!ahead).then(|| view! { <br /> <StateTag state /> })}
        }
        .into_any(),
        place.into_any(),
        leads.into_any(),
        view! {
            {seats}
            {lacking.map(|lacking| view! { <br /> <Tag text="Too few" colour=Colour::Orange /> " " {lacking} })}
        }
        .into_any(),
        mine,
    ]
}

/// Where the reader stands, in a row of sessions: what the register says of them; else that they lead it, or their own
/// booking.
pub(super) fn mine(line: &SessionLine) -> AnyView {
    match (line.attendance, line.own) {
        (None, _) if line.leads_it => match line.state.has_taken_place() {
            true => "You led this session".into_any(),
            false => "You lead this session".into_any(),
        },
        (Some(attendance), _) => view! {
            <AttendanceTag attendance />
            {certificate::is_given(line.state, line.attendance).then(|| certificate_of(line))}
        }
        .into_any(),
        (None, Some(state)) => view! { <BookingTag state /> }.into_any(),
        (None, None) => "No booking".into_any(),
    }
}

/// The way to the reader's certificate, below what the register says.
fn certificate_of(line: &SessionLine) -> AnyView {
    let href = format!("{}/certificate.pdf", address_of(line.id));
    view! {
        <br />
        <a href=href>
            "Your certificate (PDF)" <span class="nhsuk-u-visually-hidden">": " {line.title.clone()}</span>
        </a>
    }
    .into_any()
}

/// `5 of 12 free`; `Full, 3 waiting`.
pub(crate) fn how_full(capacity: usize, free: usize, waiting: usize) -> String {
    let [of, left, waits] = [capacity, free, waiting].map(|number| grouped(number as u64));
    let seats = if free == 0 { "Full".to_owned() } else { format!("{left} of {of} free") };
    if waiting == 0 { seats } else { format!("{seats}, {waits} waiting") }
}

/// A deadline that stands by itself: `The end of 3 May 2026`.
pub(super) fn deadline(at: NaiveDateTime) -> String {
    capital(spoken_deadline(at))
}

/// Words at the beginning of a line: `Every Tuesday`.
pub(crate) fn capital(mut words: String) -> String {
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Where a session is in its life, in a word or two.
#[component]
pub(super) fn StateTag(state: SessionState) -> impl IntoView {
    let colour = match state {
        SessionState::Draft => Colour::Yellow,
        SessionState::Scheduled => Colour::Blue,
        SessionState::Delivered | SessionState::Closed => Colour::Green,
        SessionState::Cancelled => Colour::Grey,
    };
    view! { <Tag text=state.label() colour /> }
}

/// Where a booking stands, in a few words.
#[component]
pub(super) fn BookingTag(state: BookingState) -> impl IntoView {
    let colour = match state {
        BookingState::Booked => Colour::Green,
        BookingState::Offered => Colour::Yellow,
        BookingState::Requested | BookingState::Waitlisted => Colour::Blue,
        BookingState::Declined
        | BookingState::CancelledByPerson
        | BookingState::CancelledBySession => Colour::Grey,
    };
    view! { <Tag text=state.label() colour /> }
}

/// What the register says of the reader, in a word or two.
#[component]
pub(super) fn AttendanceTag(attendance: Attendance) -> impl IntoView {
    let colour = if attendance.came() { Colour::Green } else { Colour::Grey };
    view! { <Tag text=attendance.looking_back() colour /> }
}

#[cfg(test)]
mod tests {
    use super::{deadline, how_full};

    #[test]
    fn how_full_a_session_is_stands_in_a_few_words() {
        let told = [(5, 0), (0, 0), (0, 3), (1, 2)].map(|(free, waits)| how_full(12, free, waits));
        assert_eq!(told, ["5 of 12 free", "Full", "Full, 3 waiting", "1 of 12 free, 2 waiting"]);
    }
    #[test]
    fn a_deadline_by_itself_begins_with_a_capital() {
        let told = ["2026-05-04T00:00:00", "2026-05-04T17:00:00"];
        let told = told.map(|at| deadline(at.parse().unwrap()));
        assert_eq!(told, ["The end of 3 May 2026", "4 May 2026 at 5pm"]);
    }
}
