//! The second step of giving a grant: which, where, and until when.

use super::api::{GiveGrant, grant_offer};
use super::place::{PlaceSearch, PlaceSelect};
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Choice, DateInput, Field, Form, Page, Radios};
use domain::codes::GrantKind;
use domain::grants::views::Offer;
use domain::ids::AccountId;
use leptos::prelude::*;

#[component]
pub fn GiveGrantPage() -> impl IntoView {
    let (account, find) = (address::id_part("account"), address::query("find"));
    let offer = async move {
        let account: AccountId = account?;
        grant_offer(account, find).await.map(|offer| (account, offer))
    };
    load(offer, |(account, offer)| {
        let founding = offer.kinds.contains(&GrantKind::Assessor) && !offer.competencies.is_empty();
        view! {
            <Page title=format!("Give a grant to {}", offer.to.name()) trail=trail()>
                {offer.to.person_name.is_some().then(|| view! { <p>{offer.to.email.clone()}</p> })}
                {founding.then(|| view! {
                    <p>
                        "If nobody holds a skill yet, somebody has to be the first to confirm it: "
                        <a href=format!("/grants/give/{account}/founding")>"make them a founding assessor"</a> "."
                    </p>
                })}
                <PlaceSearch offer=offer.clone() />
                <GiveForm account offer />
            </Page>
        }
    })
}

#[component]
fn GiveForm(account: AccountId, offer: Offer) -> impl IntoView {
    let kind = |kind: &GrantKind| Choice::new(kind, kind.label()).hint(kind.purpose());
    let kinds = offer.kinds.iter().map(kind).collect();
    view! {
        <Form<GiveGrant>>
            <input type="hidden" name="account" value=account.to_string() />
            <Radios field=Field::new("kind", "Which grant?") choices=kinds />
            <PlaceSelect offer />
            <DateInput
                field=Field::new("ends_on", "Last day (optional)")
                    .hint("Leave it blank if the grant has no end yet. For example, 4 5 2027.")
            />
            <p>"The grant starts today."</p>
            <Button text="Give this grant" />
        </Form<GiveGrant>>
    }
}
