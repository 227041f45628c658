//! Loads the page once more after a while. Without scripts it stays as it is, so a link beside it has to do the same.

use leptos::prelude::*;
use std::time::Duration;

#[island]
pub fn Reload(
    /// After how many seconds.
    seconds: u32,
) -> impl IntoView {
    Effect::new(move |_| {
        let again = || {
            // Fails only where the browser forbids it; then the page stays as it is.
            let _ = location().reload();
        };
        set_timeout(again, Duration::from_secs(u64::from(seconds)));
    });
    view! { <span hidden=true></span> }
}
