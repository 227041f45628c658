//! The way to a time: a link where times can be compared for a session, words where they cannot.

use crate::sessions::address_of;
use domain::ids::SessionId;
use domain::sessions::SessionState;
use leptos::prelude::*;

/// Said where the day of a session that is not there yet is asked.
pub(in crate::sessions) const TIME_CAN_WAIT: &str = "You do not need to know the final time yet: enter a likely one. Once you have \
    the draft, “Find a time” on its page compares when its leads and the invited teams could come.";

/// Said where sessions are listed.
pub(in crate::sessions) const WHERE_TIMES_ARE: &str =
    "To compare times, plan a session, or open a draft, and choose “Find a time” on its page.";

/// How times are compared for a session in this state; nothing where it stays as it was.
#[component]
pub(in crate::sessions) fn WayToTimes(id: SessionId, state: SessionState) -> impl IntoView {
    match state {
        SessionState::Draft => Some(
            view! {
                <p>
                    <a href=format!("{}/times", address_of(id))>"Find a time"</a>
                </p>
            }
            .into_any(),
        ),
        SessionState::Scheduled => Some(
            view! {
                <p>
                    "“Find a time” compares times for drafts only, because nobody is told when a draft moves. To compare times for "
                    "this session, "
                    <a href=format!("/sessions/new?like={id}")>"plan another like this"</a>
                    ", find a time in that draft, then "
                    <a href=format!("{}/change", address_of(id))>"change the time of this one"</a>
                    " and cancel the draft."
                </p>
            }
            .into_any(),
        ),
        SessionState::Delivered | SessionState::Closed | SessionState::Cancelled => None,
    }
}
