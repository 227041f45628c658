//! What waits for whoever is signed in: a card for each of their parts in Esteem.

use super::api::{AtHome, what_waits};
use super::own::OwnRecord;
use crate::load::load;
use crate::ui::{Card, InsetText, Page};
use crate::viewer::{Section, Viewer};
use domain::dates::spoken;
use domain::figures::counted;
use domain::judgements::views::{Nudge, RequestsWaiting};
use domain::returns::views::ReturnsWaiting;
use leptos::prelude::*;

#[component]
pub(super) fn WhatWaits(viewer: Viewer) -> impl IntoView {
    load(what_waits(), move |home| view! { <Cards viewer home /> })
}

#[component]
fn Cards(viewer: Viewer, home: AtHome) -> impl IntoView {
    let nothing = home == AtHome::default();
    let AtHome { waiting, teams_asking } = home;
    // Nobody is called by an address.
    let hello = match &viewer.name {
        Some(name) => format!("Hello, {name}"),
        None => "Hello".to_owned(),
    };
    // These have cards of their own, with counts.
    let counted = |section: &Section| match section {
        Section::MyCompetencies | Section::Confirm => true,
        Section::Redactions => waiting.redactions > 0,
        Section::Returns => waiting.returns != ReturnsWaiting::default(),
        _ => false,
    };
    let others = viewer.sections.into_iter().filter(|section| !counted(section));
    let others = others.map(|section| view! { <SectionCard section /> }).collect_view();
    view! {
        <Page title=hello>
            {nothing.then(|| view! { <p>"Nothing waits for you today."</p> })}
            {waiting.nudge.map(|nudge| view! { <Nudged nudge /> })}
            {waiting.own.map(|own| view! { <OwnRecord own /> })}
            {waiting.requests.map(|requests| view! { <Requests requests /> })}
            {waiting.claims.map(|claims| view! { <Claims claims /> })}
            {(waiting.records > 0).then(|| view! { <Records records=waiting.records /> })}
            {(waiting.redactions > 0).then(|| view! { <Redactions proposals=waiting.redactions /> })}
            {(waiting.seat_requests > 0).then(|| view! { <SeatRequests requests=waiting.seat_requests /> })}
            {(teams_asking > 0).then(|| view! { <SessionRequests teams=teams_asking /> })}
            <Returns returns=waiting.returns />
            {waiting.may_recognise.then(|| view! { <Recognise /> })}
            <ul class="nhsuk-grid-row nhsuk-card-group">{others}</ul>
        </Page>
    }
}

#[component]
fn Nudged(nudge: Nudge) -> impl IntoView {
    let words = format!(
        "{} asked you on {} to look at what is due of you. This goes away once you assess yourself or ask for confirmation.",
        nudge.by,
        spoken(nudge.made_on)
    );
    view! {
        <InsetText>
            <p>{words}</p>
        </InsetText>
    }
}

#[component]
fn Requests(requests: RequestsWaiting) -> impl IntoView {
    let RequestsWaiting { to_me_by_name, to_any_assessor, to_countersign } = requests;
    let words = match to_me_by_name + to_any_assessor {
        0 => "No requests wait for you.".to_owned(),
        1 => format!("1 request waits for you, {to_me_by_name} by name."),
        all => format!("{all} requests wait for you, {to_me_by_name} by name."),
    };
    let second = match to_countersign {
        0 => None,
        1 => Some("1 confirmation waits for a second signature.".to_owned()),
        all => Some(format!("{all} confirmations wait for a second signature.")),
    };
    view! {
        <Card heading="Confirm" href="/confirm">
            <p>{words}</p>
            {second.map(|words| view! { <p>{words}</p> })}
        </Card>
    }
}

#[component]
fn Claims(claims: usize) -> impl IntoView {
    let words = match claims {
        0 => "No claims wait for you.".to_owned(),
        1 => "1 claim that something is not part of a post.".to_owned(),
        claims => format!("{claims} claims that something is not part of a post."),
    };
    view! {
        <Card heading="Not part of their post" href="/claims">
            <p>{words}</p>
        </Card>
    }
}

#[component]
fn Records(records: usize) -> impl IntoView {
    let words = match records {
        1 => "1 record waits to be accepted.".to_owned(),
        records => format!("{records} records wait to be accepted."),
    };
    view! {
        <Card heading="Records from earlier employers" href="/confirm/records">
            <p>{words}</p>
        </Card>
    }
}

#[component]
fn Redactions(proposals: usize) -> impl IntoView {
    let words = match proposals {
        1 => "1 proposed redaction waits for you to decide.".to_owned(),
        proposals => format!("{proposals} proposed redactions wait for you to decide."),
    };
    view! {
        <Card heading="Redactions" href="/redactions">
            <p>{words}</p>
        </Card>
    }
}

#[component]
fn SeatRequests(requests: usize) -> impl IntoView {
    let words = match requests {
        1 => "1 booking of a session waits for your approval.".to_owned(),
        requests => format!("{requests} bookings of sessions wait for your approval."),
    };
    view! {
        <Card heading="Requests for seats" href="/seat-requests">
            <p>{words}</p>
        </Card>
    }
}

#[component]
fn SessionRequests(teams: usize) -> impl IntoView {
    let words = counted(teams, "team asks for a session.", "teams ask for sessions.");
    view! {
        <Card heading="Requests for sessions from teams" href="/session-requests">
            <p>{words}</p>
        </Card>
    }
}

/// Nothing where none waits.
#[component]
fn Returns(returns: ReturnsWaiting) -> impl IntoView {
    let ReturnsWaiting { to_check, to_approve, to_submit } = returns;
    let told = [
        (to_check, "return waits to be checked.", "returns wait to be checked."),
        (
            to_approve,
            "return waits for you to approve it.",
            "returns wait for you to approve them.",
        ),
        (
            to_submit,
            "return is approved and can be submitted.",
            "returns are approved and can be submitted.",
        ),
    ];
    let told = told.into_iter().filter(|(count, ..)| *count > 0);
    let told = told.map(|(count, one, several)| view! { <p>{counted(count, one, several)}</p> });
    let told = told.collect_view();
    (!told.is_empty()).then(|| {
        view! {
            <Card heading="Returns that wait for you" href="/returns">
                {told}
            </Card>
        }
    })
}

#[component]
fn Recognise() -> impl IntoView {
    view! {
        <Card heading="Recognise" href="/recognise">
            <p>"Recognise the levels that people bring with their registration or qualification."</p>
        </Card>
    }
}

#[component]
fn SectionCard(section: Section) -> impl IntoView {
    view! {
        <li class="nhsuk-grid-column-one-half nhsuk-card-group__item">
            <Card heading=section.label() href=section.href()>
                <p>{section.purpose()}</p>
            </Card>
        </li>
    }
}
