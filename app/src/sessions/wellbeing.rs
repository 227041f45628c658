//! How work has been for people’s wellbeing: the question that feedback ends with, and what is told of the answers.

use crate::ui::{Choice, Field, Radios, StackedTable};
use domain::disclosure::RULE;
use domain::sessions::wellbeing::{NOT_SAID, QuarterSaid, Said, Wellbeing};
use leptos::prelude::*;

const QUESTION: &str = "How has work been for your wellbeing in the last two weeks? (optional)";

const KEPT_WITHOUT_A_NAME: &str = "This answer is kept without your name, and apart from your other answers: it adds one to a \
                                   count for the whole place and these three months. The count is read once they are over, \
                                   and what could point at somebody is left out.";

/// The question, with what becomes of the answer.
#[component]
pub(super) fn HowWorkHasBeen() -> impl IntoView {
    let answers = Wellbeing::ALL.iter().map(|one| Choice::new(one.code(), one.label()));
    let choices = answers.chain([Choice::new(NOT_SAID, "I would rather not say")]).collect();
    view! { <Radios field=Field::new("wellbeing", QUESTION).hint(KEPT_WITHOUT_A_NAME) choices /> }
}

/// What was answered, by quarter and place, and what is left out.
#[component]
pub(super) fn WhatWasSaid(quarters: Vec<QuarterSaid>) -> impl IntoView {
    let told = if quarters.is_empty() {
        view! { <p>"There are no answers for these dates."</p> }.into_any()
    } else {
        let rows = quarters.into_iter().flat_map(rows).collect();
        let head = vec!["Quarter", "Place", "What people said"];
        view! { <StackedTable caption="Wellbeing at work by quarter" head rows /> }.into_any()
    };
    view! {
        <h2>"Wellbeing at work"</h2>
        <p>
            "With the first feedback that they give in a quarter, people are asked how work has been for their wellbeing in the "
            "last two weeks. Nobody has to answer. The answers are counted for whole places, without names, and a quarter is told "
            "once it is over and where all of it lies in these days."
        </p>
        <p>
            {format!(
                "What could point at somebody is left out: small numbers are held back (rule {RULE}). Numbers are rounded to the \
                 nearest 5. How many is left out where it is 1 to 7 people, all but 1 to 7, or all or none of fewer than 20. \
                 Where that is so of one answer, only how many gave one of the two good answers is told.",
            )}
        </p>
        {told}
    }
}

/// A row for each thing that is told of a quarter.
fn rows(of: QuarterSaid) -> Vec<Vec<AnyView>> {
    let QuarterSaid { quarter, place, said } = of;
    let cells = |one: Said| [quarter.words(), place.clone(), one.to_string()];
    let row = |one| cells(one).into_iter().map(IntoAny::into_any).collect::<Vec<_>>();
    said.into_iter().map(row).collect()
}
