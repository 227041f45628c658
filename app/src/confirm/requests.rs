//! The page *Confirm*: requests that wait for me, those that name me first.

use super::api::open_requests;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{EmptyState, Page, StackedTable};
use domain::dates::spoken;
use domain::judgements::views::OpenRequest;
use leptos::prelude::*;

#[component]
pub fn Requests() -> impl IntoView {
    load(open_requests(), |requests| view! { <Waiting requests /> })
}

#[component]
fn Waiting(requests: Vec<OpenRequest>) -> impl IntoView {
    let nothing = requests.is_empty();
    let (by_name, any): (Vec<_>, Vec<_>) = requests.into_iter().partition(|request| request.for_me);
    view! {
        <Page title="Confirm" wide=true>
            <p>"Confirm what you have seen. If something is missing, send the request back and say what."</p>
            {nothing.then(|| view! {
                <EmptyState heading="No requests wait for you">
                    <p>"When someone you assess asks for confirmation, their request is shown here for 28 days."</p>
                </EmptyState>
            })}
            <RequestTable caption="To you by name" requests=by_name />
            <RequestTable caption="To any assessor of the team" requests=any />
        </Page>
    }
}

#[component]
fn RequestTable(caption: &'static str, requests: Vec<OpenRequest>) -> impl IntoView {
    if requests.is_empty() {
        return None;
    }
    let head = vec!["Person", "Team", "Competency", "Level asked for", "Asked on", "Lapses after"];
    let rows = requests.into_iter().map(cells).collect();
    Some(view! { <StackedTable caption head rows /> })
}

fn cells(request: OpenRequest) -> Vec<AnyView> {
    vec![
        view! { <Who request=request.clone() /> }.into_any(),
        request.team_name.into_any(),
        view! {
            {request.competency_title}
            <br />
            <span class="nhsuk-body-s">{request.competency_code}</span>
        }
        .into_any(),
        level_named(request.level).into_any(),
        spoken(request.asked_on).into_any(),
        spoken(request.lapses_on).into_any(),
    ]
}

/// The person, as the link to the request. Somebody may have asked twice: to the ear, each says about what.
#[component]
fn Who(request: OpenRequest) -> impl IntoView {
    view! {
        <a href=format!("/confirm/{}", request.sequence)>
            {request.person_name}
            <span class="nhsuk-u-visually-hidden">{format!(" in {}", request.competency_title)}</span>
        </a>
    }
}
