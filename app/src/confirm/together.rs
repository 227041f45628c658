//! Confirming several people together: what was seen, who was there, and all of them in one act.

use super::api::{ConfirmTogether, whom_to_confirm_together};
use crate::address;
use crate::forms::FormScope;
use crate::judgements::{evidence_named, level_named};
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Crumb, Details, EmptyState, Field, Form, ListError,
    Page, Radios, StackedTable, SummaryList, SummaryRow, TextInput, TextKind, TickBox,
    WarningCallout, shown_of,
};
use chrono::NaiveDate;
use domain::dates::spoken;
use domain::frameworks::Level;
use domain::judgements::confirming::OBSERVED_WITHIN_DAYS;
use domain::judgements::together::{
    SEEN_TOGETHER, Seen, SeenFields, SeenPerson, TOGETHER_MOST, TogetherPage,
};
use domain::judgements::views;
use domain::paging::Paged;
use leptos::context::Provider;
use leptos::prelude::*;

/// The name of the boxes, which are a list.
const FIELD: &str = "people[]";

#[component]
pub fn ConfirmTogetherPage() -> impl IntoView {
    let of = address::query;
    let chosen = address::queries().into_iter().filter(|(name, _)| name == "code[]");
    let codes: Vec<String> = chosen.map(|(_, code)| code).collect();
    let seen =
        SeenFields { evidence: of("evidence"), seen_on: of("seen_on"), level: of("level"), codes };
    let page = of("page").parse().unwrap_or(1);
    load(whom_to_confirm_together(seen, of("q"), page), |page| view! { <Together page /> })
}

#[component]
fn Together(page: TogetherPage) -> impl IntoView {
    let TogetherPage { today, competencies, seen, wrong, people } = page;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    let named = competencies.clone();
    let choose = if competencies.is_empty() {
        view! { <Nothing /> }.into_any()
    } else {
        view! { <Choose today competencies /> }.into_any()
    };
    view! {
        <Page title="Confirm several people together" trail wide=true>
            <p>
                {format!(
                    "After a session, confirm in one act what a knowledge check or a case discussion in the last \
                     {OBSERVED_WITHIN_DAYS} days showed you of several people: level {TOGETHER_MOST} at most. Each is \
                     confirmed by their own rules."
                )}
            </p>
            <Wrong wrong />
            {match seen {
                None => choose,
                Some(seen) => view! {
                    <WhatWasSeen seen=seen.clone() named />
                    <Details summary="Change what you saw, or look for others">{choose}</Details>
                    <People seen people />
                }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState heading="There is nothing that you may confirm">
            <p>"You may confirm what you hold at level 4 yourself."</p>
        </EmptyState>
    }
}

#[component]
fn Wrong(wrong: Vec<String>) -> impl IntoView {
    let lines: Vec<_> = wrong.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <WarningCallout heading="Something is missing">
                <ul>{lines}</ul>
            </WarningCallout>
        }
    })
}

/// What was seen, and who was there: the answers stand in the address.
#[component]
fn Choose(today: NaiveDate, competencies: Vec<views::Choice>) -> impl IntoView {
    let kinds = SEEN_TOGETHER.map(|kind| Choice::new(kind.code(), kind.label())).to_vec();
    let levels = Level::ALL.into_iter().filter(|level| *level <= TOGETHER_MOST);
    let levels = levels.map(|level| Choice::new(level, level_named(level))).collect();
    let competencies = competencies.into_iter().map(|one| Choice::new(one.value, one.label));
    let on = Field::new("seen_on", "Which day was it?").value(today);
    let who = Field::new("q", "Who was there?")
        .hint("Names or teams, with commas between them. You choose from those found.");
    view! {
        <form method="get">
            <Provider value=FormScope::in_address(address::queries())>
                <Radios field=Field::new("evidence", "What did you see?") choices=kinds />
                <TextInput field=on kind=TextKind::Day width=10 />
                <Radios field=Field::new("level", "Which level did it show?") choices=levels />
                <Checkboxes field=Field::new("code[]", "In which competencies?") choices=competencies.collect() />
                <TextInput field=who kind=TextKind::Search width=30 />
            </Provider>
            <Button text="Show people" kind=ButtonKind::Secondary />
        </form>
    }
}

#[component]
fn WhatWasSeen(seen: Seen, named: Vec<views::Choice>) -> impl IntoView {
    let titles = seen.codes().iter().map(|code| {
        let known = named.iter().find(|choice| choice.value == *code);
        known.map_or_else(|| code.clone(), |choice| choice.label.clone())
    });
    let titles: Vec<String> = titles.collect();
    let rows = vec![
        SummaryRow::new("What you saw", evidence_named(&[seen.evidence()])),
        SummaryRow::new("Day", spoken(seen.on())),
        SummaryRow::new("Level", level_named(seen.level())),
        SummaryRow::new("Competencies", titles.join("; ")),
    ];
    view! { <SummaryList rows /> }
}

#[component]
fn People(seen: Seen, people: Paged<SeenPerson>) -> impl IntoView {
    if people.entries.is_empty() {
        return view! {
            <EmptyState heading="Nobody is found">
                <p>
                    "Enter the names or teams of people whom you assess, with commas between them. People of organisations "
                    "that do not share names with you ask you themselves."
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&people, "people");
    let codes = seen.codes().iter().map(|code| {
        view! { <input type="hidden" name="codes[]" value=code.clone() /> }
    });
    let codes = codes.collect_view();
    view! {
        <Form<ConfirmTogether>>
            <input type="hidden" name="evidence" value=seen.evidence().code() />
            <input type="hidden" name="seen_on" value=seen.on().to_string() />
            <input type="hidden" name="level" value=seen.level().to_string() />
            {codes}
            <ListError name=FIELD />
            <Ticks people=people.entries />
            <p>"You confirm that you saw it of each person that you tick."</p>
            <Button text="Confirm the people you ticked" />
        </Form<ConfirmTogether>>
        {pages}
    }
    .into_any()
}

#[component]
fn Ticks(people: Vec<SeenPerson>) -> impl IntoView {
    let scope = FormScope::around();
    let mut ticks = 0;
    let rows = people.into_iter().map(|one| {
        let id = one.may_confirm.then(|| {
            ticks += 1;
            // The first bears the field's own id, where the error summary's link leads.
            if ticks == 1 { scope.id(FIELD) } else { format!("{}-{ticks}", scope.id(FIELD)) }
        });
        cells(one, id)
    });
    let rows = rows.collect();
    view! { <StackedTable caption="People" head=vec!["Person", "Team", "What cannot be confirmed"] rows /> }
}

fn cells(one: SeenPerson, id: Option<String>) -> Vec<AnyView> {
    let SeenPerson { person, name, team_name, cannot, .. } = one;
    let named = match id {
        None => name.into_any(),
        Some(id) => {
            let value = person.to_string();
            view! { <TickBox id name=FIELD value label=name /> }.into_any()
        }
    };
    let cannot = if cannot.is_empty() {
        "Nothing".into_any()
    } else {
        let reasons = cannot.into_iter().map(|(title, why)| {
            view! { <div>{format!("{title}: {why}")}</div> }
        });
        reasons.collect_view().into_any()
    };
    vec![named, team_name.into_any(), cannot]
}
