//! Why a figure is what it is: its rule with its numbers, then who counts in it and who does not, by name as far as the reader may see.

mod kept; // a link that keeps the answer
mod tables; // the people

use super::api::coverage_people;
use super::around::{LeftOut, OnlyOf, as_at};
use super::asked::asked;
use super::{CHANGE, PATH, PEOPLE};
use crate::ui::{Crumb, Details, EmptyState, InsetText, Page, pages_of};
use domain::coverage::address::CoverageAddress;
use domain::coverage::explain::views::{FigurePage, Seen};
use domain::coverage::explain::{Formula, Versions};
use domain::coverage::views::{Heading, Measure};
use domain::dates::spoken;
use domain::figures::counted;
pub(super) use kept::{IsKept, KeepAnswer};
use leptos::prelude::*;
use tables::PeopleTables;

#[component]
pub fn CoveragePeoplePage() -> impl IntoView {
    asked(coverage_people, |address, page| view! { <Explained address page /> })
}

/// What a figure is of: `Network 5: Risk`.
pub(super) fn figure_of(unit: &Heading, item: Option<&Heading>) -> String {
    let item = item.map_or("Everything asked", |item| &*item.title);
    format!("{}: {item}", unit.title)
}

#[component]
fn Explained(address: CoverageAddress, page: FigurePage) -> impl IntoView {
    let FigurePage { as_at: day, unit, item, versions, formulas, people, answer, .. } = page;
    let (counted, beside) = (page.counted, page.left_out);
    let coverage = format!("Coverage of {}", unit.title);
    let figures = address.to_coverage().of_domain(page.domain.as_deref());
    let trail = vec![Crumb::new(format!("{PATH}?{}", figures.query()), coverage)];
    let item_code = item.as_ref().map(|item| &*item.code);
    let to = CoverageAddress {
        answer: Some(answer),
        compared_with: None,
        ..address.to_people(item_code, day)
    };
    let keeps = format!("{PEOPLE}?{}", to.query());
    let why = address.to_change(item_code, (address.compared_with, day));
    let why = format!("{CHANGE}?{}", why.query());
    let since = spoken(address.compared_with.unwrap_or(page.quarter));
    let mut sentences = shown_first(formulas, address.measure()).into_iter().map(Formula::sentence);
    let headline = sentences.next().unwrap_or_default();
    let kept_figure =
        format!("{}, as at {}. {headline}", figure_of(&unit, item.as_ref()), spoken(day));
    let beside_it = sentences.map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let lede = as_at(day, versions.framework);
    let more = pages_of(&people, "people whose names you see");
    let (nobody, all) = (people.entries.is_empty(), counted.all + beside.all);
    view! {
        <Page title=figure_of(&unit, item.as_ref()) wide=true trail>
            <p class="nhsuk-lede-text">{headline}</p>
            <p>{lede}</p>
            <OnlyOf address=address.clone() />
            <IsKept is_kept=page.is_kept />
            <LeftOut names=page.not_shared />
            {beside_it}
            <HowCounted versions />
            <p>
                <a href=why>{format!("Explain the change since {since}")}</a>
            </p>
            <h2>"Who counts, and who does not"</h2>
            <p>{both(counted, beside)}</p>
            <Hidden counted beside />
            {if nobody {
                view! { <Nobody all /> }.into_any()
            } else {
                view! {
                    <PeopleTables people=people.entries day />
                    {more}
                }.into_any()
            }}
            <KeepAnswer link=keeps figure=kept_figure />
        </Page>
    }
}

/// What the cells show stands first, as far as the figure has it; else the headline.
fn shown_first(mut formulas: Vec<Formula>, shown: Measure) -> Vec<Formula> {
    formulas.sort_by_key(|formula| formula.measure != shown);
    formulas
}

#[component]
fn HowCounted(versions: Versions) -> impl IntoView {
    let Versions { rule, framework } = versions;
    let by = match framework {
        Some(number) => format!("Counted by the rule {rule}, with framework version {number}."),
        None => format!("Counted by the rule {rule}. No framework was in use on this day."),
    };
    view! {
        <Details summary="How this number is counted">
            <p>{by}</p>
            <p>
                "Each person is asked what the roles of their posts here ask, at the highest level that any of them asks. A "
                "requirement is met when somebody who holds the skill confirmed it at that level, or it was recognised or "
                "accepted, and it is not due again yet. What is self-assessed counts by itself only where that is said."
            </p>
            <p>
                "People who are away from work, posts that have ended or are yet to begin, and bank and locum posts unless "
                "they are asked for, do not count. What somebody is exempt from is not asked of them."
            </p>
        </Details>
    }
}

/// `3 people count. 1 person does not.`
fn both(people: Seen, beside: Seen) -> String {
    let count = counted(people.all, "person counts", "people count");
    let do_not = counted(beside.all, "person does", "people do");
    format!("{count}. {do_not} not.")
}

/// How many there are whose names the reader does not see.
#[component]
fn Hidden(counted: Seen, beside: Seen) -> impl IntoView {
    let hidden = counted.hidden + beside.hidden;
    (hidden > 0).then(|| {
        let told = hidden_words(counted.hidden, beside.hidden);
        view! {
            <InsetText>
                <p>{told}</p>
            </InsetText>
        }
    })
}

fn hidden_words(of_counted: usize, of_beside: usize) -> String {
    let who = counted(of_counted + of_beside, "person is", "people are");
    let count = counted(of_counted, "counts", "count");
    let do_not = counted(of_beside, "does not", "do not");
    format!(
        "{who} not named to you: {count}, {do_not}. Their organisation shares only figures with you, or they are not in your \
         teams today."
    )
}

#[component]
fn Nobody(
    /// In the figure and beside it.
    all: usize,
) -> impl IntoView {
    let told = if all > 0 {
        "There are people in this figure or beside it, but none whose names are yours to see."
    } else {
        "Nobody is, was or will be in these teams who could count."
    };
    view! {
        <EmptyState heading="No names to show">
            <p>{told}</p>
        </EmptyState>
    }
}
