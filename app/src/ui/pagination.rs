//! The way to the page before and the page after of a long list.

use crate::address::list_page;
use domain::paging::Paged;
use leptos::prelude::*;

/// What this page shows of a list, and the way to its others.
pub fn shown_of<T>(list: &Paged<T>, what: &str) -> AnyView {
    let (previous, next) = (list.previous().map(list_page), list.next().map(list_page));
    view! { <Pagination previous next showing=list.showing(what) /> }.into_any()
}

/// The same; nothing where the page shows all of it.
pub fn pages_of<T>(list: &Paged<T>, what: &str) -> Option<AnyView> {
    list.is_part().then(|| shown_of(list, what))
}

#[component]
fn Pagination(
    /// The addresses, where there is such a page.
    previous: Option<String>,
    next: Option<String>,
    /// What is on this page: `Showing 51 to 100 of 320 people`.
    #[prop(into)]
    showing: String,
) -> impl IntoView {
    view! {
        <p>{showing}</p>
        <nav class="nhsuk-pagination" aria-label="Pagination">
            <ul class="nhsuk-list nhsuk-pagination__list">
                {previous.map(|href| view! {
                    <li class="nhsuk-pagination-item--previous">
                        <PageLink href rel="prev" title="Previous" />
                    </li>
                })}
                {next.map(|href| view! {
                    <li class="nhsuk-pagination-item--next">
                        <PageLink href rel="next" title="Next" />
                    </li>
                })}
            </ul>
        </nav>
    }
}

#[component]
fn PageLink(href: String, rel: &'static str, title: &'static str) -> impl IntoView {
    let arrow = if rel == "prev" {
        ("left", "M11 5 4 12l7 7v-5h9v-4h-9z")
    } else {
        ("right", "m13 5 7 7-7 7v-5H4v-4h9z")
    };
    view! {
        <a class=format!("nhsuk-pagination__link nhsuk-pagination__link--{rel}") href=href rel=rel>
            <span class="nhsuk-pagination__title">
                {title}<span class="nhsuk-u-visually-hidden">" page"</span>
            </span>
            <svg
                class=format!("nhsuk-icon nhsuk-icon--arrow-{}", arrow.0)
                viewBox="0 0 24 24"
                width="16"
                height="16"
                focusable="false"
                aria-hidden="true"
            >
                <path d=arrow.1 />
            </svg>
        </a>
    }
}
