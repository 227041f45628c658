//! The page to change, end or take back a cover rule.

use super::api::{ChangeCoverRule, EndCoverRule, RemoveCoverRule, cover_rule_to_change};
use super::fields::AsksFields;
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Form, InsetText, LastDay, Page};
use domain::changing::When;
use domain::coverage::cover::views::{CoverRuleForm, CoverRuleLine};
use domain::ids::CoverRuleId;
use leptos::prelude::*;

#[component]
pub fn ChangeCoverRulePage() -> impl IntoView {
    let id = address::id_part::<CoverRuleId>("id");
    load(async move { cover_rule_to_change(id?).await }, |form| view! { <Change form /> })
}

#[component]
fn Change(form: CoverRuleForm) -> impl IntoView {
    let line = form.line.clone();
    view! {
        <Page title="Change a cover rule" trail=trail()>
            {line.map(|line| view! { <Ways form line /> })}
        </Page>
    }
}

#[component]
fn Ways(form: CoverRuleForm, line: CoverRuleLine) -> impl IntoView {
    let id = line.id;
    let what_happens = if form.begun {
        "It ends the day before the change, and what you enter here follows. What was asked stays on record."
    } else {
        "It has not begun before today, so it is put right as it stands."
    };
    let stands = format!("{}. {}.", line.asks.words(), line.held.words());
    let ahead = line.when == When::Ahead;
    view! {
        <p class="nhsuk-lede-text">{format!("{}: {}", line.whose, line.item)}</p>
        <InsetText>
            <p>{stands}</p>
            <p>{what_happens}</p>
        </InsetText>
        <Form<ChangeCoverRule>>
            <input type="hidden" name="id" value=id.to_string() />
            <AsksFields asks=form.asks begun=form.begun />
            <Button text="Save the change" />
        </Form<ChangeCoverRule>>
        <h2>"End this rule"</h2>
        <Form<EndCoverRule>>
            <input type="hidden" name="id" value=id.to_string() />
            <LastDay held=line.held />
            <Button text="Save the last day" kind=ButtonKind::Secondary />
        </Form<EndCoverRule>>
        {ahead.then(|| view! { <Remove id /> })}
    }
}

#[component]
fn Remove(id: CoverRuleId) -> impl IntoView {
    view! {
        <h2>"It will not happen"</h2>
        <Form<RemoveCoverRule>>
            <input type="hidden" name="id" value=id.to_string() />
            <Button text="Remove what was planned" kind=ButtonKind::Warning />
        </Form<RemoveCoverRule>>
    }
}
