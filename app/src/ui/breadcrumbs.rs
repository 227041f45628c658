//! The way back: the pages above this one; on a phone, the one right above it.

use leptos::prelude::*;

/// A page above this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    pub href: String,
    pub text: String,
}

impl Crumb {
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into() }
    }
}

#[component]
pub fn Breadcrumbs(trail: Vec<Crumb>) -> impl IntoView {
    let above = trail.last().cloned().map(|crumb| {
        view! {
            <a class="nhsuk-back-link" href=crumb.href>
                <span class="nhsuk-u-visually-hidden">"Back to "</span>
                {crumb.text}
            </a>
        }
    });
    let crumbs = trail.into_iter().map(|crumb| {
        view! {
            <li class="nhsuk-breadcrumb__list-item">
                <a class="nhsuk-breadcrumb__link" href=crumb.href>
                    {crumb.text}
                </a>
            </li>
        }
    });
    view! {
        <nav class="nhsuk-breadcrumb" aria-label="Breadcrumb">
            <ol class="nhsuk-breadcrumb__list">{crumbs.collect_view()}</ol>
            {above}
        </nav>
    }
}
