//! The free texts in somebody's record, without their words.

use super::api::texts_of;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, EmptyState, Page, StackedTable, shown_of};
use domain::dates::spoken;
use domain::redactions::views::{PersonTexts, TextLine};
use leptos::prelude::*;

#[component]
pub fn PersonTextsPage() -> impl IntoView {
    let id = address::id_part("id");
    let page = address::query("page").parse().unwrap_or(1);
    load(async move { texts_of(id?, page).await }, |found| view! { <Texts found /> })
}

#[component]
fn Texts(found: PersonTexts) -> impl IntoView {
    let trail = vec![Crumb::new("/redactions", "Redactions")];
    let texts = found.texts;
    let nothing = texts.total == 0;
    let pages = shown_of(&texts, "texts");
    let rows: Vec<_> = texts.entries.into_iter().map(cells).collect();
    let head = TEXT_COLUMNS.to_vec();
    view! {
        <Page title=format!("Texts in the record of {}", found.person_name) trail wide=true>
            {if nothing {
                view! {
                    <EmptyState heading="There are no texts in this record">
                        <p>"What was redacted is no longer listed."</p>
                    </EmptyState>
                }.into_any()
            } else {
                view! {
                    <p>"Open the one you mean. Its words are shown to you then, and to nobody by this list."</p>
                    <StackedTable caption="Texts, the latest first" head rows />
                    {pages}
                }.into_any()
            }}
        </Page>
    }
}

/// What is told of a text without its words.
pub(super) const TEXT_COLUMNS: [&str; 4] = ["Text", "Written on", "By", "May hold"];

pub(super) fn cells(line: TextLine) -> Vec<AnyView> {
    let href = format!("/redactions/texts/{}/{}", line.kind, line.row);
    let beside = line.beside;
    let state = if line.proposed { " (redaction proposed)" } else { "" };
    vec![
        view! {
            <a href=href>
                {line.kind.label()}
                <span class="nhsuk-u-visually-hidden">{format!(" beside: {beside}, {}", spoken(line.made_on))}</span>
            </a>
            {state}
            <br />
            <span class="nhsuk-body-s">{beside}</span>
        }
        .into_any(),
        spoken(line.made_on).into_any(),
        line.by.unwrap_or_else(|| "Not on record".to_owned()).into_any(),
        line.may_hold.unwrap_or_else(|| "Nothing was found".to_owned()).into_any(),
    ]
}
