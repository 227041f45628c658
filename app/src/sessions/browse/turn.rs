//! From a month or a week to the one before, the one after, and that of today.

use crate::address;
use chrono::NaiveDate;
use domain::sessions::browse::{Span, View};
use leptos::prelude::*;

#[component]
pub(super) fn Turn(span: Span, today: NaiveDate) -> impl IntoView {
    let (view, now) = match span {
        Span::Month(_) => (View::Month, Span::month_of(today)),
        Span::Week(_) => (View::Week, Span::week_of(today)),
    };
    let to = |span: Span| address::with(&[(view.code(), span.code().as_str())]);
    let unit = view.label().to_lowercase();
    view! {
        <nav aria-label=format!("Which {unit}")>
            <ul class="nhsuk-list row-of-links">
                <li>
                    <a href=to(span.previous()) rel="prev">
                        {format!("Previous: {}", span.previous().words())}
                    </a>
                </li>
                {(span != now).then(|| view! {
                    <li>
                        <a href=to(now)>{format!("This {unit}")}</a>
                    </li>
                })}
                <li>
                    <a href=to(span.next()) rel="next">
                        {format!("Next: {}", span.next().words())}
                    </a>
                </li>
            </ul>
        </nav>
    }
}
