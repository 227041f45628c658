//! A box that narrows the tables in the sections inside it to the rows with some words. Without scripts there is no box, and every row.

use js_sys::JsString;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlCollection};

/// What holds a table with all that belongs to it.
const PART: &str = "section";

/// It looks at the words of each row, so that it needs nothing but the page.
#[island]
pub fn RowFilter(
    /// The question above the box.
    #[prop(into)]
    label: String,
    children: Children,
) -> impl IntoView {
    let tables = NodeRef::<Div>::new();
    let found_none = RwSignal::new(false);
    let narrow = move |words: String| {
        if let Some(tables) = tables.get() {
            let parts = tables.get_elements_by_tag_name(PART);
            found_none.set(narrow_parts(&parts, &String::from(lower_case(words))) == 0);
        }
    };
    view! {
        <div class="nhsuk-form-group only-awake">
            <label class="nhsuk-label" for="row-filter">
                {label}
            </label>
            <input
                class="nhsuk-input nhsuk-input--width-20"
                id="row-filter"
                type="search"
                on:input=move |event| narrow(event_target_value(&event))
            />
            <p role="status">{move || found_none.get().then_some("Nothing in this list has these words.")}</p>
        </div>
        <div node_ref=tables>{children()}</div>
    }
}

/// Hides the rows without the words, and each part that has none with them; says how many rows are left.
fn narrow_parts(parts: &HtmlCollection, words: &str) -> usize {
    let narrow = |part: Element| {
        let bodies = part.get_elements_by_tag_name("tbody");
        let rows =
            elements(&bodies).flat_map(|body| elements(&body.children()).collect::<Vec<_>>());
        let shown = rows.filter(|row| show_if_it_says(row, words)).count();
        hide(&part, shown == 0);
        shown
    };
    elements(parts).map(narrow).sum()
}

fn elements(collection: &HtmlCollection) -> impl Iterator<Item = Element> {
    (0..collection.length()).filter_map(|at| collection.item(at))
}

fn show_if_it_says(row: &Element, words: &str) -> bool {
    let says = lower_case(row.text_content().unwrap_or_default()).includes(words, 0);
    hide(row, !says);
    says
}

/// By the browser: Rust's tables of letters would be a tenth of the bundle.
fn lower_case(text: String) -> JsString {
    JsString::from(text).to_lower_case()
}

fn hide(element: &Element, hidden: bool) {
    // Fails only for names that are no attribute's.
    let _ = element.toggle_attribute_with_force("hidden", hidden);
}
