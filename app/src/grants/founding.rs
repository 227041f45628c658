//! The grant of a founding assessor: may confirm named competencies without holding them, for a time.

use super::api::{GiveFoundingGrant, grant_offer};
use super::place::{PlaceSearch, PlaceSelect};
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, Checkboxes, Choice, Crumb, DateInput, Field, Form, Page, Select};
use domain::frameworks::Level;
use domain::grants::views::Offer;
use domain::ids::AccountId;
use leptos::prelude::*;

#[component]
pub fn GiveFoundingPage() -> impl IntoView {
    let (account, find) = (address::id_part("account"), address::query("find"));
    let offer = async move {
        let account: AccountId = account?;
        grant_offer(account, find).await.map(|offer| (account, offer))
    };
    load(offer, |(account, offer)| {
        let name = offer.to.name().to_owned();
        let mut trail = trail();
        trail
            .push(Crumb::new(format!("/grants/give/{account}"), format!("Give a grant to {name}")));
        view! {
            <Page title=format!("Make {name} a founding assessor") trail=trail>
                <p>
                    "A founding assessor may confirm the competencies you name, up to a level you name, without "
                    "holding them. All other rules for assessors apply. The grant ends after 12 months at most: by "
                    "then they need confirmations of their own."
                </p>
                <PlaceSearch offer=offer.clone() />
                <FoundingForm account offer />
            </Page>
        }
    })
}

#[component]
fn FoundingForm(account: AccountId, offer: Offer) -> impl IntoView {
    let levels = Level::ALL.map(|level| Choice::new(level, format!("{level} – {}", level.name())));
    let named = |(code, title): &(String, String)| Choice::new(code, format!("{code} {title}"));
    let competencies = offer.competencies.iter().map(named).collect();
    view! {
        <Form<GiveFoundingGrant>>
            <input type="hidden" name="account" value=account.to_string() />
            <PlaceSelect offer />
            <Select
                field=Field::new("highest", "Highest level they may confirm")
                choices=levels.to_vec()
                none="Choose a level"
            />
            <DateInput
                field=Field::new("ends_on", "Last day (optional)")
                    .hint("Without one it ends 12 months from today. For example, 4 5 2027.")
            />
            <Checkboxes field=Field::new("competencies[]", "Competencies they may confirm") choices=competencies />
            <Button text="Give this grant" />
        </Form<GiveFoundingGrant>>
    }
}
