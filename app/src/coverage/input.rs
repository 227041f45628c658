//! The mental health input of the teams of one area, organisation or team, beside their coverage and cover.

mod filters; // the form above
mod rows; // each team: who comes, how much is missing, what the team holds
mod sums; // the unit and its parts, added up

use super::api::input_of_teams;
use super::around::{Around, NoFigures, OfEverything, ToFigures, ToForecast, as_at, titled, trail};
use super::asked::asked_of_unit;
use super::{COVER, INPUT};
use crate::ui::{Details, InsetText, Page};
use domain::coverage::address::CoverageAddress;
use domain::figures::counted;
use domain::inputs::beside::InputTable;
use domain::inputs::sums::InputSum;
use filters::Filters;
use leptos::prelude::*;
use rows::TeamRows;
use sums::Sums;

#[component]
pub fn CoverageInputPage() -> impl IntoView {
    asked_of_unit(
        "Mental health input",
        input_of_teams,
        |address, table| view! { <Input address table /> },
    )
}

#[component]
fn Input(address: CoverageAddress, table: InputTable) -> impl IntoView {
    // What narrows other figures does not narrow these, nor what they lead to.
    let address = CoverageAddress { rows: address.rows, ..address.to_input() };
    let around = table.around.clone();
    let title = titled("Mental health input", &around);
    let trail = trail(INPUT, &address, &around);
    let lede = as_at(table.as_at, table.framework_version);
    let own = address.of_unit(&around.unit.code);
    let filters = view! {
        <Filters table=table.clone() include_bank=address.include_bank />
        {table.is_future.then(|| view! { <KnownToday /> })}
    };
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <OfEverything address=address.clone() />
            <Elsewhere own table=table.clone() />
            <Around page=INPUT address=address.clone() around>
                {filters}
            </Around>
            {if table.whole.teams == 0 {
                view! { <NoFigures heading="No team here is open on this day" /> }.into_any()
            } else {
                view! {
                    <p>{summary(&table.whole)}</p>
                    <Sums address=address.clone() table=table.clone() />
                    <TeamRows address table />
                    <HowToRead />
                }.into_any()
            }}
        </Page>
    }
}

/// `3 of 12 teams have mental health input. Against targets in whole-time equivalents: 0.40 short.`
fn summary(whole: &InputSum) -> String {
    let (one, several) = ("team has mental health input", "teams have mental health input");
    let teams = counted(whole.teams as usize, one, several);
    let missing = match whole.targets {
        0 => "No target is set for any of them.".to_owned(),
        _ => format!("Against targets in whole-time equivalents: {}.", whole.gap_words()),
    };
    format!("{} of {teams}. {missing}", whole.with_input)
}

/// What else is told of the unit at this address.
#[component]
fn Elsewhere(own: CoverageAddress, table: InputTable) -> impl IntoView {
    let cover = format!("{COVER}?{}", own.to_cover().query());
    view! {
        <ToFigures address=own.clone() day=table.as_at />
        <ToForecast address=own is_future=table.is_future />
        <p class="only-on-screen">
            <a href=cover>"Which teams are covered, and where that depends on one person"</a>
        </p>
    }
}

#[component]
fn KnownToday() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "This day is in the future. Who comes is told as it is planned today, and what is confirmed today counts "
                "until it runs out."
            </p>
        </InsetText>
    }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read this page">
            <p>
                "Mental health input is how mental health professionals reach a team: embedded in it, as link workers, or by "
                "consultation and liaison. Target is how much of their time is agreed, actual is how much comes. Both are "
                "whole-time equivalents (WTE): 1.00 is one person full time."
            </p>
            <p>
                "The gap is what is missing to each target by itself. Time above one target does not make up for time missing "
                "to another, and where it is not recorded how much comes, nothing is known of the gap."
            </p>
            <p>
                "Teams to which nobody comes are first, then those furthest below their targets. Every open team counts once, "
                "where it belongs on this day, so these sums add up, but for teams that belong to no part."
            </p>
            <p>
                "Coverage is the share of requirements met in risk and in emergencies. Cover is whether enough people hold what "
                "the team requires there, of itself or with the help of those who come."
            </p>
        </Details>
    }
}
