//! What a row asks: who comes, for whom, when, how to reach them, and who supervises them.

use crate::ui::{Choice, Field, FirstAndLastDay, Radios, Select, TextInput, TextKind, Textarea};
use domain::codes::InputKind;
use domain::inputs::forms::WORDS_MOST;
use domain::inputs::views::InputForm;
use domain::inputs::{CaseDiscussions, Population, SupervisionInterval};
use leptos::prelude::*;

#[component]
pub(super) fn InputFieldset(form: InputForm) -> impl IntoView {
    let InputForm { fields, teams, row, .. } = form;
    let begun = row.is_some_and(|row| row.begun);
    let kinds = [InputKind::Embedded, InputKind::LinkWorker, InputKind::ConsultationLiaison];
    let kinds = kinds.iter().map(|kind| Choice::new(kind, kind.label())).collect();
    let populations = Population::ALL.iter().map(|p| Choice::new(p, p.label())).collect();
    let teams: Vec<_> = teams.into_iter().map(|team| Choice::new(team.value, team.label)).collect();
    let who = Field::new("from_person", "Who comes? Enter their work email address (optional)")
        .hint("They are shown to the team as its mental health link. Leave it empty if it is nobody in particular.");
    let from_team = Field::new("from_team", "Which team do they come from? (optional)");
    let target = Field::new("target_wte", "Target whole-time equivalent (optional)")
        .hint("What it is agreed that the team should have, for example 0.50");
    let wte = Field::new("wte", "Actual whole-time equivalent (optional)").hint(
        "What the team has, for example 0.20. If nobody comes yet, enter the target alone, without who comes and from where",
    );
    view! {
        <Radios field=Field::new("kind", "How do they reach the team?").value(fields.kind.clone()) choices=kinds />
        <TextInput field=who.value(fields.from_person.clone()) kind=TextKind::Email />
        <Select field=from_team.value(fields.from_team.clone()) choices=teams none="No team in particular" />
        <TextInput field=target.value(fields.target_wte.clone()) width=5 />
        <TextInput field=wte.value(fields.wte.clone()) width=5 />
        <Radios field=Field::new("population", "Whom is it for?").value(fields.population.clone()) choices=populations />
        <Reaching times=fields.times.clone() reach=fields.reach.clone() />
        <Supervising
            case_discussions=fields.case_discussions
            supervisor=fields.supervisor
            supervised_every=fields.supervised_every
        />
        <FirstAndLastDay starts_on=fields.starts_on ends_on=fields.ends_on begun />
    }
}

#[component]
fn Reaching(times: String, reach: String) -> impl IntoView {
    let when = Field::new("times", "When are they there? (optional)")
        .hint("For example, Tuesdays and Thursdays, 9am to 1pm");
    let how = Field::new("reach", "How do people reach them? (optional)")
        .hint("For example, by email, or at the Tuesday meeting. Write nothing about patients.");
    view! {
        <Textarea field=when.value(times) most=WORDS_MOST rows=2 />
        <Textarea field=how.value(reach) most=WORDS_MOST rows=2 />
    }
}

#[component]
fn Supervising(
    case_discussions: String,
    supervisor: String,
    supervised_every: String,
) -> impl IntoView {
    let choices = |all: Vec<(String, &'static str)>| -> Vec<Choice> {
        all.into_iter().map(|(code, label)| Choice::new(code, label)).collect()
    };
    let discussions = CaseDiscussions::ALL.iter().map(|c| (c.to_string(), c.label())).collect();
    let every = SupervisionInterval::ALL.iter().map(|e| (e.to_string(), e.label())).collect();
    let discussing = Field::new("case_discussions", "Do they join the team’s case discussions?");
    let who =
        Field::new("supervisor", "Who supervises them? Enter a work email address (optional)");
    let often = Field::new("supervised_every", "How often are they supervised? (optional)");
    view! {
        <Radios field=discussing.value(case_discussions) choices=choices(discussions) />
        <TextInput field=who.value(supervisor) kind=TextKind::Email />
        <Select field=often.value(supervised_every) choices=choices(every) none="Not recorded" />
    }
}
