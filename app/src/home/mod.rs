//! The first page: what Esteem is for; signed in, what waits and where to go.

mod api; // server functions
mod own; // what waits in my own record
mod waiting; // what waits for me, a card each

use crate::ui::Page;
use crate::viewer::Viewer;
use leptos::either::Either;
use leptos::prelude::*;
use waiting::WhatWaits;

#[component]
pub fn Home() -> impl IntoView {
    match use_context::<Viewer>() {
        Some(viewer) => Either::Left(view! { <WhatWaits viewer /> }),
        None => Either::Right(view! { <Welcome /> }),
    }
}

#[component]
fn Welcome() -> impl IntoView {
    view! {
        <Page title="Mental health skills in your team">
            <p>
                "Use Esteem to see which mental health skills your work asks for, where you stand, and what to do next."
            </p>
            <p>"You can:"</p>
            <ul>
                <li>"assess your own skills and ask someone who holds a skill to confirm yours"</li>
                <li>"confirm the skills of people you have seen at work"</li>
                <li>"see which teams have the skills they need, and which need support"</li>
            </ul>
            <p>
                <a class="nhsuk-button" href="/sign-in" role="button">
                    "Sign in"
                </a>
            </p>
            <p>"Esteem holds no patient data."</p>
        </Page>
    }
}
