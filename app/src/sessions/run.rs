//! What whoever runs a session can do next: change it, see what a draft lacks, schedule or cancel it.

use super::address_of;
use super::api_draft::{ScheduleSession, SessionTookPlace};
use super::bookings::Bookings;
use super::cancel::Cancel;
use super::times::WayToTimes;
use crate::protected_time::{OutsideReason, OutsideTime};
use crate::release::Warnings;
use crate::ui::{Button, Form, InsetText};
use domain::ids::SessionId;
use domain::sessions::SessionState;
use domain::sessions::scheduling::may_change;
use domain::sessions::views::SessionDetail;
use leptos::prelude::*;

#[component]
pub(super) fn ForEducator(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, state, has_passed, missing, warnings, outside, bookings, .. } = detail;
    view! {
        <section>
            <h2>"For the educator"</h2>
            <Warnings warnings />
            <OutsideTime lines=outside />
            {match may_change(state) {
                Ok(()) => view! {
                    <Links id />
                    {match state {
                        SessionState::Draft if has_passed => view! { <Passed id missing /> }.into_any(),
                        SessionState::Draft => view! {
                            <WayToTimes id state />
                            <Draft id missing />
                        }.into_any(),
                        _ => view! {
                            <WayToTimes id state />
                            <Lost missing />
                        }.into_any(),
                    }}
                }.into_any(),
                Err(why) => view! { <p>{why.to_string()}</p> }.into_any(),
            }}
            {(state != SessionState::Draft).then(|| view! { <Bookings id state bookings /> })}
            {may_change(state).is_ok().then(|| view! { <Cancel id is_draft=state == SessionState::Draft /> })}
        </section>
    }
}

#[component]
fn Links(id: SessionId) -> impl IntoView {
    let pages = [
        ("change", "Change what, when and where"),
        ("leads", "Say who leads it"),
        ("competencies", "Choose what it builds"),
        ("seats", "Keep seats for a profession or a team"),
        ("teams", "Invite teams"),
        ("guests", "Guests who are not on record here"),
    ];
    let links = pages.map(|(page, words)| {
        let href = format!("{}/{page}", address_of(id));
        view! { <li><a href=href>{words}</a></li> }
    });
    view! { <ul>{links.collect_view()}</ul> }
}

/// What stands between a draft and its first booking.
#[component]
fn Draft(id: SessionId, missing: Vec<String>) -> impl IntoView {
    if missing.is_empty() {
        return view! {
            <p>"Only those who may run it see this draft. Once it is scheduled, people can book it."</p>
            <Form<ScheduleSession>>
                <input type="hidden" name="id" value=id.to_string() />
                <OutsideReason />
                <Button text="Schedule this session" />
            </Form<ScheduleSession>>
        }
        .into_any();
    }
    view! { <Missing intro="Before this session can be scheduled:" missing /> }.into_any()
}

/// What stands between a draft whose time has passed and its record.
#[component]
fn Passed(id: SessionId, missing: Vec<String>) -> impl IntoView {
    if missing.is_empty() {
        return view! {
            <p>"The time of this draft has passed. Record it if the session took place. Nobody can book it."</p>
            <Form<SessionTookPlace>>
                <input type="hidden" name="id" value=id.to_string() />
                <OutsideReason />
                <Button text="Record that it took place" />
            </Form<SessionTookPlace>>
        }
        .into_any();
    }
    let intro = "The time of this draft has passed. Before you can record that it took place:";
    view! { <Missing intro missing /> }.into_any()
}

/// What a scheduled session had when it was scheduled, and has no more; nothing where it has all of it.
#[component]
fn Lost(missing: Vec<String>) -> impl IntoView {
    (!missing.is_empty())
        .then(|| view! { <Missing intro="This session has lost what it needs:" missing /> })
}

#[component]
fn Missing(intro: &'static str, missing: Vec<String>) -> impl IntoView {
    let missing = missing.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view();
    view! {
        <InsetText>
            <p>{intro}</p>
            <ul>{missing}</ul>
        </InsetText>
    }
}
