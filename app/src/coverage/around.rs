//! What stands around figures of a unit: what it lies in, where else the reader may begin, and who is left out.

use crate::ui::{Crumb, EmptyState, InsetText, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::Heading;
use leptos::prelude::*;

#[component]
pub(super) fn NoPlaces(title: &'static str) -> impl IntoView {
    view! {
        <Page title>
            <EmptyState heading="There are no teams yet">
                <p>
                    "Coverage is counted from teams, their staff and what their roles ask. An administrator imports "
                    "them: areas first, then organisations, teams, roles, requirements and staff."
                </p>
            </EmptyState>
        </Page>
    }
}

/// What the unit lies in, with the same filters on the page at this path; then, from a domain, back to all of them.
pub(super) fn trail(
    page: &str,
    address: &CoverageAddress,
    above: &[Heading],
    (unit, domain): (&Heading, Option<&Heading>),
) -> Vec<Crumb> {
    let to = |address: CoverageAddress| format!("{page}?{}", address.query());
    let up = above.iter();
    let up = up.map(|unit| Crumb::new(to(address.of_unit(&unit.code)), &unit.title));
    let all = domain
        .iter()
        .map(|_| Crumb::new(to(address.of_domain(None)), format!("All domains of {}", unit.title)));
    up.chain(all).collect()
}

/// Somebody with several grants begins in one of them and finds the others here.
#[component]
pub(super) fn OtherTops(
    page: &'static str,
    address: CoverageAddress,
    tops: Vec<Heading>,
    unit: Heading,
    above: Vec<Heading>,
) -> impl IntoView {
    let here = |top: &Heading| top.code == unit.code || above.contains(top);
    let others = tops.into_iter().filter(|top| !here(top));
    let links: Vec<_> = others
        .map(|top| {
            let to = address.of_unit(&top.code);
            view! {
                <li>
                    <a href=format!("{page}?{}", to.query())>{top.title}</a>
                </li>
            }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <nav aria-label="Where else you see figures">
                <p>"You also see figures of:"</p>
                <ul>{links}</ul>
            </nav>
        }
    })
}

#[component]
pub(super) fn LeftOut(names: Vec<String>) -> impl IntoView {
    (!names.is_empty()).then(|| view! {
        <InsetText>
            <p>
                {format!(
                    "These figures leave out {}, which share no figures with you: {}.",
                    if names.len() == 1 { "1 organisation".to_owned() } else { format!("{} organisations", names.len()) },
                    names.join(", "),
                )}
            </p>
        </InsetText>
    })
}
