//! What a correction corrects: why, and every published cell that is another than before.

use super::at;
use crate::ui::{InsetText, StackedTable, pages_of};
use domain::returns::views::{ChangedLine, Corrected};
use leptos::prelude::*;

#[component]
pub(super) fn Changes(corrected: Corrected) -> impl IntoView {
    let Corrected { of, reason, changes } = corrected;
    let (before, href) = (of.to_string(), at(&of));
    let none = changes.total == 0;
    let pages = pages_of(&changes, "changed cells");
    let rows = changes.entries.into_iter().map(cells).collect();
    let head = vec!["Where", "What", "Before and now"];
    view! {
        <h2>"What it corrects"</h2>
        <InsetText>
            <p>"This is a correction of " <a href=href>{before}</a> "."</p>
            <p class="kept-lines">{reason}</p>
        </InsetText>
        {if none {
            view! { <p>"No cell of coverage is another than before."</p> }.into_any()
        } else {
            view! { <StackedTable caption="Changed cells" head rows /> }.into_any()
        }}
        {pages}
    }
}

fn cells(line: ChangedLine) -> Vec<AnyView> {
    let ChangedLine { place, what, words } = line;
    vec![place.into_any(), what.into_any(), words.into_any()]
}
