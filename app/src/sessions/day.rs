//! The day of a session and after, on its page: what whoever teaches it does then, and what whoever came does.

use super::address_of;
use super::changed::WhatChanged;
use super::figures::WhatItWas;
use super::rows::AttendanceTag;
use domain::sessions::certificate;
use domain::sessions::feedback::Phase;
use domain::sessions::views::SessionDetail;
use domain::sessions::{BookingState, SessionState};
use leptos::prelude::*;

/// *The day and after*; nothing for a draft, for what was cancelled, and for whoever has nothing to do with it.
#[component]
pub(super) fn TheDay(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, state, may_run, own, changed, figures, checks_in, outcomes, .. } =
        detail;
    if matches!(state, SessionState::Draft | SessionState::Cancelled) {
        return None;
    }
    let teaches = may_run || own.leads.is_some();
    let mut pages = if teaches { teaching(state) } else { Vec::new() };
    let confirms = own.leads.is_some() && own.confirms && state == SessionState::Closed;
    pages.extend(confirms.then_some(("confirm", "Confirm what you saw")));
    let certified = certificate::is_given(state, own.attendance);
    pages.extend(certified.then_some(("certificate.pdf", "Your certificate (PDF)")));
    pages.extend(own.feedback.map(|phase| ("feedback", asked(phase))));
    let awaited = checks_in && own.attendance.is_none();
    let arrives = awaited && own.state == Some(BookingState::Booked);
    pages.extend(arrives.then_some(("check-in", "Check in")));
    let link = |(page, words): (&'static str, &'static str)| {
        let href = format!("{}/{page}", address_of(id));
        view! { <li><a href=href>{words}</a></li> }
    };
    let links: Vec<_> = pages.into_iter().map(link).collect();
    let again = (certified && !outcomes.is_empty()).then(|| {
        let words = "Say where you stand now in what this session taught";
        view! { <li><a href="/my/competencies">{words}</a></li> }
    });
    let attendance = own.attendance.map(|attendance| {
        view! { <p>"The register says: " <AttendanceTag attendance /></p> }
    });
    (attendance.is_some() || !links.is_empty()).then(|| {
        view! {
            <section>
                <h2>"The day and after"</h2>
                {attendance}
                <ul>{links}{again}</ul>
                {figures.map(|figures| view! { <WhatItWas figures /> })}
                {changed.map(|changed| view! { <WhatChanged changed /> })}
            </section>
        }
    })
}

/// The pages of whoever runs or leads it. Once the register is closed nobody signs or checks in any more.
fn teaching(state: SessionState) -> Vec<(&'static str, &'static str)> {
    let mut pages = vec![("register", "Register")];
    if state != SessionState::Closed {
        pages.push(("sheet", "A sheet to sign, on paper"));
        pages.push(("code", "Check-in code, for the room to see"));
    }
    pages
}

/// What feedback is asked, as a link.
const fn asked(phase: Phase) -> &'static str {
    match phase {
        Phase::After => "Give feedback",
        Phase::FollowUp => "Say once more how confident you are",
    }
}
