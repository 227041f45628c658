//! What a correction corrects: why, and every published figure that is another than before.

use super::at;
use crate::ui::{InsetText, StackedTable, pages_of};
use domain::returns::views::{ChangedLine, Corrected};
use leptos::prelude::*;

#[component]
pub(super) fn Changes(corrected: Corrected) -> impl IntoView {
    let Corrected { of, reason, changes, others } = corrected;
    let (before, href) = (of.to_string(), at(&of));
    let none = changes.total == 0;
    let pages = pages_of(&changes, "changed figures");
    let rows = changes.entries.into_iter().map(cells).collect();
    let head = vec!["Where", "What", "Before and now"];
    view! {
        <h2>"What it corrects"</h2>
        <InsetText>
            <p>"This is a correction of " <a href=href>{before}</a> "."</p>
            <p class="kept-lines">{reason}</p>
        </InsetText>
        {if none {
            view! { <p>"No coverage figure has changed."</p> }.into_any()
        } else {
            view! { <StackedTable caption="Changed figures of coverage" head rows /> }.into_any()
        }}
        {pages}
        {others.map(|told| view! { <p>{told}</p> })}
    }
}

pub(super) fn cells(line: ChangedLine) -> Vec<AnyView> {
    let ChangedLine { place, under, item, what, from, to } = line;
    let beneath = |name: String, under: String| {
        view! {
            {name}
            <br />
            <span class="nhsuk-body-s">{under}</span>
        }
        .into_any()
    };
    vec![beneath(place, under), beneath(item, what), format!("{from} → {to}").into_any()]
}
