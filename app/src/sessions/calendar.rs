//! The reader's calendar, on the page of a session that belongs into it.

use super::address_of;
use domain::ids::SessionId;
use leptos::prelude::*;

#[component]
pub(super) fn InCalendar(id: SessionId, leads: bool) -> impl IntoView {
    let file = format!("{}/calendar.ics", address_of(id));
    let what_stays = if leads { "change that you lead it" } else { "give up your seat" };
    view! {
        <p>
            <a href=file download="session.ics">
                "Add to your calendar"
            </a>
            ", or "
            <a href="/my/calendar">"show all your sessions there"</a>
            ". Removing it from your calendar does not "
            {what_stays}
            "."
        </p>
    }
}
