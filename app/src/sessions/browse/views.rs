//! From one view of sessions to another; the current one is marked. What is looked for stays.

use crate::address;
use domain::sessions::browse::View;
use leptos::prelude::*;

#[component]
pub(super) fn Views(view: View, past: bool, has_own: bool) -> impl IntoView {
    let to = |view: &str, past: &str| {
        address::with(&[("view", view), ("past", past), ("month", ""), ("week", ""), ("page", "")])
    };
    let links = [
        (to("", ""), "Coming", view == View::List && !past),
        (to("month", ""), "Month", view == View::Month),
        (to("week", ""), "Week", view == View::Week),
        (to("", "yes"), "Past and cancelled", view == View::List && past),
    ];
    let links = links.map(|(href, words, here)| {
        view! {
            <li>
                <a href=href aria-current=here.then_some("page")>
                    {words}
                </a>
            </li>
        }
    });
    view! {
        <nav aria-label="Lists of sessions">
            <ul class="nhsuk-list row-of-links">
                {links.collect_view()}
                {has_own.then(|| view! {
                    <li>
                        <a href="/my/sessions">"My sessions"</a>
                    </li>
                })}
            </ul>
        </nav>
    }
}
