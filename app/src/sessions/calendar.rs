//! The reader's calendar, on the page of a session or of a series that belongs into it.

use super::address_of;
use domain::ids::{SessionId, SessionSeriesId};
use leptos::prelude::*;

#[component]
pub(super) fn InCalendar(id: SessionId, leads: bool, in_series: bool) -> impl IntoView {
    let file = format!("{}/calendar.ics", address_of(id));
    let name = if in_series { "series.ics" } else { "session.ics" };
    // A calendar knows them under one name, so they are taken along together.
    let others = in_series.then_some(" with your other sessions of its series");
    let what_stays = if leads { "change that you lead it" } else { "give up your seat" };
    view! {
        <p>
            <a href=file download=name>
                "Add to your calendar"
            </a>
            {others}
            ", or "
            <ShowAll />
            ". Removing it from your calendar does not "
            {what_stays}
            "."
        </p>
    }
}

#[component]
pub(super) fn SeriesInCalendar(id: SessionSeriesId) -> impl IntoView {
    let file = format!("/sessions/series/{id}/calendar.ics");
    view! {
        <p>
            <a href=file download="series.ics">
                "Add your sessions of this series to your calendar"
            </a>
            ", or "
            <ShowAll />
            ". Removing them from your calendar does not give up your seats."
        </p>
    }
}

#[component]
fn ShowAll() -> impl IntoView {
    view! { <a href="/my/calendar">"show all your sessions there"</a> }
}
