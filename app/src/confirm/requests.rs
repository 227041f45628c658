//! The page *Confirm*: requests that wait for me, those that name me first.

use super::api::open_requests;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Cell, EmptyState, Page, Row, RowTitle, Table};
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
    let rows = requests.into_iter().map(|request| view! { <Line request /> });
    let rows = rows.collect_view();
    Some(view! {
        <Table caption head=["Person", "Team", "Competency", "Level asked for", "Asked on", "Lapses after"]>
            {rows}
        </Table>
    })
}

#[component]
fn Line(request: OpenRequest) -> impl IntoView {
    let about = format!(" in {}", request.competency_title);
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/confirm/{}", request.sequence)>
                    {request.person_name}
                    <span class="nhsuk-u-visually-hidden">{about}</span>
                </a>
            </RowTitle>
            <Cell>{request.team_name}</Cell>
            <Cell>
                {request.competency_title}
                <br />
                <span class="nhsuk-body-s">{request.competency_code}</span>
            </Cell>
            <Cell>{level_named(request.level)}</Cell>
            <Cell>{spoken(request.asked_on)}</Cell>
            <Cell>{spoken(request.lapses_on)}</Cell>
        </Row>
    }
}
