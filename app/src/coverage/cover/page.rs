//! The cover of the teams of one area or organisation.

use super::filters::Filters;
use super::table::TeamTable;
use crate::cover_rules::RULES;
use crate::coverage::COVER;
use crate::coverage::api::cover_of_teams;
use crate::coverage::around::{
    Around, NoFigures, OfEverything, ToFigures, ToForecast, ToInput, as_at, titled, trail,
};
use crate::coverage::asked::asked_of_unit;
use crate::ui::{Details, InsetText, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::views::CoverTable;
use leptos::prelude::*;

#[component]
pub fn CoverPage() -> impl IntoView {
    asked_of_unit("Cover", cover_of_teams, |address, table| view! { <Cover address table /> })
}

#[component]
fn Cover(address: CoverageAddress, table: CoverTable) -> impl IntoView {
    let around = table.around.clone();
    let title = titled("Cover", &around);
    let trail = trail(COVER, &address, &around);
    let day = table.as_at;
    let lede = as_at(day, table.framework_version);
    let own = address.of_unit(&around.unit.code);
    let filters = view! {
        <WhatItTells />
        <Filters table=table.clone() include_bank=address.include_bank />
        {table.is_future.then(|| view! { <KnownToday /> })}
    };
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <OfEverything address=address.clone() />
            <ToFigures address=own.clone() day />
            <ToForecast address=own.clone() is_future=table.is_future />
            <ToInput address=own />
            <Around page=COVER address=address.clone() around>
                {filters}
            </Around>
            {if table.teams == 0 {
                view! { <NoFigures heading="No team here requires anything on this day" /> }.into_any()
            } else {
                view! {
                    <TeamTable address table />
                    <HowToRead />
                }.into_any()
            }}
        </Page>
    }
}

#[component]
fn WhatItTells() -> impl IntoView {
    view! {
        <p>
            "Whether each team has enough people who are confirmed in what it requires: of itself, or with the help of "
            "those who come to it. "
            <a href=RULES>"Cover rules say how many people are enough"</a>
            "."
        </p>
    }
}

#[component]
fn KnownToday() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "This day is in the future. What is confirmed today counts until it runs out, and nothing that may "
                "still be confirmed."
            </p>
        </InsetText>
    }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read this table">
            <p>
                "A team is covered in a domain when, for each competency that it requires there, enough people with a post "
                "in it hold it: confirmed, current, at the level that the rule asks, from as many professions as it asks. "
                "They need not be the same people, nor those of whom it is asked."
            </p>
            <p>
                "It is covered by arrangement when that holds once those are added who come to the team, as its mental "
                "health input records it. “Depends on one person” marks a team that is covered, and would not be if some "
                "one person left, however many others hold the same."
            </p>
        </Details>
    }
}
