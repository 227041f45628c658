//! A team's requests for sessions: the form, and where each that was sent stands.

use super::api::{WithdrawSessionRequest, team_session_requests};
use super::ask::Ask;
use super::line::{Asked, Stands};
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Crumb, EmptyState, Form, Page, pages_of};
use domain::session_requests::RequestState;
use domain::session_requests::views::{SessionRequestLine, TeamRequests};
use leptos::prelude::*;

#[component]
pub fn TeamSessionRequestsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(team_session_requests(address::path_part("code"), page), |requests| {
        view! { <Requests requests /> }
    })
}

#[component]
fn Requests(requests: TeamRequests) -> impl IntoView {
    let TeamRequests { team, competencies, requests } = requests;
    let above = format!("/teams/{}", address::segment(&team.code));
    let trail = vec![Crumb::new("/teams", "Teams"), Crumb::new(above, team.title.clone())];
    let (none, pages) = (requests.entries.is_empty(), pages_of(&requests, "requests"));
    let each = requests.entries.into_iter().map(|line| view! { <Request line /> }).collect_view();
    view! {
        <Page title=format!("{}: requests for sessions", team.title) trail>
            <p>
                "Tell the educators who teach for your team what it needs. You see here what becomes of it, and are told by email when "
                "it is answered."
            </p>
            <Ask team=team.code competencies />
            <h2>"What the team has asked for"</h2>
            {none.then(|| view! {
                <EmptyState heading="Nothing was asked for yet">
                    <p>"Sessions that are coming may cover it already. "<a href="/sessions">"Look through the sessions"</a></p>
                </EmptyState>
            })}
            {each}
            {pages}
        </Page>
    }
}

#[component]
fn Request(line: SessionRequestLine) -> impl IntoView {
    let (id, open) = (line.id.to_string(), line.state == RequestState::Open);
    let about = format!("of {}", domain::dates::spoken(line.asked_on));
    view! {
        <section class="nhsuk-u-margin-bottom-6">
            <Stands line=line.clone() />
            <Asked line />
            {open.then(|| view! {
                <Form<WithdrawSessionRequest> about=id.clone()>
                    <input type="hidden" name="id" value=id />
                    <Button text="Take this request back" kind=ButtonKind::Secondary about />
                </Form<WithdrawSessionRequest>>
            })}
        </section>
    }
}
