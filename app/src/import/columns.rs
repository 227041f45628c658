//! Which columns a file of each kind needs, for whoever makes one, and an empty one to begin with.

use crate::ui::{Details, SummaryList, SummaryRow};
use domain::imports::views::Shape;
use leptos::prelude::*;

/// Where they stand on the page.
pub const PLACE: &str = "columns";

#[component]
pub fn Columns(shapes: Vec<Shape>) -> impl IntoView {
    let shapes = shapes.into_iter().map(|shape| view! { <OfKind shape /> }).collect_view();
    view! {
        <h2 id=PLACE>"Which columns a file needs"</h2>
        <p>
            "The first line of a CSV file names its columns, in any order. Columns that mean nothing here are passed "
            "over. A framework may also come as CASE 1.0 JSON, and the national files come as they are published."
        </p>
        {shapes}
    }
}

#[component]
fn OfKind(shape: Shape) -> impl IntoView {
    let label = shape.kind.label();
    let address = format!("/import/template/{}.csv", shape.kind.code());
    let other = match shape.optional.is_empty() {
        true => "None".to_owned(),
        false => shape.optional.join(", "),
    };
    let mut rows = vec![
        SummaryRow::new("Required columns", shape.required.join(", ")),
        SummaryRow::new("Other columns", other),
        SummaryRow::new("A row is known by", shape.key),
    ];
    rows.extend(shape.written.into_iter().map(|(columns, how)| SummaryRow::new(columns, how)));
    view! {
        <Details summary=label>
            <SummaryList rows />
            <p>
                <a href=address>{format!("Download an empty file: {label}")}</a>
            </p>
        </Details>
    }
}
