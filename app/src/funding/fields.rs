//! What the form of a funding scheme asks: who pays, how much, on which conditions, for whom, from when to when.

use crate::judgements::NO_PATIENTS;
use crate::ui::{
    Checkboxes, Choice, Field, FirstAndLastDay, Radios, Select, TextInput, TextKind, Textarea,
};
use domain::funding::CountsFrom;
use domain::funding::forms::{CONDITIONS_MOST, EVERYWHERE, SchemeFields};
use domain::funding::views::SchemeForm;
use leptos::prelude::*;

#[component]
pub(super) fn SchemeFieldset(form: SchemeForm) -> impl IntoView {
    let SchemeForm { fields, areas, everywhere, begun, .. } = form;
    let places = areas.into_iter().map(|area| Choice::new(area.code, area.title));
    let all = everywhere.then(|| Choice::new(EVERYWHERE, "Every area"));
    let places = all.into_iter().chain(places).collect();
    let area = Field::new("area", "Whose teams is it for?")
        .hint("Teams in this area, and in everything below it, can claim");
    view! {
        <TextInput field=Field::new("name", "Name of the scheme").value(fields.name.clone()) />
        <TextInput field=Field::new("payer", "Who pays?").value(fields.payer.clone()) />
        <Select field=area.value(fields.area.clone()) choices=places none="Choose an area" />
        <Money fields=fields.clone() />
        <Claimable counts_from=fields.counts_from.clone() />
        <Conditions fields=fields.clone() />
        <FirstAndLastDay starts_on=fields.starts_on ends_on=fields.ends_on begun />
    }
}

#[component]
fn Money(fields: SchemeFields) -> impl IntoView {
    let session = Field::new("per_session", "Pounds for a session").hint("For example, 300");
    let branch = Field::new("per_branch", "Pounds for each branch that closes (optional)")
        .hint("For example, 100. Leave blank if nothing is paid for branches");
    view! {
        <TextInput field=session.value(fields.per_session) width=10 />
        <TextInput field=branch.value(fields.per_branch) width=10 />
    }
}

#[component]
fn Claimable(counts_from: String) -> impl IntoView {
    let choices = CountsFrom::ALL.iter().map(|from| {
        let hint = match from {
            CountsFrom::Entitlement => {
                "At least half of the team came, or 3 people, whichever is less"
            }
            CountsFrom::OnePerson => "For example, the monthly meeting of practice leads",
        };
        Choice::new(from.code(), from.label()).hint(hint)
    });
    let choices = choices.collect();
    let field = Field::new("counts_from", "Which sessions can be claimed?").value(counts_from);
    view! { <Radios field choices /> }
}

#[component]
fn Conditions(fields: SchemeFields) -> impl IntoView {
    let most = Field::new("most_a_year", "Most sessions of a team in a year (optional)")
        .hint("From 1 April to 31 March. Leave blank if there is no most");
    let weeks = Field::new("notice_weeks", "Weeks of notice (optional)")
        .hint("How many weeks before the session somebody of the team must have asked for a seat");
    let cover = Choice::new("yes", "The team must have said who covers");
    let feedback = Choice::new("yes", "Somebody of the team must have given feedback");
    let words = Field::new("conditions", "Conditions in words (optional)")
        .hint(format!("As the payer has them. {NO_PATIENTS}"));
    view! {
        <TextInput field=most.value(fields.most_a_year) kind=TextKind::Number width=4 />
        <TextInput field=weeks.value(fields.notice_weeks) kind=TextKind::Number width=4 />
        <Checkboxes
            field=Field::new("needs_cover", "Cover statement").value(fields.needs_cover)
            choices=vec![cover]
        />
        <Checkboxes
            field=Field::new("needs_feedback", "Feedback form").value(fields.needs_feedback)
            choices=vec![feedback]
        />
        <Textarea field=words.value(fields.conditions) most=CONDITIONS_MOST rows=4 />
    }
}
