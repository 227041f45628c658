//! The head of every page: the service's name, who is signed in, and the parts open to them.

use super::form::Form;
use crate::address;
use crate::sign_in::SignOut;
use crate::viewer::{Section, Viewer};
use leptos::prelude::*;

#[component]
pub fn Header() -> impl IntoView {
    let viewer = use_context::<Viewer>();
    let sections = viewer.as_ref().map(|viewer| viewer.sections.clone()).unwrap_or_default();
    view! {
        <header class="nhsuk-header" role="banner">
            <div class="nhsuk-header__container nhsuk-width-container">
                <div class="nhsuk-header__service">
                    <a class="nhsuk-header__service-name service-name" href="/">
                        "Esteem"
                    </a>
                </div>
                <nav class="nhsuk-header__account" aria-label="Account">
                    <ul class="nhsuk-header__account-list">
                        <Account viewer />
                    </ul>
                </nav>
            </div>
            {(!sections.is_empty()).then(|| view! { <Navigation sections /> })}
        </header>
    }
}

#[component]
fn Account(viewer: Option<Viewer>) -> impl IntoView {
    match viewer {
        Some(viewer) => view! {
            <li class="nhsuk-header__account-item">
                <a class="nhsuk-header__account-link" href="/account">
                    {viewer.signed_in_as()}
                </a>
            </li>
            <li class="nhsuk-header__account-item">
                <Form<SignOut>>
                    <button class="nhsuk-header__account-button" type="submit">
                        "Sign out"
                    </button>
                </Form<SignOut>>
            </li>
        }
        .into_any(),
        None => view! {
            <li class="nhsuk-header__account-item">
                <a class="nhsuk-header__account-link" href="/sign-in">
                    "Sign in"
                </a>
            </li>
        }
        .into_any(),
    }
}

#[component]
fn Navigation(sections: Vec<Section>) -> impl IntoView {
    let path = address::path();
    let items = sections.into_iter().map(move |section| {
        let current = section.holds(&path);
        let item = "nhsuk-header__navigation-item";
        view! {
            <li class=if current { format!("{item} {item}--current") } else { item.to_owned() }>
                <a
                    class="nhsuk-header__navigation-link"
                    href=section.href()
                    aria-current=current.then_some("true")
                >
                    {section.label()}
                </a>
            </li>
        }
    });
    // On a phone the style sheet hides the list while the details before it are closed. It does not lie in them: with room it
    // is there anyway, and not every browser lets a style sheet open details.
    view! {
        <nav class="nhsuk-header__navigation" aria-label="Menu">
            <div class="nhsuk-header__navigation-container nhsuk-width-container">
                <details class="fold">
                    <summary class="nhsuk-header__navigation-link nhsuk-header__menu-toggle">"Menu"</summary>
                </details>
                <ul class="nhsuk-header__navigation-list">{items.collect_view()}</ul>
            </div>
        </nav>
    }
}
