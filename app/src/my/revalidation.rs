//! The revalidation pack: what my record comes to for each regulator, to print or to take along.

use super::api::my_revalidation;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, Field, FilterPanel, InsetText, Page, StackedTable, TextInput, TextKind};
use domain::dates::{spoken, spoken_minutes};
use domain::evidence::revalidation::{Asks, Entry, Pack, Section};
use domain::evidence::views::Revalidation;
use leptos::prelude::*;

#[component]
pub fn MyRevalidation() -> impl IntoView {
    load(my_revalidation(address::query("last")), |pack| view! { <Shown pack /> })
}

#[component]
fn Shown(pack: Revalidation) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let Revalidation { person_name, last_day, packs } = pack;
    let packs = packs.into_iter().map(|pack| view! { <ForRegulator pack /> }).collect_view();
    view! {
        <Page title="Revalidation pack" trail wide=true>
            <p class="nhsuk-lede-text">{person_name}</p>
            <p>
                "What your evidence and confirmations in Esteem come to, under the headings of the three regulators. "
                "It is a record, not a decision: check what your regulator asks of you at the time."
            </p>
            <FilterPanel action="Show">
                <TextInput
                    field=Field::new("last", "Every period ends on").value(last_day)
                    kind=TextKind::Day
                />
            </FilterPanel>
            <p>
                <a href=format!("/my/revalidation.csv?last={last_day}")>"Download as CSV"</a>
                ", or print this page. "
                <a href="/my/evidence/add">"Add evidence"</a>
            </p>
            {packs}
        </Page>
    }
}

#[component]
fn ForRegulator(pack: Pack) -> impl IntoView {
    let period = format!("{} to {}", spoken(pack.first_day), spoken(pack.last_day));
    let sections = pack.sections.into_iter().map(|section| view! { <Heading section /> });
    let sections = sections.collect_view();
    view! {
        <section>
            <h2>{pack.regulator.label()}</h2>
            <p>{period}</p>
            {sections}
            <InsetText>
                <p>{format!("Not kept in Esteem: {}.", pack.regulator.not_held())}</p>
            </InsetText>
        </section>
    }
}

#[component]
fn Heading(section: Section) -> impl IntoView {
    let (comes_to, enough) = (comes_to(&section), section.is_enough());
    let title = section.title.clone();
    let nothing = section.entries.is_empty();
    let head = vec!["Day", "Kind", "Time", "What", "From"];
    let rows = section.entries.into_iter().map(cells).collect();
    view! {
        <h3>{title.clone()}</h3>
        <p>
            {comes_to}
            {enough.map(|enough| if enough { " That is enough." } else { " That is not enough yet." })}
        </p>
        {if nothing {
            view! { <p>"Nothing is recorded under this heading in this period."</p> }.into_any()
        } else {
            view! { <StackedTable caption=format!("{title}: entries") head rows /> }.into_any()
        }}
    }
}

/// What there is, beside what is asked.
fn comes_to(section: &Section) -> String {
    let time = |minutes| match minutes {
        0 => "no time".to_owned(),
        minutes => spoken_minutes(minutes),
    };
    match section.asks {
        Asks::Time { minutes: 0, .. } => format!(
            "Recorded: {}, of it {} participatory. No number of hours is set.",
            time(section.minutes),
            time(section.participatory)
        ),
        Asks::Time { minutes, participatory } => format!(
            "Recorded: {}, of it {} participatory. Asked: {}, of it {} participatory.",
            time(section.minutes),
            time(section.participatory),
            spoken_minutes(minutes),
            spoken_minutes(participatory)
        ),
        Asks::Pieces(pieces) => format!("Recorded: {}. Asked: {pieces}.", section.entries.len()),
        Asks::Some => format!("Recorded: {}.", section.entries.len()),
    }
}

fn cells(entry: Entry) -> Vec<AnyView> {
    let time = entry.minutes.map(spoken_minutes).unwrap_or_default();
    let together = entry.participatory.then_some(", participatory");
    let about = (!entry.about.is_empty()).then(|| entry.about.join("; "));
    vec![
        spoken(entry.happened_on).into_any(),
        entry.kind.label().into_any(),
        view! { {time} {together} }.into_any(),
        view! {
            <span class="kept-lines">{entry.what}</span>
            {about.map(|about| view! { <br /><span class="nhsuk-body-s">"About: " {about}</span> })}
        }
        .into_any(),
        entry.source.into_any(),
    ]
}
