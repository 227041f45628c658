//! What a place needs, as a return tells it, with the lead's words beside each.

use super::api::needs_of_return;
use super::{at, titled, trail};
use crate::address::{self, segment};
use crate::load::load;
use crate::ui::{
    Choice, Crumb, EmptyState, Field, FilterPanel, Page, Select, StackedTable, pages_of,
};
use domain::coverage::views::Heading;
use domain::returns::ReturnId;
use domain::returns::views::{NeedRow, NeedsAsked, ReturnNeeds};
use leptos::prelude::*;

#[component]
pub fn ReturnNeedsPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    let (role, item) = (address::query("role"), address::query("item"));
    let page = address::query("page").parse().unwrap_or(1);
    load(async move { needs_of_return(id?, role, item, page).await }, |found| {
        view! { <Needs found /> }
    })
}

#[component]
fn Needs(found: ReturnNeeds) -> impl IntoView {
    let title = format!("Needs: {}", titled(&found.line));
    let trail = trail(&found.line);
    if found.is_empty {
        return view! { <NoNeeds title trail /> }.into_any();
    }
    let (roles, items) = (found.roles.clone(), found.items.clone());
    view! {
        <Page title trail wide=true>
            <p>
                "What the place is short of: people who meet what their role asks, people who may confirm, sessions, seats and "
                "protected time. Counts of people are rounded and held back like all published ones (c stands for one that is). What "
                "the place itself is short of comes first, then people and what their role asks, the least met first."
            </p>
            <Filters roles items />
            <Lines found />
        </Page>
    }
    .into_any()
}

#[component]
fn NoNeeds(title: String, trail: Vec<Crumb>) -> impl IntoView {
    view! {
        <Page title trail>
            <EmptyState heading="This return tells of no needs">
                <p>"Needs are counted from what roles ask, from requests for sessions, from seats and from protected time."</p>
            </EmptyState>
        </Page>
    }
}

#[component]
fn Filters(roles: Vec<Heading>, items: Vec<Heading>) -> impl IntoView {
    let choices = |all: Vec<Heading>| -> Vec<Choice> {
        all.into_iter().map(|one| Choice::new(one.code, one.title)).collect()
    };
    let (roles, items) = (choices(roles), choices(items));
    view! {
        <FilterPanel action="Show needs" many=true>
            <Select field=Field::new("role", "Role") choices=roles none="All needs" />
            <Select field=Field::new("item", "Competency") choices=items none="All needs" />
        </FilterPanel>
    }
}

#[component]
fn Lines(found: ReturnNeeds) -> impl IntoView {
    let ReturnNeeds { line, asked, needs, has_words, may_say, .. } = found;
    if needs.total == 0 {
        return view! {
            <EmptyState heading="There are no such needs in this return">
                <p>"Choose another role, or another competency."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = pages_of(&needs, "needs");
    let asked = NeedsAsked { page: needs.page, ..asked };
    let say = may_say.then(|| to_say(&at(&line.id), &asked));
    let row = |need| cells(need, has_words, say.as_deref());
    let rows = needs.entries.into_iter().map(row).collect();
    let mut head = vec!["What", "How much"];
    head.extend(has_words.then_some("What the lead says"));
    head.extend(may_say.then_some("Add words"));
    view! {
        <StackedTable caption="Needs" head rows dense=true />
        {pages}
    }
    .into_any()
}

/// Where something is said about a need of this list; its key is put behind.
fn to_say(from: &str, asked: &NeedsAsked) -> String {
    let NeedsAsked { role, item, page } = asked;
    let back = format!("role={}&item={}&page={page}", segment(role), segment(item));
    format!("{from}/needs/say?back={}&about=", segment(&back))
}

/// `say` is where something is said about it, for whoever may.
fn cells(need: NeedRow, has_words: bool, say: Option<&str>) -> Vec<AnyView> {
    let NeedRow { key, what, told, words, .. } = need;
    let does = if words.is_empty() { "Add words" } else { "Change the words" };
    let say = say.map(|say| {
        let href = format!("{say}{}", segment(&key));
        view! {
            <a href=href>
                {does}
                <span class="nhsuk-u-visually-hidden">{format!(" about: {what}")}</span>
            </a>
        }
        .into_any()
    });
    let said = if words.is_empty() { "Nothing yet".to_owned() } else { words };
    let mut cells = vec![what.into_any(), told.into_any()];
    cells.extend(has_words.then(|| view! { <span class="kept-lines">{said}</span> }.into_any()));
    cells.extend(say);
    cells
}
