//! All named groups that the reader sees figures of or keeps: those that hold first, the ended ones last.

use super::api::list_named_groups;
use super::{GROUPS, figures_of, kept_at};
use crate::address;
use crate::coverage::PATH;
use crate::load::load;
use crate::ui::{
    ChangeOrEnd, Crumb, EmptyState, NAMES_MOST, Page, StackedTable, WhenTag, pages_of,
};
use domain::changing::When;
use domain::coverage::named_groups::views::{NamedGroupLine, NamedGroups};
use domain::figures::counted;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn NamedGroupsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(list_named_groups(page), |groups| view! { <Groups groups /> })
}

#[component]
fn Groups(groups: NamedGroups) -> impl IntoView {
    let NamedGroups { groups, may_add } = groups;
    view! {
        <Page title="Named groups" trail=vec![Crumb::new(PATH, "Coverage")] wide=true>
            <p>
                "Areas, organisations or teams that are asked about together, wherever figures are of one of them. A group has the "
                "teams of whoever was a member on the day of the figures, and counts each person once. You see of it what you "
                "see of its teams."
            </p>
            {may_add.then(|| view! {
                <p>
                    <a class="nhsuk-button" href=format!("{GROUPS}/add") role="button">
                        "Add a named group"
                    </a>
                </p>
            })}
            <All groups may_add />
        </Page>
    }
}

#[component]
fn All(groups: Paged<NamedGroupLine>, may_add: bool) -> impl IntoView {
    if groups.total == 0 {
        let next = match may_add {
            true => {
                "Add one to see the figures of several places, organisations or teams as a whole."
            }
            false => {
                "Workforce leads add them. You see here those with a team of which you see figures."
            }
        };
        return view! {
            <EmptyState heading="There are no named groups yet">
                <p>{next}</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = pages_of(&groups, "groups");
    let rows = groups.entries.into_iter().map(cells).collect();
    let head = vec!["Group", "Code", "Made of", "Members today", "Change"];
    view! {
        <StackedTable caption="Groups" head rows />
        {pages}
    }
    .into_any()
}

fn cells(line: NamedGroupLine) -> Vec<AnyView> {
    let NamedGroupLine { id, code, name, made_of, members, when, may_see, may_change } = line;
    let change = match may_change {
        true => view! { <ChangeOrEnd href=kept_at(id) about=name.clone() /> }.into_any(),
        false if when == When::Before => "Over".into_any(),
        false => "Kept by somebody else".into_any(),
    };
    let named = match may_see {
        true => view! { <a href=figures_of(&code)>{name}</a> }.into_any(),
        false => name.into_any(),
    };
    let members = match members.len() {
        0 => "None".to_owned(),
        many if many > NAMES_MOST => counted(many, "member", "members"),
        _ => members.join(", "),
    };
    vec![
        view! { {named} <WhenTag when /> }.into_any(),
        code.into_any(),
        made_of.label().into_any(),
        members.into_any(),
        change,
    ]
}
