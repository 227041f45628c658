//! The page of claims: "not part of my post", for a manager to agree to or decline.

use super::api::{DecideClaim, open_claims};
use crate::load::load;
use crate::ui::{Button, ButtonKind, Card, Crumb, EmptyState, Form, Page};
use domain::dates::spoken;
use domain::judgements::views::Claim;
use leptos::prelude::*;

#[component]
pub fn Claims() -> impl IntoView {
    load(open_claims(), |claims| view! { <Waiting claims /> })
}

#[component]
fn Waiting(claims: Vec<Claim>) -> impl IntoView {
    let nothing = claims.is_empty();
    let cards = claims.into_iter().map(|claim| view! { <OneClaim claim /> }).collect_view();
    view! {
        <Page title="Not part of their post" trail=vec![Crumb::new("/", "Home")]>
            <p>
                "People you manage say that these competencies are not part of their post. If you agree, the "
                "competency is no longer asked of them from today, in any post. You can undo this on their record."
            </p>
            {nothing.then(|| view! {
                <EmptyState heading="No claims wait for you">
                    <p>"When someone you manage makes a claim, it is shown here."</p>
                </EmptyState>
            })}
            {cards}
        </Page>
    }
}

#[component]
fn OneClaim(claim: Claim) -> impl IntoView {
    view! {
        <Card heading=format!("{}: {}", claim.person_name, claim.competency_title)>
            <p>{claim.reason.quoted()}</p>
            <p class="nhsuk-body-s">{format!("{}, claimed on {}", claim.competency_code, spoken(claim.claimed_on))}</p>
            <div class="row-of-buttons">
                <Answer claim=claim.clone() agreed=true />
                <Answer claim agreed=false />
            </div>
        </Card>
    }
}

#[component]
fn Answer(claim: Claim, agreed: bool) -> impl IntoView {
    let (value, text, kind) = if agreed {
        ("yes", "Agree", ButtonKind::Primary)
    } else {
        ("no", "Decline", ButtonKind::Secondary)
    };
    let about =
        format!("that {} is not part of {}’s post", claim.competency_title, claim.person_name);
    view! {
        <Form<DecideClaim> about=format!("{value}-{}-{}", claim.person, claim.competency_code)>
            <input type="hidden" name="person" value=claim.person.to_string() />
            <input type="hidden" name="code" value=claim.competency_code.clone() />
            <input type="hidden" name="agreed" value=value />
            <Button text kind about />
        </Form<DecideClaim>>
    }
}
