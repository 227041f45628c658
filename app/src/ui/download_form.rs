//! A form whose answer is a file: it names itself as others name their server function, and the page's own address takes it.

use crate::forms::FormScope;
use leptos::context::Provider;
use leptos::prelude::*;

#[component]
pub fn DownloadForm(
    /// By which the page knows it again when it was refused.
    name: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" novalidate>
            <input type="hidden" name="form" value=name />
            <Provider value=FormScope::posted(name.to_owned(), None)>{children()}</Provider>
        </form>
    }
}
