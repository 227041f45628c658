//! A box that narrows the tables inside it to the rows with some words. Without scripts there is no box, and every row.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlCollection};

/// The filter looks at the words of each row, so that it needs nothing but the page.
#[island]
pub fn RowFilter(
    /// The question above the box.
    #[prop(into)]
    label: String,
    children: Children,
) -> impl IntoView {
    let tables = NodeRef::<Div>::new();
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    let narrow = move |words: String| {
        if let Some(tables) = tables.get() {
            show_rows(&tables.get_elements_by_tag_name("tr"), &words.to_lowercase());
        }
    };
    view! {
        <div class="nhsuk-form-group" hidden=move || !awake.get()>
            <label class="nhsuk-label" for="row-filter">
                {label}
            </label>
            <input
                class="nhsuk-input nhsuk-input--width-20"
                id="row-filter"
                type="search"
                on:input=move |event| narrow(event_target_value(&event))
            />
        </div>
        <div node_ref=tables>{children()}</div>
    }
}

/// Rows of a table's head always stay.
fn show_rows(rows: &HtmlCollection, words: &str) {
    let in_head =
        |row: &Element| row.parent_element().is_some_and(|parent| parent.tag_name() == "THEAD");
    for row in (0..rows.length()).filter_map(|at| rows.item(at)).filter(|row| !in_head(row)) {
        let text = row.text_content().unwrap_or_default().to_lowercase();
        let _ = row.toggle_attribute_with_force("hidden", !text.contains(words));
    }
}
