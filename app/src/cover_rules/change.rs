//! The page to change, end or take back a cover rule.

use super::api::{
    ChangeCoverRule, EndCoverRule, RemoveCoverRule, UndoCoverRule, cover_rule_to_change,
};
use super::fields::AsksFields;
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Field, Form, InsetText, LastDay, Page, WarningCallout,
};
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
    let CoverRuleForm { asks, begun, shown, .. } = form;
    let (changed, ended) = (shown.clone(), shown.clone());
    let what_happens = if begun {
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
            <input type="hidden" name="shown" value=changed />
            <AsksFields asks begun />
            <Button text="Save the change" />
        </Form<ChangeCoverRule>>
        <h2>"End this rule"</h2>
        <Form<EndCoverRule>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="shown" value=ended />
            <LastDay held=line.held />
            <Button text="Save the last day" kind=ButtonKind::Secondary />
        </Form<EndCoverRule>>
        {match ahead {
            true => view! { <Remove id /> }.into_any(),
            false => view! { <Undo id shown /> }.into_any(),
        }}
    }
}

#[component]
fn Undo(id: CoverRuleId, shown: String) -> impl IntoView {
    let field = Field::new("sure", "Should it never have applied?");
    view! {
        <h2>"It was entered by mistake"</h2>
        <WarningCallout heading="This rule would never have applied">
            <p>
                "It would end before it began. Figures of past days change with it: teams are looked at as if nobody had "
                "written it. It stays in the list, as a rule that ended before it began."
            </p>
            <p>"If it was right for some time, save its last day instead."</p>
        </WarningCallout>
        <Form<UndoCoverRule>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="shown" value=shown />
            <Checkboxes field choices=vec![Choice::new("yes", "Yes, it was a mistake from its first day on")] />
            <Button text="Take this rule back" kind=ButtonKind::Warning />
        </Form<UndoCoverRule>>
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
