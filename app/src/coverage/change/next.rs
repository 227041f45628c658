//! What the reader can do about confirmations that expired: the lists of who is due.

use crate::address::segment;
use crate::coverage::RANKED;
use domain::coverage::address::CoverageAddress;
use domain::coverage::explain::views::WhoIsDue;
use domain::coverage::ranking::Ranking;
use leptos::prelude::*;

#[component]
pub(super) fn WhatNext(address: CoverageAddress, due: WhoIsDue) -> impl IntoView {
    let WhoIsDue { teams, confirms } = due;
    let nobody = teams.is_empty();
    let teams = teams.into_iter().map(|team| {
        let to = format!("/teams/{}/due", segment(&team.code));
        view! {
            <li>
                <a href=to>{format!("{}: see who is due", team.title)}</a>
            </li>
        }
    });
    let teams = teams.collect_view();
    let running_out = address.to_ranked().of_list(Some(Ranking::Expiring));
    let running_out = format!("{RANKED}?{}", running_out.query());
    view! {
        <h2>"What to do next"</h2>
        <p>"What expired can be confirmed again. Ask the people whose confirmations expired to be assessed again."</p>
        {if nobody {
            view! {
                <p>
                    "You see nobody here by name: ask those who manage the teams. "
                    <a href=running_out>"See where most is running out"</a>
                </p>
            }
            .into_any()
        } else {
            view! { <ul>{teams}</ul> }.into_any()
        }}
        {confirms.then(|| view! {
            <p>
                <a href="/confirm/due">"Confirm again what falls due to people whom you assess"</a>
            </p>
        })}
    }
}
