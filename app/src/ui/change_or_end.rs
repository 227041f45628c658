//! From a row that holds from a day to a day to the page on which it is changed or ended.

use leptos::prelude::*;

#[component]
pub fn ChangeOrEnd(
    href: String,
    /// Which row it is, for those who hear the links alone.
    about: String,
) -> impl IntoView {
    view! {
        <a href=href>
            "Change or end"<span class="nhsuk-u-visually-hidden">": " {about}</span>
        </a>
    }
}
