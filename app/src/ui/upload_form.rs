//! A form that sends a file: it goes to an address of its own, because a file is too large to be kept as typed.

use crate::forms::FormScope;
use leptos::context::Provider;
use leptos::prelude::*;

#[component]
pub fn UploadForm(
    /// By which the page knows it again when it was refused.
    #[prop(into)]
    name: String,
    /// Where the file goes.
    action: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" action=action enctype="multipart/form-data" novalidate>
            <Provider value=FormScope::posted(name, None)>{children()}</Provider>
        </form>
    }
}
