//! The revalidation pack: what my record comes to for each regulator, to print or to take along.

use super::api::my_revalidation;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, Field, FilterPanel, InsetText, Page, StackedTable, TextInput, TextKind};
use domain::dates::spoken;
use domain::evidence::revalidation::{Entry, NOTHING, Pack, Section, WHAT_IT_IS};
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
            <p>{WHAT_IT_IS}</p>
            <FilterPanel action="Show">
                <TextInput
                    field=Field::new("last", "Every period ends on").value(last_day)
                    kind=TextKind::Day
                />
            </FilterPanel>
            <p>
                <a href=format!("/my/revalidation.pdf?last={last_day}")>"Download as PDF"</a>
                " to print or send, or "
                <a href=format!("/my/revalidation.csv?last={last_day}")>"as CSV"</a>
                " for a spreadsheet. "
                <a href="/my/evidence/add">"Add evidence"</a>
            </p>
            {packs}
        </Page>
    }
}

#[component]
fn ForRegulator(pack: Pack) -> impl IntoView {
    let (period, not_kept) = (pack.period(), pack.not_kept());
    let sections = pack.sections.into_iter().map(|section| view! { <Heading section /> });
    let sections = sections.collect_view();
    view! {
        <section>
            <h2>{pack.regulator.label()}</h2>
            <p>{period}</p>
            {sections}
            <InsetText>
                <p>{not_kept}</p>
            </InsetText>
        </section>
    }
}

#[component]
fn Heading(section: Section) -> impl IntoView {
    let comes_to = section.comes_to();
    let title = section.title.clone();
    let nothing = section.entries.is_empty();
    let head = vec!["Day", "Kind", "Time", "What", "From"];
    let rows = section.entries.into_iter().map(cells).collect();
    view! {
        <h3>{title.clone()}</h3>
        <p>{comes_to}</p>
        {if nothing {
            view! { <p>{NOTHING}</p> }.into_any()
        } else {
            view! { <StackedTable caption=format!("{title}: entries") head rows /> }.into_any()
        }}
    }
}

fn cells(entry: Entry) -> Vec<AnyView> {
    let (time, about) = (entry.time(), entry.about());
    let about = (!about.is_empty()).then_some(about);
    vec![
        spoken(entry.happened_on).into_any(),
        entry.kind.label().into_any(),
        time.into_any(),
        view! {
            <span class="kept-lines">{entry.what}</span>
            {about.map(|about| view! { <br /><span class="nhsuk-body-s">{about}</span> })}
        }
        .into_any(),
        entry.source.into_any(),
    ]
}
