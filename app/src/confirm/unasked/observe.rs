//! What an assessor saw in the chosen competencies of one person: each with its own level, evidence and day.

use super::api::{ConfirmObserved, read_observe_form};
use crate::address;
use crate::judgements::{NO_PATIENTS, evidence_choices, level_choices};
use crate::load::load;
use crate::ui::{
    Button, Checkboxes, Crumb, DateInput, EmptyState, Field, Form, Page, Radios, Textarea,
};
use chrono::NaiveDate;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::observing::{ObserveForm, ObserveItem};
use leptos::prelude::*;

#[component]
pub fn ObservePage() -> impl IntoView {
    let id = address::id_part("id");
    let chosen = address::queries().into_iter().filter(|(name, _)| name == "code[]");
    let codes: Vec<String> = chosen.map(|(_, code)| code).collect();
    load(async move { read_observe_form(id?, codes).await }, |form| view! { <Observe form /> })
}

#[component]
fn Observe(form: ObserveForm) -> impl IntoView {
    let person = form.person;
    let trail = vec![
        Crumb::new("/confirm", "Confirm"),
        Crumb::new(format!("/confirm/people/{person}"), form.name.clone()),
    ];
    let title = format!("What you saw of {}", form.name);
    if form.items.is_empty() {
        return view! {
            <Page title trail>
                <EmptyState heading="No competency is chosen">
                    <p>
                        <a href=format!("/confirm/people/{person}")>"Choose what you saw"</a>
                    </p>
                </EmptyState>
            </Page>
        }
        .into_any();
    }
    let today = form.today;
    let items = form.items;
    // Inside the form, whose fields know what was typed.
    let each = move || items.into_iter().map(|item| view! { <Item item today /> }).collect_view();
    view! {
        <Page title trail>
            <Form<ConfirmObserved>>
                <input type="hidden" name="person" value=person.to_string() />
                {each()}
                <Button text="Confirm what I saw" />
            </Form<ConfirmObserved>>
        </Page>
    }
    .into_any()
}

#[component]
fn Item(item: ObserveItem, today: NaiveDate) -> impl IntoView {
    let ObserveItem { code, title, statement, descriptors, asked, rare_event } = item;
    let of = |name: &str| format!("{name}[{code}]");
    let asked = asked.map(|level| (level, "asked of them"));
    let level = Field::new(of("level"), format!("{title}: which level did you see?"));
    let evidence = Field::new(of("evidence") + "[]", format!("{title}: what does it rest on?"));
    let made_on = Field::new(of("made_on"), format!("{title}: which day did you see it?"))
        .hint("Today, unless you observed it yourself: then up to 28 days ago")
        .value(today);
    let note = Field::new(of("note"), format!("{title}: note (optional)"))
        .hint(format!("They read this. {NO_PATIENTS}"));
    view! {
        <h2>{title}</h2>
        <p>{statement}</p>
        <Radios field=level choices=level_choices(&descriptors, asked) />
        <Checkboxes field=evidence choices=evidence_choices(rare_event) />
        <DateInput field=made_on />
        <Textarea field=note most=NOTE_MOST rows=3 />
    }
}
