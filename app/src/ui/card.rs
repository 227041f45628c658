//! A card: one thing with a sentence about it, and where it leads.

use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn Card(
    #[prop(into)] heading: String,
    /// Where the heading leads, if anywhere.
    #[prop(optional, into)]
    href: Option<String>,
    children: Children,
) -> impl IntoView {
    let heading = match href {
        Some(href) => Either::Left(view! { <a href=href>{heading}</a> }),
        None => Either::Right(heading),
    };
    view! {
        <div class="nhsuk-card">
            <div class="nhsuk-card__content">
                <h2 class="nhsuk-card__heading nhsuk-heading-m">{heading}</h2>
                {children()}
            </div>
        </div>
    }
}
