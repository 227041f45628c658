//! Where a return stands: its four steps, each with who took it and when; and all that was ever done with it.

use crate::ui::{Colour, StackedTable, Tag};
use domain::dates::spoken_moment;
use domain::returns::Step;
use domain::returns::views::Taken;
use leptos::prelude::*;

/// The last step that was taken.
#[component]
pub(super) fn StepTag(step: Step) -> impl IntoView {
    let colour = match step {
        Step::Prepared => Colour::White,
        Step::Checked => Colour::Yellow,
        Step::Approved => Colour::Blue,
        Step::Submitted => Colour::Green,
    };
    view! { <Tag text=step.label() colour /> }
}

/// The steps in their order: what was done with the files that stand, what comes next, and what after that.
#[component]
pub(super) fn Steps(stands: Step, history: Vec<Taken>) -> impl IntoView {
    let items = Step::ALL.iter().map(|step| {
        let taken = history.iter().rfind(|taken| taken.step == *step && !taken.is_outdated);
        let taken = taken.filter(|_| *step <= stands).cloned();
        let is_next = stands.next() == Some(*step);
        view! { <OneStep step=*step is_next taken /> }
    });
    let items = items.collect_view();
    view! {
        <h2>"Status"</h2>
        <ol class="nhsuk-list nhsuk-list--number">{items}</ol>
    }
}

#[component]
fn OneStep(
    step: Step,
    is_next: bool,
    /// `None` until it is taken.
    taken: Option<Taken>,
) -> impl IntoView {
    let (text, colour) = match (&taken, is_next) {
        (Some(_), _) => ("Done", Colour::Green),
        (None, true) => ("Next", Colour::Blue),
        (None, false) => ("Not yet", Colour::Grey),
    };
    let told = taken.map(|Taken { by, at, .. }| format!("By {by} on {}", spoken_moment(at)));
    view! {
        <li>
            <strong>{step.label()}</strong>
            " "
            <Tag text colour />
            {told.map(|told| view! {
                <br />
                {told}
            })}
        </li>
    }
}

/// All that was done with a revision, the earliest first.
#[component]
pub(super) fn History(history: Vec<Taken>) -> impl IntoView {
    let cells = |taken: Taken| {
        let Taken { step, by, at, is_outdated } = taken;
        let about = if is_outdated { "Earlier files" } else { "These files" };
        vec![step.label().into_any(), by.into_any(), spoken_moment(at).into_any(), about.into_any()]
    };
    let rows: Vec<Vec<AnyView>> = history.into_iter().map(cells).collect();
    (!rows.is_empty()).then(|| {
        let head = vec!["Step", "By", "When", "About"];
        view! {
            <h2>"History"</h2>
            <StackedTable caption="What was done, the earliest first" head rows />
        }
    })
}
