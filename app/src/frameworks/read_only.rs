//! What stands in place of forms where nothing can be changed: why, and where a change begins.

use leptos::prelude::*;

/// `is_open` is whether the version is a draft, which others change.
#[component]
pub fn ReadOnly(is_open: bool) -> impl IntoView {
    if is_open {
        return view! { <p>"You can read this draft and comment on it. A framework editor changes it."</p> }
            .into_any();
    }
    view! {
        <p>
            "A published version never changes. To change what is asked, a framework editor starts a draft of the next "
            "version: see " <a href="/frameworks">"Framework versions"</a> "."
        </p>
    }
    .into_any()
}
