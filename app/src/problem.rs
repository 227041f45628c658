//! The page in place of one that cannot be shown: not found, refused by a rule, or failed.

use crate::error::AppError;
use crate::ui::Page;
use crate::{address, answer};
use domain::refusal::Refusal;
use leptos::prelude::*;

/// Says what is wrong and what to do next, with the status that means the same.
#[component]
pub fn Problem(error: AppError) -> impl IntoView {
    answer::status(error.status());
    match error {
        AppError::Refused(Refusal::NotFound(_)) => view! { <PageNotFound /> }.into_any(),
        AppError::Refused(Refusal::SignInFirst) => view! { <SignInFirst /> }.into_any(),
        AppError::Refused(refusal) => view! { <Refused refusal /> }.into_any(),
        AppError::Fault { reference } => view! { <Failed reference /> }.into_any(),
    }
}

/// The same for what does not exist and for what the viewer may not know of.
#[component]
pub fn PageNotFound() -> impl IntoView {
    answer::status(404);
    view! {
        <Page title="Page not found">
            <p>"If you typed the web address, check it is correct."</p>
            <p>"If you pasted the web address, check you copied all of it."</p>
            <p>
                "If you followed a link, what it leads to may have been moved, or you may not have access to it. "
                "Ask whoever manages access to Esteem where you work."
            </p>
            <p>
                <a href="/">"Go to the Esteem home page"</a>
            </p>
        </Page>
    }
}

/// Sends the browser to sign in, and from there back to this page.
#[component]
fn SignInFirst() -> impl IntoView {
    let sign_in = address::sign_in_then(&address::here());
    answer::go_to(&sign_in);
    view! {
        <Page title="Sign in to see this page">
            <p>
                <a href=sign_in>"Sign in to Esteem"</a>
            </p>
        </Page>
    }
}

#[component]
fn Refused(refusal: Refusal) -> impl IntoView {
    view! {
        <Page title="This could not be done">
            <p>{refusal.to_string()}</p>
            <p>
                <a href="/">"Go to the Esteem home page"</a>
            </p>
        </Page>
    }
}

#[component]
fn Failed(reference: String) -> impl IntoView {
    view! {
        <Page title="Sorry, there is a problem with Esteem">
            <p>"Try again later. Nothing was saved."</p>
            <p>
                "If it happens again, tell whoever supports Esteem where you work. Quote this reference: "
                <strong>{reference}</strong> "."
            </p>
        </Page>
    }
}
