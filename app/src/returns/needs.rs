//! What a place needs, as a return tells it, with the lead's words beside each.

use super::api::needs_of_return;
use super::{at, titled, trail};
use crate::address::{self, segment};
use crate::load::load;
use crate::ui::{Crumb, EmptyState, Page, StackedTable, pages_of};
use domain::returns::ReturnId;
use domain::returns::views::{NeedRow, ReturnNeeds};
use leptos::prelude::*;

#[component]
pub fn ReturnNeedsPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    let page = address::query("page").parse().unwrap_or(1);
    load(async move { needs_of_return(id?, page).await }, |found| view! { <Needs found /> })
}

#[component]
fn Needs(found: ReturnNeeds) -> impl IntoView {
    let ReturnNeeds { line, needs, may_say } = found;
    let title = format!("Needs: {}", titled(&line));
    let trail = trail(&line);
    if needs.total == 0 {
        return view! { <NoNeeds title trail /> }.into_any();
    }
    let pages = pages_of(&needs, "needs");
    let (from, page) = (at(&line.id), needs.page);
    let row = |need| cells(need, may_say.then_some((from.as_str(), page)));
    let rows = needs.entries.into_iter().map(row).collect();
    let mut head = vec!["What", "How much", "What the lead says"];
    head.extend(may_say.then_some("Say something"));
    view! {
        <Page title trail wide=true>
            <p>
                "What the place is short of: people who meet what their role asks, people who may confirm, sessions, seats and "
                "protected time. Counts of people are rounded and held back like all published ones."
            </p>
            <StackedTable caption="Needs" head rows dense=true />
            {pages}
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

/// `from` is where the return is, and the page of this list, for whoever may say something.
fn cells(need: NeedRow, from: Option<(&str, usize)>) -> Vec<AnyView> {
    let NeedRow { key, what, told, words } = need;
    let said = if words.is_empty() { "Nothing yet".to_owned() } else { words.clone() };
    let say = from.map(|(from, page)| {
        let href = format!("{from}/needs/say?about={}&page={page}", segment(&key));
        let does = if words.is_empty() { "Say something" } else { "Change the words" };
        view! {
            <a href=href>
                {does}
                <span class="nhsuk-u-visually-hidden">{format!(" about: {what}")}</span>
            </a>
        }
        .into_any()
    });
    let said = view! { <span class="kept-lines">{said}</span> };
    let mut cells = vec![what.into_any(), told.into_any(), said.into_any()];
    cells.extend(say);
    cells
}
