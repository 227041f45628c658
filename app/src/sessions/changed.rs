//! What a session changed, on its page, for whoever teaches it.

use crate::ui::StackedTable;
use domain::figures::counted;
use domain::sessions::feedback::LEAST_SHOWN;
use domain::sessions::feedback::views::{Changed, ChangedOutcome, Mean};
use leptos::prelude::*;

#[component]
pub(super) fn WhatChanged(changed: Changed) -> impl IntoView {
    let Changed { came, answered, reactions, outcomes } = changed;
    let came = counted(came, "colleague came", "colleagues came");
    let reactions = reactions.map(|told| {
        let told = told.into_iter().map(|(reaction, count)| {
            view! { <li>{reaction.label()} ": " {count}</li> }
        });
        view! { <ul>{told.collect_view()}</ul> }
    });
    let rows = outcomes.into_iter().map(cells).collect();
    let head = vec![
        "Competency",
        "Confidence before",
        "Confidence after",
        "8 to 12 weeks later",
        "Assessed themselves since",
        "Confirmed since",
    ];
    view! {
        <h3>"What it changed"</h3>
        <p>
            {format!(
                "{came}, and {answered} of them gave feedback. Confidence is from 1 to 5. Nothing is told of fewer than {LEAST_SHOWN} \
                 people. None of it is a level.",
            )}
        </p>
        {reactions}
        <StackedTable caption="What it changed in each outcome" head rows />
    }
}

fn cells(outcome: ChangedOutcome) -> Vec<AnyView> {
    let ChangedOutcome { competency, before, after, later, assessed, confirmed } = outcome;
    vec![
        format!("{} {}", competency.code, competency.title).into_any(),
        mean(before).into_any(),
        mean(after).into_any(),
        mean(later).into_any(),
        count(assessed).into_any(),
        count(confirmed).into_any(),
    ]
}

fn mean(mean: Option<Mean>) -> String {
    mean.map_or_else(too_few, |mean| mean.to_string())
}

fn count(count: Option<usize>) -> String {
    count.map_or_else(too_few, |count| count.to_string())
}

fn too_few() -> String {
    "Too few to tell".to_owned()
}
