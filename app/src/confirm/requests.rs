//! The page *Confirm*: requests that wait for me, those that name me first; and what others signed first.

use super::api::to_confirm;
use super::several::CHOSEN;
use crate::forms::FormScope;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Button, ButtonKind, EmptyState, Page, StackedTable, TickBox};
use domain::dates::spoken;
use domain::judgements::countersigning::AwaitingSecond;
use domain::judgements::views::{ConfirmList, OpenRequest};
use domain::standing::REQUEST_LAPSES_AFTER_DAYS;
use leptos::context::Provider;
use leptos::prelude::*;

#[component]
pub fn Requests() -> impl IntoView {
    load(to_confirm(), |waiting| view! { <Waiting waiting /> })
}

#[component]
fn Waiting(waiting: ConfirmList) -> impl IntoView {
    let ConfirmList { requests, signatures, assesses } = waiting;
    let nothing = requests.is_empty() && signatures.is_empty();
    let (by_name, any): (Vec<_>, Vec<_>) = requests.into_iter().partition(|request| request.for_me);
    view! {
        <Page title="Confirm" wide=true>
            <p>"Confirm what you have seen. If something is missing, send the request back and say what."</p>
            {nothing.then(|| view! {
                <EmptyState heading="Nothing waits for you">
                    <p>
                        {format!(
                            "When someone you assess asks for confirmation, their request is shown here for \
                             {REQUEST_LAPSES_AFTER_DAYS} days."
                        )}
                    </p>
                </EmptyState>
            })}
            <WithoutRequest assesses />
            <Choose by_name any />
            <SignatureTable signatures />
        </Page>
    }
}

/// What can be done without having been asked.
#[component]
fn WithoutRequest(assesses: bool) -> impl IntoView {
    let for_assessors = assesses.then(|| {
        view! {
            <li>
                <a href="/confirm/due">"Confirm again what falls due"</a>
            </li>
            <li>
                <a href="/people">"Find someone whose practice you saw"</a>
            </li>
            <li>
                <a href="/confirm/together">"Confirm several people together"</a>
            </li>
            <li>
                <a href="/confirm/assessors">"Who can confirm what"</a>
            </li>
        }
    });
    view! {
        <ul class="nhsuk-list row-of-links">
            {for_assessors}
            <li>
                <a href="/confirm/records">"Records from earlier employers"</a>
            </li>
        </ul>
    }
}

/// The tables of requests, with a box for each: those that are ticked are opened side by side.
#[component]
fn Choose(by_name: Vec<OpenRequest>, any: Vec<OpenRequest>) -> impl IntoView {
    let several = by_name.len() + any.len() > 1;
    view! {
        <form method="get" action="/confirm/several">
            <Provider value=FormScope::in_address(Vec::new())>
                <RequestTable caption="To you by name" requests=by_name />
                <RequestTable caption="To any assessor of the team" requests=any />
            </Provider>
            {several.then(|| view! { <Button text="Open those chosen side by side" kind=ButtonKind::Secondary /> })}
        </form>
    }
}

/// What somebody signed first: it counts once a second person has signed it too.
#[component]
fn SignatureTable(signatures: Vec<AwaitingSecond>) -> impl IntoView {
    if signatures.is_empty() {
        return None;
    }
    let head = vec!["Person", "Team", "Competency", "Level", "Signed first", "Lapses after"];
    let rows = signatures.into_iter().map(|waiting| {
        let href = format!("/confirm/countersign/{}", waiting.sequence);
        let about = format!(" in {}, for a second signature", waiting.competency_title);
        let link = view! {
            <a href=href>
                {waiting.person_name}
                <span class="nhsuk-u-visually-hidden">{about}</span>
            </a>
        };
        let signed = format!("{}, {}", waiting.signed_by, spoken(waiting.signed_on));
        vec![
            link.into_any(),
            waiting.team_name.into_any(),
            named(waiting.competency_title, waiting.competency_code),
            level_named(waiting.level).into_any(),
            signed.into_any(),
            spoken(waiting.lapses_on).into_any(),
        ]
    });
    let rows = rows.collect();
    Some(view! { <StackedTable caption="For a second signature" head rows /> })
}

#[component]
fn RequestTable(caption: &'static str, requests: Vec<OpenRequest>) -> impl IntoView {
    if requests.is_empty() {
        return None;
    }
    let head = vec![
        "Person",
        "Team",
        "Competency",
        "Level asked for",
        "Asked on",
        "Lapses after",
        "Choose",
    ];
    let rows = requests.into_iter().map(cells).collect();
    Some(view! { <StackedTable caption head rows /> })
}

fn cells(request: OpenRequest) -> Vec<AnyView> {
    let label = format!("Choose {} in {}", request.person_name, request.competency_title);
    let (id, value) = (format!("{CHOSEN}-{}", request.sequence), request.sequence.to_string());
    vec![
        view! { <Who request=request.clone() /> }.into_any(),
        request.team_name.into_any(),
        named(request.competency_title, request.competency_code),
        level_named(request.level).into_any(),
        spoken(request.asked_on).into_any(),
        spoken(request.lapses_on).into_any(),
        view! { <TickBox id name=CHOSEN value label unseen=true /> }.into_any(),
    ]
}

/// A competency with its code below.
fn named(title: String, code: String) -> AnyView {
    view! {
        {title}
        <br />
        <span class="nhsuk-body-s">{code}</span>
    }
    .into_any()
}

/// The person, as the link to the request. Somebody may have asked twice: to the ear, each says about what.
#[component]
fn Who(request: OpenRequest) -> impl IntoView {
    view! {
        <a href=format!("/confirm/{}", request.sequence)>
            {request.person_name}
            <span class="nhsuk-u-visually-hidden">{format!(" in {}", request.competency_title)}</span>
        </a>
        {request.asked_by.map(|by| view! {
            <br />
            <span class="nhsuk-body-s">{format!("Asked for by {by}")}</span>
        })}
    }
}
