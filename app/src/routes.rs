//! The route table, grouped by whom it serves.

use crate::about::{AccessibilityStatement, Privacy};
use crate::home::Home;
use crate::problem::PageNotFound;
use crate::sign_in::SignInPage;
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=PageNotFound>
            // Everyone, signed in or not
            <Route path=path!("/") view=Home />
            <Route path=path!("/sign-in") view=SignInPage />
            <Route path=path!("/accessibility") view=AccessibilityStatement />
            <Route path=path!("/privacy") view=Privacy />
        </Routes>
    }
}
