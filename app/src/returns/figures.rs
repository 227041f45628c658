//! The figures that a return publishes, as a table: the words stand in every cell, the shade only repeats the first.

use super::api::figures_of_return;
use super::{at, titled, trail};
use crate::address;
use crate::coverage::PATH;
use crate::load::load;
use crate::ui::{
    Choice, EmptyState, Field, FilterPanel, HeatCell, HeatLegend, HeatTable, Page, Row, RowTitle,
    Select, pages_of,
};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::figures::counted;
use domain::returns::method::{ROUNDED, RULE_SAYS};
use domain::returns::views::{FigureRow, ReturnFigures, ReturnLine};
use domain::returns::{Marker, ReturnId, Step};
use leptos::either::Either;
use leptos::prelude::*;

/// What the rows may stand for besides areas: a kind of scope, or a part of the place.
const ROWS: [(&str, &str); 5] = [
    ("organisation", "Organisations"),
    ("team", "Teams"),
    ("setting", "Care settings"),
    ("care_level", "Care levels"),
    ("staff_group", "Staff groups"),
];

#[component]
pub fn ReturnFiguresPage() -> impl IntoView {
    let id = address::id_part::<ReturnId>("id");
    let (rows, item) = (address::query("rows"), address::query("item"));
    let page = address::query("page").parse().unwrap_or(1);
    load(async move { figures_of_return(id?, rows, item, page).await }, |found| {
        view! { <Figures found /> }
    })
}

#[component]
fn Figures(found: ReturnFigures) -> impl IntoView {
    let ReturnFigures { line, asked, items, measures, rows, needs, .. } = found;
    let title = format!("Figures: {}", titled(&line));
    let what = items.iter().find(|item| item.code == asked.item);
    let what = what.map_or_else(|| "everything asked".to_owned(), |item| item.title.clone());
    let caption = format!("Figures of {what}, as at {}", spoken(line.id.date));
    let leads = rows.entries.iter().any(|row| row.exact.is_some());
    let pages = pages_of(&rows, "rows");
    let table = match rows.total {
        0 => view! { <NoRows /> }.into_any(),
        _ => view! { <FigureRows caption measures rows=rows.entries /> }.into_any(),
    };
    view! {
        <Page title trail=trail(&line) wide=true>
            <Published line=line.clone() />
            <Filters items />
            <Markers />
            <div class="return-figures">{table}</div>
            {pages}
            {leads.then(|| view! { <p>"Names lead to the exact figures of that day, as far as you see them. They are not published."</p> })}
            <HeatLegend />
            <p>
                <a href=format!("{}/needs", at(&line.id))>
                    {format!("What the place needs: {}", counted(needs.len(), "need", "needs"))}
                </a>
            </p>
        </Page>
    }
}

/// Whether these figures are published, or would be.
#[component]
fn Published(line: ReturnLine) -> impl IntoView {
    let told = match (line.stands, line.is_corrected) {
        (Step::Submitted, false) => "These figures are published.",
        (Step::Submitted, true) => {
            "These figures were published. A later revision was begun since; look there for what stands now."
        }
        _ => "These figures are not published yet. They are shown as they would be.",
    };
    view! {
        <p class="nhsuk-lede-text">{told}</p>
        <p>
            "Requirements are told in percent; people are counted, domain by domain. " {RULE_SAYS} " " {ROUNDED}
            " A person in two teams counts in each, and once in any wider row: rows do not add up."
        </p>
    }
}

#[component]
fn Filters(items: Vec<Heading>) -> impl IntoView {
    let rows = ROWS.iter().map(|(value, label)| Choice::new(value, *label)).collect();
    let items = items.into_iter().map(|item| Choice::new(item.code, item.title)).collect();
    view! {
        <FilterPanel action="Show figures">
            <Select field=Field::new("rows", "Rows") choices=rows none="Areas" />
            <Select field=Field::new("item", "Domain") choices=items none="Everything asked" />
        </FilterPanel>
    }
}

#[component]
fn NoRows() -> impl IntoView {
    view! {
        <EmptyState heading="There are no such rows in this return">
            <p>"Choose other rows, or another domain."</p>
        </EmptyState>
    }
}

#[component]
fn FigureRows(caption: String, measures: Vec<String>, rows: Vec<FigureRow>) -> impl IntoView {
    let titles = measures.into_iter().map(|measure| {
        view! {
            <th class="nhsuk-table__header nhsuk-table__header--numeric" scope="col">
                {measure}
            </th>
        }
    });
    let titles = titles.collect_view();
    let head = view! {
        <th class="nhsuk-table__header" scope="col">"Row"</th>
        {titles}
    };
    let body = rows.into_iter().map(|row| view! { <OneRow row /> }).collect_view();
    view! {
        <HeatTable caption head=head.into_any()>
            {body}
        </HeatTable>
    }
}

#[component]
fn OneRow(row: FigureRow) -> impl IntoView {
    let FigureRow { name, under, told, percent, exact } = row;
    let name = match exact {
        Some(to) => Either::Left(view! { <a href=format!("{PATH}?{}", to.query())>{name}</a> }),
        None => Either::Right(name),
    };
    let cells = told.into_iter().enumerate().map(|(nth, words)| {
        let percent = percent.filter(|_| nth == 0);
        view! {
            <HeatCell percent>
                {match words.is_empty() {
                    true => Either::Left(view! { <NotOfRow /> }),
                    false => Either::Right(words),
                }}
            </HeatCell>
        }
    });
    let cells = cells.collect_view();
    view! {
        <Row>
            <RowTitle>
                {name}
                <br />
                <span class="nhsuk-body-s">{under}</span>
            </RowTitle>
            {cells}
        </Row>
    }
}

/// A measure that rows like this one do not have.
#[component]
fn NotOfRow() -> impl IntoView {
    view! {
        <span aria-hidden="true">"–"</span>
        <span class="nhsuk-u-visually-hidden">"Not told of this row"</span>
    }
}

/// What stands for a number that is not there, or beside one.
#[component]
fn Markers() -> impl IntoView {
    let of = |marker: Marker| format!("{} – {}", marker.code(), marker.label().to_lowercase());
    let (held, nobody) = (of(Marker::Confidential), of(Marker::NotApplicable));
    view! {
        <p class="nhsuk-body-s">
            {format!("In the table: {held}; {nobody}. {}.", Marker::Provisional.label())}
        </p>
    }
}
