//! One page: its title, the way back, what the last form had to say, and one heading.

use super::breadcrumbs::{Breadcrumbs, Crumb};
use super::error_summary::ErrorSummary;
use super::escaped::escaped;
use super::notification_banner::NotificationBanner;
use crate::address;
use crate::forms::Submitted;
use domain::fields::FieldErrors;
use leptos::prelude::*;
use leptos_meta::Title;

#[component]
pub fn Page(
    /// The heading, and with the service's name the title of the window.
    #[prop(into)]
    title: String,
    /// The pages above this one, from the widest.
    #[prop(optional)]
    trail: Vec<Crumb>,
    /// For tables: the whole width, instead of two thirds, which read best.
    #[prop(optional)]
    wide: bool,
    /// What is wrong with the answers in the address.
    #[prop(optional)]
    errors: FieldErrors,
    children: Children,
) -> impl IntoView {
    let errors = if errors.0.is_empty() { address::wrong() } else { errors };
    let wrong = use_context::<Submitted>().is_some() || !errors.0.is_empty();
    let error = if wrong { "Error: " } else { "" };
    let column = if wide { "nhsuk-grid-column-full" } else { "nhsuk-grid-column-two-thirds" };
    view! {
        <Title text=escaped(&format!("{error}{title} – Esteem")) />
        <div class="nhsuk-width-container">
            {(!trail.is_empty()).then(|| view! { <Breadcrumbs trail /> })}
            <main class="nhsuk-main-wrapper" id="maincontent" tabindex="-1">
                <div class="nhsuk-grid-row">
                    <div class=column>
                        <ErrorSummary errors />
                        <NotificationBanner />
                        <h1>{title}</h1>
                        {children()}
                    </div>
                </div>
            </main>
        </div>
    }
}
