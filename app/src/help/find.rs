//! The page *Who can help?*: the mental health links of my teams first, then colleagues who agreed to be asked.

use super::api::who_can_help;
use super::helper::Helper;
use super::links::Links;
use crate::address;
use crate::load::load;
use crate::ui::{
    Choice, EmptyState, Field, FilterPanel, InsetText, Page, Select, TextInput, TextKind, shown_of,
};
use domain::help::views::{CanHelp, HelperLine, Me};
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn WhoCanHelpPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    let found = who_can_help(address::query("about"), address::query("words"), page);
    load(found, |found| view! { <Found found /> })
}

#[component]
fn Found(found: CanHelp) -> impl IntoView {
    let CanHelp { teams, choices, about, people, in_place, me } = found;
    let choices: Vec<_> =
        choices.into_iter().map(|choice| Choice::new(choice.value, choice.label)).collect();
    view! {
        <Page title="Who can help?">
            <WhatItIs />
            <h2>"Your team’s mental health link"</h2>
            <Links teams />
            <h2>"Colleagues who have agreed to be asked"</h2>
            <p>"They hold level 4 or 5, confirmed and current, in what is listed beside their name."</p>
            <MyOwn me />
            {(in_place > 0).then(|| view! {
                <FilterPanel action="Show colleagues">
                    <Select field=Field::new("about", "About") choices none="Anything" />
                    <TextInput
                        field=Field::new("words", "Words").hint("A name, role, team or skill")
                        kind=TextKind::Search
                        width=20
                    />
                </FilterPanel>
            })}
            <Colleagues people about in_place />
        </Page>
    }
}

#[component]
fn WhatItIs() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "This is for informal advice between colleagues, without a referral. Ask in general terms: never name a "
                "patient, and never write anything by which one could be known. If somebody needs care now, follow your "
                "team’s usual way."
            </p>
        </InsetText>
    }
}

/// Whether I am in such a list myself.
#[component]
fn MyOwn(me: Me) -> impl IntoView {
    let (words, link) = match me {
        Me::HoldsNothing => return None,
        Me::MayAgree { held: 1 } => {
            ("You hold level 4 or 5 in 1 competency yourself. ".to_owned(), "Agree to be asked")
        }
        Me::MayAgree { held } => (
            format!("You hold level 4 or 5 in {held} competencies yourself. "),
            "Agree to be asked",
        ),
        Me::Agreed => ("You have agreed to be asked yourself. ".to_owned(), "Change or end this"),
    };
    Some(view! {
        <p>
            {words}
            <a href="/my/help">{link}</a>
        </p>
    })
}

#[component]
fn Colleagues(people: Paged<HelperLine>, about: Option<String>, in_place: usize) -> impl IntoView {
    if people.entries.is_empty() {
        return view! { <Nobody about in_place /> }.into_any();
    }
    let pages = shown_of(&people, if people.total == 1 { "colleague" } else { "colleagues" });
    let helpers = people.entries.into_iter().map(|line| view! { <Helper line /> }).collect_view();
    view! {
        {about.map(|about| view! { <p>"About: " <strong>{about}</strong></p> })}
        <ol class="nhsuk-list nhsuk-list--border">{helpers}</ol>
        {pages}
    }
    .into_any()
}

#[component]
fn Nobody(about: Option<String>, in_place: usize) -> impl IntoView {
    if in_place == 0 {
        return view! {
            <EmptyState heading="Nobody in your place has agreed to be asked yet">
                <p>
                    "Ask your team’s mental health link, or your manager. Whoever holds level 4 or 5 can agree to be "
                    "asked on their own page."
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let heading = about.map_or_else(
        || "Nobody found for these words".to_owned(),
        |about| format!("Nobody found for: {about}"),
    );
    view! {
        <EmptyState heading>
            <p>"Choose a whole domain or fewer words, or ask your team’s mental health link."</p>
            <p>
                <a href="/who-can-help">"Show everybody who can be asked"</a>
            </p>
        </EmptyState>
    }
    .into_any()
}
