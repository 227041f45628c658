//! The page *My evidence*: everything of mine, the latest first.

use super::api::my_evidence;
use super::piece::Piece;
use crate::address;
use crate::load::load;
use crate::ui::{Choice, Crumb, EmptyState, Field, FilterPanel, Page, Select, pages_of};
use domain::codes::Evidence;
use domain::evidence::views::{EvidenceLine, OwnEvidence};
use leptos::prelude::*;

#[component]
pub fn MyEvidencePage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    let own = my_evidence(address::query("kind"), address::query("about"), page);
    load(own, |own| view! { <Mine own /> })
}

#[component]
fn Mine(own: OwnEvidence) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let OwnEvidence { lines, about, any } = own;
    let pages = pages_of(&lines, "pieces of evidence");
    let none_fits = any && lines.entries.is_empty();
    let items = lines.entries.into_iter().map(|line| view! { <Item line /> }).collect_view();
    view! {
        <Page title="My evidence" trail>
            <p>
                "What you did and can show: one piece can support several competencies, and several requests. Only you "
                "see it and, while a request you attach it to is open, assessors who may decide it or sign second."
            </p>
            <p>
                <a class="nhsuk-button" href="/my/evidence/add" role="button">
                    "Add evidence"
                </a>
            </p>
            <p>
                <a href="/my/record/bring">"Bring a record from an earlier employer"</a>
            </p>
            {if any { view! { <Filters about /> }.into_any() } else { view! { <Nothing /> }.into_any() }}
            {none_fits.then(|| view! {
                <EmptyState heading="None of your evidence fits">
                    <p>
                        <a href="/my/evidence">"Show all of it"</a>
                    </p>
                </EmptyState>
            })}
            <ol class="nhsuk-list nhsuk-list--border">{items}</ol>
            {pages}
        </Page>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState heading="No evidence yet">
            <p>
                "Add what you learnt or did: a session, a simulation, a reflective account, feedback from colleagues. "
                "You can then ask for confirmation with it, and it counts in your revalidation."
            </p>
        </EmptyState>
    }
}

#[component]
fn Filters(about: Vec<domain::judgements::views::Choice>) -> impl IntoView {
    let kinds: Vec<_> =
        Evidence::ALL.iter().map(|kind| Choice::new(kind.code(), kind.label())).collect();
    let about: Vec<_> =
        about.into_iter().map(|known| Choice::new(known.value, known.label)).collect();
    view! {
        <FilterPanel action="Show evidence">
            <Select field=Field::new("kind", "Kind") choices=kinds none="All kinds" />
            <Select field=Field::new("about", "About") choices=about none="All competencies" />
        </FilterPanel>
    }
}

#[component]
fn Item(line: EvidenceLine) -> impl IntoView {
    let change = line.may_change().then(|| {
        let about = super::in_a_line(&line);
        view! {
            <a href=format!("/my/evidence/{}/change", line.id)>
                "Change or remove"<span class="nhsuk-u-visually-hidden">": "{about}</span>
            </a>
        }
    });
    let attached = line.attached.then_some(
        "Attached to a request, so it stays as it is. If it could identify a patient, tell information governance: they can \
         redact it.",
    );
    view! {
        <li>
            <Piece line />
            <p class="nhsuk-body-s">{attached} {change}</p>
        </li>
    }
}
