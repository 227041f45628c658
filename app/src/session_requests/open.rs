//! Requests for sessions that I can answer: planned from, or declined with a reason.

use super::api::{DeclineSessionRequest, open_session_requests};
use super::line::Asked;
use crate::address;
use crate::forms::was_refused_about;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Choice, Crumb, Details, EmptyState, Field, Form, Page, Radios, pages_of,
};
use domain::paging::Paged;
use domain::session_requests::DeclineReason;
use domain::session_requests::views::SessionRequestLine;
use leptos::prelude::*;

#[component]
pub fn SessionRequestsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(open_session_requests(page), |requests| view! { <Open requests /> })
}

#[component]
fn Open(requests: Paged<SessionRequestLine>) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
    let (none, pages) = (requests.entries.is_empty(), pages_of(&requests, "requests"));
    let each = requests.entries.into_iter().map(|line| view! { <Request line /> }).collect_view();
    view! {
        <Page title="Requests for sessions" trail>
            <p>"What teams that you teach for need, and nobody has answered yet; those that are needed soonest first."</p>
            {none.then(|| view! {
                <EmptyState heading="No requests are open">
                    <p>"Team managers and practice mental health leads ask on the page of their team."</p>
                </EmptyState>
            })}
            {each}
            {pages}
        </Page>
    }
}

#[component]
fn Request(line: SessionRequestLine) -> impl IntoView {
    let href = format!("/sessions/new?request={}", line.id);
    view! {
        <section class="nhsuk-u-margin-bottom-6">
            <h2 class="nhsuk-heading-m">{line.team.title.clone()}</h2>
            <Asked line=line.clone() />
            <p>
                <a class="nhsuk-button" href=href role="button">
                    "Plan a session from this"
                </a>
            </p>
            <Decline line />
        </section>
    }
}

#[component]
fn Decline(line: SessionRequestLine) -> impl IntoView {
    let about = line.id.to_string();
    let open = was_refused_about::<DeclineSessionRequest>(&about);
    let summary = format!("Decline the request of {}", line.team.title);
    let of = format!("the request of {}", line.team.title);
    view! {
        <Details summary open>
            <Form<DeclineSessionRequest> about=about.clone()>
                <input type="hidden" name="id" value=about />
                <Radios
                    field=Field::new("reason", "Why do you decline it?").hint("Whoever asked reads this")
                    choices=DeclineReason::ALL.iter().map(|one| Choice::new(one, one.label())).collect()
                />
                <Button text="Decline" kind=ButtonKind::Warning about=of />
            </Form<DeclineSessionRequest>>
        </Details>
    }
}
