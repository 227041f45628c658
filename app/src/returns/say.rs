//! The lead's words on one need of a return.

use super::api::{SayOfNeed, need_of_return};
use super::texts::NO_NAMES;
use super::{TAKES_A_WHILE, needs_at, trail};
use crate::address;
use crate::judgements::NO_PATIENTS;
use crate::load::load;
use crate::ui::{Button, Crumb, Field, Form, Page, SummaryList, SummaryRow, Textarea};
use domain::returns::ReturnId;
use domain::returns::shortfalls::WORDS_MOST;
use domain::returns::views::NeedToSay;
use leptos::prelude::*;

#[component]
pub fn SayOfNeedPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    let key = address::query("about");
    let back = address::query("back");
    load(async move { need_of_return(id?, key).await }, move |found| view! { <Say found back /> })
}

#[component]
fn Say(
    found: NeedToSay,
    /// How the list was looked at that it was come from.
    back: String,
) -> impl IntoView {
    let NeedToSay { line, need } = found;
    let needs = needs_at(&line.id, &back);
    let mut trail = trail(&line);
    trail.push(Crumb::new(needs.clone(), "Needs"));
    let rows = vec![SummaryRow::new("Need", need.what), SummaryRow::new("How much", need.told)];
    let words = Field::new("words", "What do you say of it?")
        .hint(format!(
            "For example, what is done about it, and what is missing for that. It is published with the return, for good; leave it blank to \
            say nothing. {NO_NAMES} {NO_PATIENTS}"
        ))
        .value(need.words);
    view! {
        <Page title="Add words about a need" trail>
            <SummaryList rows />
            <Form<SayOfNeed>>
                <input type="hidden" name="id" value=line.id.to_string() />
                <input type="hidden" name="key" value=need.key />
                <input type="hidden" name="back" value=back />
                <Textarea field=words most=WORDS_MOST />
                <p>"The return is prepared again with your words, so what was done with it begins again. "{TAKES_A_WHILE}</p>
                <Button text="Save these words" />
            </Form<SayOfNeed>>
            <p>
                <a href=needs>"Cancel"</a>
            </p>
        </Page>
    }
}
