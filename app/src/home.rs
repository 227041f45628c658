//! The first page: what Esteem is for, and where the viewer can go from here.

use crate::ui::Page;
use crate::viewer::Viewer;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn Home() -> impl IntoView {
    match use_context::<Viewer>() {
        Some(viewer) => Either::Left(view! { <StartHere viewer /> }),
        None => Either::Right(view! { <Welcome /> }),
    }
}

#[component]
fn Welcome() -> impl IntoView {
    view! {
        <Page title="Mental health skills in your team">
            <p>
                "Use Esteem to see which mental health skills your work asks for, where you stand, and which "
                "training sessions would help."
            </p>
            <p>"You can:"</p>
            <ul>
                <li>"assess your own skills and ask someone who holds a skill to confirm yours"</li>
                <li>"find training sessions led by mental health professionals"</li>
                <li>"see which teams have the skills they need, and which need support"</li>
            </ul>
            <p>
                <a class="nhsuk-button" href="/sign-in">
                    "Sign in"
                </a>
            </p>
        </Page>
    }
}

#[component]
fn StartHere(viewer: Viewer) -> impl IntoView {
    let links = viewer.sections.into_iter().map(|section| {
        view! {
            <li>
                <a href=section.href()>{section.label()}</a>
            </li>
        }
    });
    view! {
        <Page title=format!("Hello, {}", viewer.name)>
            <ul>{links.collect_view()}</ul>
        </Page>
    }
}
