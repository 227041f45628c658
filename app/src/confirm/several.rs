//! Several requests side by side: each with its evidence beside what its level means, confirmed in one act.

use super::api::{ConfirmSeveral, side_by_side};
use crate::address;
use crate::evidence::Pieces;
use crate::judgements::{evidence_named, level_named, words_of};
use crate::load::load;
use crate::ui::{Button, Card, Crumb, EmptyState, Form, InsetText, Page, SummaryList, SummaryRow};
use domain::judgements::views::RequestBeside;
use leptos::prelude::*;

/// The name of the boxes on the list of requests.
pub(super) const CHOSEN: &str = "request";

#[component]
pub fn SeveralPage() -> impl IntoView {
    let chosen = address::queries().into_iter().filter(|(name, _)| name == CHOSEN);
    let sequences: Vec<i64> = chosen.filter_map(|(_, value)| value.parse().ok()).collect();
    load(side_by_side(sequences), |requests| view! { <SideBySide requests /> })
}

#[component]
fn SideBySide(requests: Vec<RequestBeside>) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    let ready: Vec<i64> = requests
        .iter()
        .filter(|one| one.cannot.is_none())
        .map(|one| one.request.sequence)
        .collect();
    let nothing = requests.is_empty();
    let cards = requests.into_iter().map(|one| view! { <One one /> }).collect_view();
    view! {
        <Page title="Confirm several" trail>
            {nothing.then(|| view! {
                <EmptyState heading="None of these requests waits for you">
                    <p>
                        <a href="/confirm">"Choose requests that wait for you"</a>
                    </p>
                </EmptyState>
            })}
            {cards}
            <ConfirmAll ready />
        </Page>
    }
}

#[component]
fn One(one: RequestBeside) -> impl IntoView {
    let RequestBeside { request, statement, meaning, evidence, items, note, cannot } = one;
    let rows = vec![
        SummaryRow::new("What it is about", statement),
        SummaryRow::new("Level asked for", level_named(request.level)),
        SummaryRow::new("What it means here", meaning),
        SummaryRow::new("Evidence", evidence_named(&evidence)),
        SummaryRow::new(
            words_of(&request),
            note.map_or_else(|| "None".to_owned(), |note| note.to_string()),
        ),
    ];
    view! {
        <Card heading=format!("{}: {}", request.person_name, request.competency_title)>
            <SummaryList rows />
            <Pieces items />
            {cannot.map(|why| view! {
                <InsetText>
                    <p>{format!("Not confirmed with the others. {why}")}</p>
                </InsetText>
            })}
            <p>
                <a href=format!("/confirm/{}", request.sequence)>
                    "Decide this one by itself"
                    <span class="nhsuk-u-visually-hidden">
                        {format!(": {}, {}", request.person_name, request.competency_title)}
                    </span>
                </a>
            </p>
        </Card>
    }
}

#[component]
fn ConfirmAll(ready: Vec<i64>) -> impl IntoView {
    let text = match ready.len() {
        0 => return None,
        1 => "Confirm 1 level as asked for".to_owned(),
        several => format!("Confirm {several} levels as asked for"),
    };
    let hidden = ready.into_iter().map(|sequence| {
        view! { <input type="hidden" name="sequences[]" value=sequence /> }
    });
    let hidden = hidden.collect_view();
    Some(view! {
        <Form<ConfirmSeveral>>
            {hidden}
            <p>"You confirm that you have seen or checked the evidence of each."</p>
            <Button text />
        </Form<ConfirmSeveral>>
    })
}
