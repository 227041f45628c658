//! The page *Recognise*: choose a role, then its people, then say why.

use super::api::{Recognise, whom_to_recognise};
use super::candidates::Candidates;
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{
    Button, Choice, Crumb, Details, EmptyState, Field, FilterPanel, Form, InsetText, Page, Select,
    SummaryList, SummaryRow, Textarea,
};
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::recognising::{Candidate, Granted, HIGHEST, Recognition};
use domain::judgements::views;
use domain::standing::RECOGNISED_MONTHS;
use leptos::prelude::*;

#[component]
pub fn RecognisePage() -> impl IntoView {
    let choice = whom_to_recognise(address::query("role"), address::query("domain"));
    load(choice, |recognition| view! { <Recognising recognition /> })
}

#[component]
fn Recognising(recognition: Recognition) -> impl IntoView {
    let Recognition { roles, domains, levels, candidates } = recognition;
    view! {
        <Page title="Recognise" trail=vec![Crumb::new("/", "Home")] wide=true>
            <p>
                {format!(
                    "Recognise the levels that people bring with their registration or qualification. Each person is given \
                     the level their role asks, {HIGHEST} at most, in everything they do not hold currently. What someone has \
                     confirmed is never replaced."
                )}
            </p>
            <InsetText>
                <p>
                    {format!(
                        "A recognised level counts for {RECOGNISED_MONTHS} months at most, and is always shown apart from \
                         confirmed levels."
                    )}
                </p>
            </InsetText>
            <FilterPanel action="Show people">
                <Select field=Field::new("role", "Role") choices=choices(roles) none="Choose a role" />
                <Select field=Field::new("domain", "Domain") choices=choices(domains) none="All domains" />
            </FilterPanel>
            <Levels levels />
            {candidates.map(|people| view! { <People people /> })}
        </Page>
    }
}

/// What will be given, before anybody is chosen.
#[component]
fn Levels(levels: Vec<Granted>) -> impl IntoView {
    if levels.is_empty() {
        return None;
    }
    let rows = levels.into_iter().map(|one| {
        SummaryRow::new(format!("{} ({})", one.title, one.code), level_named(one.level))
    });
    let rows: Vec<SummaryRow> = rows.collect();
    let summary = format!("What each person is given: {} levels", rows.len());
    Some(view! {
        <Details summary>
            <SummaryList rows />
        </Details>
    })
}

fn choices(choices: Vec<views::Choice>) -> Vec<Choice> {
    choices.into_iter().map(|choice| Choice::new(choice.value, choice.label)).collect()
}

#[component]
fn People(people: Vec<Candidate>) -> impl IntoView {
    if people.is_empty() {
        return view! {
            <EmptyState heading="Nobody you can recognise holds this role">
                <p>"Choose another role."</p>
            </EmptyState>
        }
        .into_any();
    }
    let reason = Field::new("reason", "Reason")
        .hint("Which registration or qualification shows it? It stands in each person’s history.");
    view! {
        <Form<Recognise>>
            <input type="hidden" name="role" value=address::query("role") />
            <input type="hidden" name="domain" value=address::query("domain") />
            <Candidates people />
            <Textarea field=reason most=NOTE_MOST rows=3 />
            <Button text="Recognise these people" />
        </Form<Recognise>>
    }
    .into_any()
}
