//! Every programme, searched, with how far I have come in those that are for me.

use super::address_of;
use super::api::programmes;
use crate::address;
use crate::load::load;
use crate::ui::{
    Colour, EmptyState, Field, FilterPanel, Page, StackedTable, Tag, TextInput, TextKind, shown_of,
};
use domain::dates::spoken_minutes;
use domain::programmes::Stage;
use domain::programmes::progress::StepsDone;
use domain::programmes::views::{ProgrammeLine, ProgrammesList, runs_words};
use leptos::prelude::*;

#[component]
pub fn ProgrammesPage() -> impl IntoView {
    let words = address::query("q");
    let page = address::query("page").parse().unwrap_or(1);
    load(programmes(words.clone(), page), move |list| {
        let may_start = list.may_start;
        view! {
            <Page title="Programmes" wide=true>
                <p>
                    "A programme is a training package: steps that build competencies, for people in certain roles. A step "
                    "is done when its competencies are confirmed. Taking part is evidence, and never competence by itself."
                </p>
                {may_start.then(|| view! {
                    <p>
                        <a class="nhsuk-button" href="/programmes/new" role="button">
                            "Start a programme"
                        </a>
                    </p>
                })}
                <FilterPanel action="Search">
                    <TextInput
                        field=Field::new("q", "Programme, role or care setting").hint("Part of a name is enough")
                        kind=TextKind::Search
                        width=20
                    />
                </FilterPanel>
                <Found list words />
            </Page>
        }
    })
}

#[component]
fn Found(list: ProgrammesList, words: String) -> impl IntoView {
    let (lines, may_start) = (list.lines, list.may_start);
    if lines.entries.is_empty() {
        return view! { <NoProgramme words may_start /> }.into_any();
    }
    let pages = shown_of(&lines, "programmes");
    let rows = lines.entries.into_iter().map(cells).collect();
    let head = vec!["Programme", "For", "Runs", "Steps", "My progress"];
    view! {
        <StackedTable caption="Programmes" head rows />
        {pages}
    }
    .into_any()
}

fn cells(line: ProgrammeLine) -> Vec<AnyView> {
    let ProgrammeLine { programme, audience, runs, stage, steps, minutes, mine } = line;
    let steps = match steps {
        0 => "None yet".to_owned(),
        steps => format!("{steps}, {} together", spoken_minutes(minutes)),
    };
    vec![
        view! { <a href=address_of(&programme.code)>{programme.title}</a> }.into_any(),
        audience.words().into_any(),
        view! { <StageTag stage /> <br /> {runs_words(runs)} }.into_any(),
        steps.into_any(),
        mine.map_or_else(|| "Not for your posts".to_owned(), StepsDone::words).into_any(),
    ]
}

/// Where a programme is in its life, in a word or two.
#[component]
pub(super) fn StageTag(stage: Stage) -> impl IntoView {
    let colour = match stage {
        Stage::Coming => Colour::Blue,
        Stage::Running => Colour::Green,
        Stage::Ended => Colour::Grey,
    };
    view! { <Tag text=stage.label() colour /> }
}

#[component]
fn NoProgramme(words: String, may_start: bool) -> impl IntoView {
    if !words.trim().is_empty() {
        return view! {
            <EmptyState heading=format!("No programme found for “{}”", words.trim())>
                <p>"Check the spelling, or search for a part of the name or for a role."</p>
                <p>
                    <a href="/programmes">"Show all programmes"</a>
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let next = if may_start {
        "Start one, or ask an administrator to load the set that comes with Esteem: a training package is part of it."
    } else {
        "Educators and workforce leads start programmes for the areas that they answer for."
    };
    view! {
        <EmptyState heading="There are no programmes yet">
            <p>{next}</p>
        </EmptyState>
    }
    .into_any()
}
