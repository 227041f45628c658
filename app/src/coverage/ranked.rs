//! Where to look first in one area, organisation or team: its figures in order.

mod entries; // one list as a table
mod filters; // the form above

use super::RANKED;
use super::api::coverage_ranked;
use super::around::{Around, NoFigures, OnlyOf, ToFigures, as_at, titled, trail};
use super::asked::asked_of_unit;
use crate::ui::{Crumb, Details, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::ranking::{FEWEST_REQUIREMENTS, RankedPage};
use domain::dates::spoken;
use domain::standing::DUE_SOON_DAYS;
use entries::{About, RankedTable};
use filters::Filters;
use leptos::prelude::*;

#[component]
pub fn CoverageRankedPage() -> impl IntoView {
    asked_of_unit(
        "Ranked figures",
        coverage_ranked,
        |address, page| view! { <Ranked address page /> },
    )
}

#[component]
fn Ranked(address: CoverageAddress, page: RankedPage) -> impl IntoView {
    let around = page.around.clone();
    let title = titled("Ranked figures", &around);
    let day = page.as_at;
    let beside = spoken(page.compared_with);
    let lede = format!("{}, compared with {beside}", as_at(day, page.framework_version));
    let own = address.of_unit(&around.unit.code);
    let trail = whole_trail(&address, &page);
    let filters = view! { <Filters address=address.clone() page=page.clone() /> };
    let about = About { address: address.clone(), as_at: day, then: page.compared_with };
    let rows_are = page.rows_are;
    let nothing = page.lists.iter().all(|list| list.entries.total == 0);
    let lists = page.lists.into_iter().map(|list| {
        view! { <RankedTable about=about.clone() rows_are list /> }
    });
    let lists = lists.collect_view();
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <OnlyOf address=address.clone() />
            <ToFigures address=own day />
            <Around page=RANKED address around>
                {filters}
            </Around>
            {if nothing {
                view! { <NoFigures heading="There is nothing to rank here" /> }.into_any()
            } else {
                view! {
                    {lists}
                    <HowRanked />
                }.into_any()
            }}
        </Page>
    }
}

/// The way up; from one list back to all of them.
fn whole_trail(address: &CoverageAddress, page: &RankedPage) -> Vec<Crumb> {
    let mut crumbs = trail(RANKED, address, &page.around);
    crumbs.extend(address.list.map(|_| {
        let all = address.of_list(None);
        Crumb::new(format!("{RANKED}?{}", all.query()), "All lists")
    }));
    crumbs
}

#[component]
fn HowRanked() -> impl IntoView {
    view! {
        <Details summary="How these lists are made">
            <p>
                {format!(
                    "Thinnest: the lowest share of requirements met comes first. Fastest falling: the share that lost most \
                     percentage points since the other day comes first. Shares of fewer than {FEWEST_REQUIREMENTS} \
                     requirements are in neither list: one person would be most of them.",
                )}
            </p>
            <p>
                {format!(
                    "Most running out: requirements that are met, and whose confirmation ends within {DUE_SOON_DAYS} days \
                     after the day of the figures.",
                )}
            </p>
            <p>
                "A person in two teams counts in each team’s row. What nobody is asked is in no list. What everybody "
                "meets is not among the thinnest."
            </p>
        </Details>
    }
}
