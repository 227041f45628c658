//! The sheet to sign, on paper: everybody with a seat, and lines for those who walk in.

use crate::load::load;
use crate::sessions::api_register::session_register;
use crate::sessions::{id_in_path, trail};
use crate::ui::{Cell, EmptyState, Page, Row, RowTitle, Table};
use domain::sessions::register::views::{RegisterLine, RegisterPage};
use leptos::prelude::*;

/// Empty lines at the end.
const FOR_WALK_INS: usize = 8;

#[component]
pub fn SessionSheetPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { session_register(id?).await }, |page| view! { <Sheet page /> })
}

#[component]
fn Sheet(page: RegisterPage) -> impl IntoView {
    let RegisterPage { id, title, slot, place, leads, why_not, lines, .. } = page;
    let trail = trail(id, &title);
    // Before the register opens, the sheet is for whoever is shown who has a seat.
    let shut = why_not.filter(|_| lines.is_empty());
    let rows = lines.into_iter().map(|line| view! { <Known line /> }).collect_view();
    let empty = (0..FOR_WALK_INS).map(|_| view! { <Empty /> }).collect_view();
    view! {
        <Page title=format!("Sign in: {title}") trail wide=true>
            <p>{slot.words()} ", " {place}</p>
            <p>"Led by " {leads.join(", ")}</p>
            {match shut {
                Some(why) => view! {
                    <EmptyState heading="There is no sheet yet">
                        <p>{why}</p>
                    </EmptyState>
                }.into_any(),
                None => view! {
                    <div class="to-sign">
                        <Table caption="Please sign beside your name" head=["Name", "From", "Profession", "Signature"]>
                            {rows}
                            {empty}
                        </Table>
                    </div>
                }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Known(line: RegisterLine) -> impl IntoView {
    let RegisterLine { name, from, profession, .. } = line;
    view! {
        <Row>
            <RowTitle>{name}</RowTitle>
            <Cell>{from}</Cell>
            <Cell>{profession}</Cell>
            <Cell>""</Cell>
        </Row>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <Row>
            <Cell>""</Cell>
            <Cell>""</Cell>
            <Cell>""</Cell>
            <Cell>""</Cell>
        </Row>
    }
}
