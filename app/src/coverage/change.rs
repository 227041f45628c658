//! Why a figure changed between two days: both figures, the parts between them that add up, and who is behind each.

mod filters; // the two days
mod named; // who is behind each part
mod next; // what to do about what expired
mod parts; // what each part did

use super::api::coverage_change;
use super::around::{LeftOut, OnlyOf};
use super::asked::asked_in_form;
use super::people::{IsKept, KeepAnswer, figure_of};
use super::{CHANGE, PATH, PEOPLE, TREND};
use crate::ui::{Crumb, Details, InsetText, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::moved;
use domain::coverage::explain::views::ChangePage;
use domain::dates::spoken;
use filters::Filters;
use leptos::prelude::*;
use named::Behind;
use next::WhatNext;
use parts::{PartsTable, Unmoved};

#[component]
pub fn CoverageChangePage() -> impl IntoView {
    asked_in_form(coverage_change, |address, page| view! { <Change address page /> })
}

#[component]
fn Change(address: CoverageAddress, page: ChangePage) -> impl IntoView {
    let ChangePage { since, until, unit, item, sentence, parts, .. } = page;
    let figure = figure_of(&unit, item.as_ref());
    let trail = trail(&address.of_domain(page.domain.as_deref()), &unit.title);
    let item_code = item.as_ref().map(|item| &*item.code);
    let people =
        CoverageAddress { compared_with: Some(since), ..address.to_people(item_code, until) };
    let people = format!("{PEOPLE}?{}", people.query());
    let keeps = address.to_change(item_code, (Some(since), until));
    let keeps = CoverageAddress { answer: Some(page.answer), ..keeps };
    let keeps = format!("{CHANGE}?{}", keeps.query());
    let kept_figure = format!("{figure}. {sentence}");
    let trend = CoverageAddress { as_at: Some(until), ..address.clone() };
    let trend = format!("{TREND}?{}", trend.to_trend(item_code, page.is_future).query());
    let nothing = parts.is_empty();
    let next = page.due.map(|due| view! { <WhatNext address=address.clone() due /> });
    let differs = page.points.map(|points| format!("That is {}.", together(points, nothing)));
    view! {
        <Page title=format!("{figure}, and why it changed") wide=true trail>
            <p class="nhsuk-lede-text">{sentence}</p>
            {differs.map(|told| view! { <p>{told}</p> })}
            {page.caution.map(|told| view! {
                <InsetText>
                    <p>{format!("{told}.")}</p>
                </InsetText>
            })}
            <OnlyOf address=address.clone() />
            <IsKept is_kept=page.is_kept />
            <Filters address since until />
            <LeftOut names=page.not_shared />
            {if nothing {
                view! { <p>"Nothing that this figure counts changed between these days."</p> }.into_any()
            } else {
                view! {
                    <PartsTable measure=page.measure points=page.points parts=parts.clone() />
                    <Unmoved parts=page.unmoved />
                    <Behind parts />
                    {next}
                    <HowToRead />
                }.into_any()
            }}
            <p>
                <a href=people>{format!("Explain the figure on {}: its rule and its people", spoken(until))}</a>
            </p>
            <p>
                <a href=trend>"Trend: how this figure went over two years"</a>
            </p>
            <KeepAnswer link=keeps figure=kept_figure />
        </Page>
    }
}

/// The figures of the unit, with the same filters.
fn trail(address: &CoverageAddress, unit: &str) -> Vec<Crumb> {
    let coverage = format!("{PATH}?{}", address.to_coverage().query());
    vec![Crumb::new(coverage, format!("Coverage of {unit}"))]
}

fn together(points: i64, nothing: bool) -> String {
    if nothing { moved(points) } else { format!("{}. The parts below add up to it", moved(points)) }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read this">
            <p>
                "The change is taken apart in a fixed order, from late records at the top to organisations at the bottom. Each "
                "part is what the figure becomes when that one thing changes too, after all that stands above it. So the parts "
                "add up, in what is met and asked and in percentage points, and nothing is counted twice."
            </p>
            <p>
                "Somebody new who has not been confirmed yet lowers a share without anybody having lost a skill: more is asked, and "
                "as much is met. What ran out and was confirmed again in time changes nothing."
            </p>
            <p>
                "The earlier figure is the one that was known on that day. What was entered later about that day or an earlier one "
                "is shown as late records. Where coverage is compared with another day, late records are in the earlier figure "
                "already, so the two may differ. First and last days of posts, requirements and networks are taken as they are on "
                "record now."
            </p>
        </Details>
    }
}
