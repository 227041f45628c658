//! The organisations within my reach, with what each shares today.

use super::api::sharing;
use super::{colour, short};
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Choice, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Select, Table, Tag,
    TextInput, TextKind, shown_of,
};
use domain::codes::Sharing;
use domain::dates::spoken;
use domain::paging::Paged;
use domain::sharing::views::SharingLine;
use leptos::prelude::*;

#[component]
pub fn SharingPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    let found = sharing(address::query("search"), address::query("level"), page);
    load(found, |found| {
        view! {
            <Page title="Sharing" wide=true>
                <p>
                    "Each organisation decides what people from outside it may see of its teams. Information "
                    "governance sets the level. People inside the organisation are not affected."
                </p>
                <p>
                    "Figures that are published in a return name every organisation and count its people, whatever it shares. "
                    "They are rounded, and small numbers are left out."
                </p>
                <Filters />
                <Found found />
            </Page>
        }
    })
}

#[component]
fn Filters() -> impl IntoView {
    let levels = Sharing::ALL.iter().map(|level| Choice::new(level, short(*level))).collect();
    view! {
        <FilterPanel action="Show organisations">
            <TextInput field=Field::new("search", "Name or code") kind=TextKind::Search width=20 />
            <Select field=Field::new("level", "Shares today") choices=levels none="Any level" />
        </FilterPanel>
    }
}

#[component]
fn Found(found: Paged<SharingLine>) -> impl IntoView {
    if found.total == 0 {
        return view! {
            <EmptyState heading="No organisations found">
                <p>"Change what you search for."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&found, "organisations");
    let rows = found.entries.into_iter().map(|line| view! { <OrganisationRow line /> });
    let rows = rows.collect_view();
    view! {
        <Table
            caption="What organisations share with grants from outside"
            head=["Organisation", "Shares today", "Next change"]
        >
            {rows}
        </Table>
        {pages}
    }
    .into_any()
}

#[component]
fn OrganisationRow(line: SharingLine) -> impl IntoView {
    let href = format!("/sharing/{}", address::segment(&line.code));
    let next = line.next.map(|(from, level)| format!("{} from {}", short(level), spoken(from)));
    view! {
        <Row>
            <RowTitle>
                <a href=href>{line.name}</a>
                {format!(" ({})", line.code)}
            </RowTitle>
            <Cell>
                <Tag text=short(line.today) colour=colour(line.today) />
            </Cell>
            <Cell>{next.unwrap_or_else(|| "None".to_owned())}</Cell>
        </Row>
    }
}
