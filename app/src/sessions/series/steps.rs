//! The form with which all steps of a programme are planned as a series: when and how often first, then the dates, and where.

use super::api::{PlanSteps, steps_to_plan};
use super::repeat::{choice, key};
use crate::address;
use crate::load::load;
use crate::programmes::trail;
use crate::sessions::fields::{Capacity, ForWhom, Place, StartTime};
use crate::ui::{
    Button, Checkboxes, Choice, Field, FilterPanel, Form, InsetText, Page, Select, TextInput,
    TextKind,
};
use domain::dates::spoken_minutes;
use domain::fields::FieldErrors;
use domain::programmes::StepFormat;
use domain::sessions::forms::SessionFields;
use domain::sessions::series::Pace;
use domain::sessions::series::forms::StepsFields;
use domain::sessions::series::views::{StepInTurn, StepsForm};
use domain::sessions::views::SessionForm;
use leptos::prelude::*;

#[component]
pub fn PlanStepsPage() -> impl IntoView {
    let typed = StepsFields {
        day: address::query("day"),
        time: address::query("time"),
        pace: address::query("pace"),
        every: address::query("every"),
        minutes: address::query("minutes"),
    };
    load(steps_to_plan(address::path_part("code"), typed), |form| view! { <Plan form /> })
}

#[component]
fn Plan(form: StepsForm) -> impl IntoView {
    let (programme, errors) = (form.programme.clone(), form.errors.clone());
    let (steps, left_out) = (form.steps.clone(), form.left_out.clone());
    let title = format!("Plan all steps of “{}” as a series", programme.title);
    view! {
        <Page title trail=trail(&programme) errors=errors.clone()>
            <p>
                "Each of these steps gets a session, in this order. They are drafts, which nobody can book: say on each who leads it, "
                "then schedule them. You lead them, where you are on record."
            </p>
            <Steps steps />
            <LeftOut left_out />
            <When errors />
            {form.words.clone().map(|words| view! { <Dates words form /> })}
        </Page>
    }
}

/// The sessions that would be made.
#[component]
fn Steps(steps: Vec<StepInTurn>) -> impl IntoView {
    let lines = steps.into_iter().map(|StepInTurn { title, format, minutes }| {
        let how = format!("{}, {}", format.label(), spoken_minutes(minutes));
        view! {
            <li>
                {title} <br /> <span class="nhsuk-body-s">{how}</span>
            </li>
        }
    });
    view! { <ol>{lines.collect_view()}</ol> }
}

/// The steps that need no session; nothing where each is one.
#[component]
fn LeftOut(left_out: Vec<(String, StepFormat)>) -> impl IntoView {
    if left_out.is_empty() {
        return None;
    }
    let named = left_out.into_iter().map(|(title, format)| format!("{title} ({})", format.label()));
    let named: Vec<_> = named.map(|named| view! { <li>{named}</li> }).collect();
    Some(view! {
        <p>"These steps need no session, so they are left out:"</p>
        <ul>{named}</ul>
    })
}

#[component]
fn When(errors: FieldErrors) -> impl IntoView {
    let paces = Pace::ALL.iter().map(|pace| Choice::new(pace, pace.label())).collect();
    let every = Field::new("every", "Every how many weeks or months?").value(1);
    let minutes = Field::new("minutes", "How many minutes does each take? (optional)")
        .hint("Leave blank if each takes as long as its step says");
    view! {
        <FilterPanel action="Show the dates" errors>
            <TextInput field=Field::new("day", "On which day is the first?") kind=TextKind::Day width=10 />
            <StartTime time=String::new() />
            <Select field=Field::new("pace", "How do they go on?") choices=paces none="Choose how" />
            <TextInput field=every kind=TextKind::Number width=3 />
            <TextInput field=minutes kind=TextKind::Number width=4 />
        </FilterPanel>
    }
}

/// Each date with a box: the first that nothing speaks against are ticked, one for each step. Then what all sessions have alike.
#[component]
fn Dates(
    /// The rule.
    words: String,
    form: StepsForm,
) -> impl IntoView {
    let many = form.steps.len();
    let left_out = form.dates.iter().any(|date| !date.is_plain());
    let field = Field::new("dates[]", "On which days are they?")
        .hint(format!("Tick {many} days. The first step is on the first of them, and so on"))
        .values(form.ticked().map(key));
    let choices = form.dates.iter().map(choice).collect();
    let StepsForm { programme, typed, session, .. } = form;
    let SessionForm { fields, places, everybody, .. } = session;
    let SessionFields { held_for, venue, link, capacity, .. } = fields;
    view! {
        <h2>{format!("The dates: {words}")}</h2>
        {left_out.then(|| view! {
            <InsetText>
                <p>"Bank holidays, and days on which you are in another session, are not ticked."</p>
            </InsetText>
        })}
        <Form<PlanSteps>>
            <input type="hidden" name="code" value=programme.code />
            <AsTyped typed />
            <Checkboxes field choices />
            <ForWhom held_for places everybody />
            <Place venue link />
            <Capacity capacity />
            <Button text="Save these drafts" />
        </Form<PlanSteps>>
    }
}

/// When they are, as it was typed.
#[component]
fn AsTyped(typed: StepsFields) -> impl IntoView {
    let StepsFields { day, time, pace, every, minutes } = typed;
    let typed =
        [("day", day), ("time", time), ("pace", pace), ("every", every), ("minutes", minutes)];
    let typed = typed.map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    typed.into_iter().collect_view()
}
