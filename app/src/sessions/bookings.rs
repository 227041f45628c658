//! Who has a booking in a session, by where it stands.

use super::moment;
use crate::ui::{EmptyState, StackedTable};
use domain::sessions::BookingState;
use domain::sessions::views::BookingLine;
use leptos::prelude::*;

/// In the order in which whoever runs it needs them.
const ORDER: [BookingState; 7] = [
    BookingState::Booked,
    BookingState::Offered,
    BookingState::Waitlisted,
    BookingState::Requested,
    BookingState::Declined,
    BookingState::CancelledByPerson,
    BookingState::CancelledBySession,
];

#[component]
pub(super) fn Bookings(bookings: Vec<BookingLine>) -> impl IntoView {
    if bookings.is_empty() {
        return view! {
            <EmptyState heading="Nobody has booked yet">
                <p>"Invite teams, or tell people that this session is in the list of those that are coming."</p>
            </EmptyState>
        }
        .into_any();
    }
    let of = |state: BookingState, lapsed: bool| -> Vec<BookingLine> {
        let lines = bookings.iter().filter(|line| line.state == state && line.lapsed == lapsed);
        lines.cloned().collect()
    };
    let groups = ORDER.map(|state| {
        let caption = state.label().to_owned();
        view! { <Group caption lines=of(state, false) /> }
    });
    let groups = groups.collect_view();
    view! {
        <h3>"Bookings"</h3>
        {groups}
        <Group caption="Offered, and not answered in time" lines=of(BookingState::Offered, true) />
    }
    .into_any()
}

/// Those whose bookings stand the same; nothing where there are none.
#[component]
fn Group(#[prop(into)] caption: String, lines: Vec<BookingLine>) -> impl IntoView {
    if lines.is_empty() {
        return None;
    }
    let offered = lines.iter().any(|line| line.state == BookingState::Offered);
    let mut head = vec!["Name", "Team", "Profession"];
    head.extend(offered.then_some("Answer by"));
    let rows = lines.into_iter().map(cells).collect();
    Some(view! { <StackedTable caption head rows /> })
}

fn cells(line: BookingLine) -> Vec<AnyView> {
    let BookingLine { name, team, profession, answer_by, .. } = line;
    let profession = profession.unwrap_or_else(|| "Not recorded".to_owned());
    let answer_by = answer_by.map(moment).unwrap_or_default();
    [name, team, profession, answer_by].into_iter().map(IntoAny::into_any).collect()
}
