//! The page to add a cover rule.

use super::api::{AddCoverRule, offer_cover_rule};
use super::fields::{AboutFields, AsksFields};
use super::{RULES, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Button, Form, Page};
use domain::coverage::cover::views::CoverRuleForm;
use leptos::prelude::*;

#[component]
pub fn AddCoverRulePage() -> impl IntoView {
    let (team, item) = (address::query("team"), address::query("item"));
    load(offer_cover_rule(team, item), |form| view! { <Add form /> })
}

#[component]
fn Add(form: CoverRuleForm) -> impl IntoView {
    let (asks, begun) = (form.asks.clone(), form.begun);
    view! {
        <Page title="Add a cover rule" trail=trail()>
            <p>
                "A rule for one team comes before one for its care setting, and of these the one for the nearest area "
                "applies. A rule for a competency comes before one for its domain."
            </p>
            <Form<AddCoverRule>>
                <AboutFields form />
                <AsksFields asks begun />
                <Button text="Add this rule" />
            </Form<AddCoverRule>>
            <p>
                <a href=RULES>"Cancel"</a>
            </p>
        </Page>
    }
}
