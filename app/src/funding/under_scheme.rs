//! The claims of teams under one scheme, for whoever keeps it.

use super::api::claims_under_scheme;
use super::{claimed_words, trail};
use crate::address;
use crate::load::load;
use crate::ui::{EmptyState, Page, StackedTable, pages_of};
use domain::dates::spoken;
use domain::figures::counted;
use domain::funding::views::{SchemeClaim, SchemeClaims};
use domain::ids::FundingSchemeId;
use leptos::prelude::*;

#[component]
pub fn SchemeClaimsPage() -> impl IntoView {
    let id = address::id_part::<FundingSchemeId>("id");
    let page = address::query("page").parse().unwrap_or(1);
    load(async move { claims_under_scheme(id?, page).await }, |found| view! { <Claims found /> })
}

#[component]
fn Claims(found: SchemeClaims) -> impl IntoView {
    let SchemeClaims { name, payer, held, claimed, claims } = found;
    let from = held.from.map(spoken).unwrap_or_default();
    let until = held.to.map_or_else(|| "no end".to_owned(), spoken);
    let about = format!("{from} to {until}, paid by {payer}. Claimed: {}.", claimed_words(claimed));
    let others = pages_of(&claims, "claims");
    let none = claims.total == 0;
    let rows = claims.entries.into_iter().map(cells).collect();
    let head = vec!["Team", "Claimed on", "For", "Amount"];
    view! {
        <Page title=format!("Claims under {name}") trail=trail() wide=true>
            <p>{about}</p>
            {if none {
                view! {
                    <EmptyState heading="Nobody has claimed under this scheme">
                        <p>"Team managers claim once a session was delivered and its register is closed."</p>
                    </EmptyState>
                }.into_any()
            } else {
                view! { <StackedTable caption="Claims, the latest first" head rows /> }.into_any()
            }}
            {others}
        </Page>
    }
}

fn cells(claim: SchemeClaim) -> Vec<AnyView> {
    vec![
        format!("{} ({})", claim.team.title, claim.team.code).into_any(),
        spoken(claim.claimed_on).into_any(),
        counted(claim.sessions, "session", "sessions").into_any(),
        claim.amount.words().into_any(),
    ]
}
