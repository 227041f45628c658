//! *Start here*: one unassessed competency a page, critical ones first; the address says after which.

use super::api::{AssessAndGoOn, my_start};
use super::competencies::competencies;
use crate::address;
use crate::judgements::level_choices;
use crate::load::load;
use crate::ui::{Button, Crumb, Field, Form, Page, Radios};
use domain::judgements::starting::{Start, Step};
use leptos::prelude::*;

#[component]
pub fn StartHere() -> impl IntoView {
    load(my_start(address::query("after")), |start| match start {
        Start { step: Some(step), .. } => view! { <OneStep step /> }.into_any(),
        Start { left, .. } => view! { <Done left /> }.into_any(),
    })
}

fn trail() -> Vec<Crumb> {
    vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")]
}

#[component]
fn OneStep(step: Step) -> impl IntoView {
    let (position, of) = step.progress(address::query("of").parse().ok());
    let competency = step.competency;
    let line = competency.line;
    let asked = line.asked.map(|asked| (asked.level, "asked of you"));
    let critical = line.is_critical();
    let level = Field::new("level", "Which level describes you best?");
    let level = level.hint("You can change your answer at any time");
    let next = format!("/my/start?after={}&of={of}", line.code);
    let skip = next.clone();
    view! {
        <Page title=line.title.clone() trail=trail()>
            <p>
                {format!("{position} of {of}")}
                {critical.then(|| view! { ", " <strong>"critical to your role"</strong> })}
            </p>
            <p class="nhsuk-lede-text">{competency.statement}</p>
            <Form<AssessAndGoOn>>
                <input type="hidden" name="code" value=line.code />
                <input type="hidden" name="next" value=next />
                <Radios field=level choices=level_choices(&competency.descriptors, asked) />
                <Button text="Save and next" />
            </Form<AssessAndGoOn>>
            <p>
                <a href=skip>"Skip for now"</a>
            </p>
        </Page>
    }
}

#[component]
fn Done(left: usize) -> impl IntoView {
    let title = if left == 0 {
        "You have assessed yourself in everything asked"
    } else {
        "That is all for now"
    };
    let skipped = format!("You skipped {}.", competencies(left));
    view! {
        <Page title trail=trail()>
            {(left > 0).then(|| view! {
                <p>{skipped} " " <a href="/my/start">"Go back to what you skipped"</a></p>
            })}
            <p>
                "Next, ask someone to confirm your level where it matters most: open a competency and choose “Ask for "
                "confirmation”."
            </p>
            <p>
                <a class="nhsuk-button" href="/my/competencies" role="button">
                    "See my competencies"
                </a>
            </p>
        </Page>
    }
}
