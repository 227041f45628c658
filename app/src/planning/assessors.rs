//! The page *Who can confirm what*: for each competency the assessors, and the teams that have none or one.

use super::api::assessors_of_each;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, Details, EmptyState, Page, StackedTable};
use domain::dates::spoken;
use domain::frameworks::Level;
use domain::judgements::assessing::{Confirmer, Confirmers, WhoConfirms};
use domain::standing::GRACE_DAYS;
use leptos::prelude::*;

#[component]
pub fn AssessorsPage() -> impl IntoView {
    load(assessors_of_each(address::query("in")), |who| view! { <Who who /> })
}

#[component]
fn Who(who: WhoConfirms) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    let level = Level::PRACTISES_INDEPENDENTLY;
    let explained = if who.own {
        format!(
            "What you may confirm: you hold it at level {level}, current or at most {GRACE_DAYS} days past its due date. \
             Have your own level confirmed again before it lapses."
        )
    } else {
        format!(
            "An assessor may confirm what they hold at level {level} themselves, current or at most {GRACE_DAYS} days past \
             its due date, for the teams that their grant reaches."
        )
    };
    let title = if who.own { "What you can confirm" } else { "Who can confirm what" };
    view! {
        <Page title trail wide=true>
            <p>{explained}</p>
            <Competencies who />
        </Page>
    }
}

#[component]
fn Competencies(who: WhoConfirms) -> impl IntoView {
    if who.competencies.is_empty() {
        return view! {
            <EmptyState heading="Nothing to show here">
                <p>"Either nothing is asked of anybody in your teams, or you hold nothing of it at level 4 yet."</p>
            </EmptyState>
        }
        .into_any();
    }
    let one = if who.own { "Teams with you alone" } else { "Teams with one assessor" };
    let head = vec!["Competency", "Assessors", "Teams that ask it", "Teams with nobody", one];
    let rows = who.competencies.into_iter().map(cells).collect();
    view! { <StackedTable caption="Competencies" head rows /> }.into_any()
}

fn cells(line: Confirmers) -> Vec<AnyView> {
    let Confirmers { code, title, assessors, teams, nobody, one } = line;
    let name = view! {
        {title.clone()}
        <br />
        <span class="nhsuk-body-s">{code}</span>
    };
    vec![
        name.into_any(),
        named(assessors),
        teams.into_any(),
        listed(nobody, format!("Teams where nobody may confirm {title}")),
        listed(one, format!("Teams where one may confirm {title}")),
    ]
}

/// Up to three by name, with when their own level lapses; the others folded away.
fn named(assessors: Vec<Confirmer>) -> AnyView {
    const FEW: usize = 3;
    let word = |one: Confirmer| match one.lapses_on {
        Some(on) => format!("{} (own level due {})", one.name, spoken(on)),
        None => one.name,
    };
    let words: Vec<String> = assessors.into_iter().map(word).collect();
    match words.len() {
        0 => "Nobody".into_any(),
        1..=FEW => words.join(", ").into_any(),
        all => view! { <Details summary=format!("{all} assessors")>{words.join(", ")}</Details> }
            .into_any(),
    }
}

fn listed(teams: Vec<String>, what: String) -> AnyView {
    if teams.is_empty() {
        return "None".into_any();
    }
    let many = teams.len();
    let summary = view! {
        {many}
        <span class="nhsuk-u-visually-hidden">{format!(": {what}")}</span>
    };
    view! {
        {summary}
        <Details summary="Which">{teams.join(", ")}</Details>
    }
    .into_any()
}
