//! The cover of each team of an area or organisation, domain by domain.

use super::PATH;
use super::tag::CoverTag;
use crate::address;
use crate::coverage::api::cover_of_teams;
use crate::coverage::around::{LeftOut, NoPlaces, OtherTops, trail};
use crate::coverage::columns::ColumnKey;
use crate::load::load;
use crate::ui::{
    Cell, Choice, Column, Details, EmptyState, Field, FilterPanel, InsetText, Page, Pagination,
    Row, RowTitle, Select, Table, TextInput, TextKind,
};
use domain::codes::{CareLevel, CareSetting};
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::Verdict;
use domain::coverage::cover::views::{CoverRow, CoverTable};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::figures::counted;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn CoverPage() -> impl IntoView {
    let read = CoverageAddress::parse(&address::queries());
    load(
        async move {
            let address = read.map_err(domain::refusal::Refusal::from)?;
            cover_of_teams(address.clone()).await.map(|table| (address, table))
        },
        |(address, table)| match table {
            Some(table) => Either::Left(view! { <Cover address table /> }),
            None => Either::Right(view! { <NoPlaces title="Cover" /> }),
        },
    )
}

#[component]
fn Cover(address: CoverageAddress, table: CoverTable) -> impl IntoView {
    let title = format!("Cover of {}", table.unit.title);
    let trail = trail(PATH, &address, &table.above, (&table.unit, None));
    let version =
        table.framework_version.map(|v| format!(", framework version {v}")).unwrap_or_default();
    let as_at = spoken(table.as_at);
    let figures = format!("/coverage?{}", address.of_unit(&table.unit.code).query());
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{format!("As at {as_at}{version}")}</p>
            <p>
                <a href=figures>{format!("Coverage as at {as_at}")}</a>
            </p>
            <OtherTops
                page=PATH
                address=address.clone()
                tops=table.tops.clone()
                unit=table.unit.clone()
                above=table.above.clone()
            />
            <p>
                "Whether each team has enough people who are confirmed in what it requires: of itself, or with the help of "
                "those who come to it. "
                <a href="/coverage/rules">"How many are enough, cover rules say"</a>
                "."
            </p>
            <Filters unit=table.unit.clone() as_at=table.as_at.to_string() />
            {table.is_future.then(|| view! {
                <InsetText>
                    <p>
                        "This day is in the future. What is confirmed today counts until it runs out, and nothing that may "
                        "still be confirmed."
                    </p>
                </InsetText>
            })}
            <LeftOut names=table.left_out.clone() />
            {match table.rows.total {
                0 => view! { <NoTeam /> }.into_any(),
                _ => view! { <Teams address table /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Filters(unit: Heading, as_at: String) -> impl IntoView {
    let settings = CareSetting::ALL.iter().map(|s| Choice::new(s, s.label())).collect();
    let levels = CareLevel::ALL.iter().map(|l| Choice::new(l, l.label())).collect();
    view! {
        <FilterPanel action="Show cover">
            <input type="hidden" name="in" value=unit.code />
            <TextInput field=Field::new("as_at", "As at").value(as_at) kind=TextKind::Day width=10 />
            <Select field=Field::new("setting", "Care setting") choices=settings none="All care settings" />
            <Select field=Field::new("care_level", "Care level") choices=levels none="All care levels" />
        </FilterPanel>
    }
}

#[component]
fn NoTeam() -> impl IntoView {
    view! {
        <EmptyState heading="No team here requires anything on this day">
            <p>
                "Choose another day, or take a filter away. If staff or requirements have not been imported yet, start with "
                "the import."
            </p>
        </EmptyState>
    }
}

#[component]
fn Teams(address: CoverageAddress, table: CoverTable) -> impl IntoView {
    let CoverTable { columns, rows, capable, one_person, .. } = table;
    let all = counted(rows.total, "team is", "teams are");
    let capable = format!("{capable} of {all} covered in everything they require.");
    let hang = counted(one_person, "team hangs", "teams hang");
    let hang = format!("{hang} on one person in something.");
    let mut head = vec![Column::from("Team")];
    head.extend(columns.iter().map(|column| Column::from(&*column.code)));
    let showing = rows.showing("teams");
    let to_page = |page| {
        let to = CoverageAddress { page: Some(page), ..address.clone() };
        format!("{PATH}?{}", to.query())
    };
    let (previous, next) = (rows.previous().map(to_page), rows.next().map(to_page));
    let is_part = rows.is_part();
    let lines = rows.entries.into_iter().map(|row| {
        view! { <TeamLine address=address.clone() columns=columns.clone() row /> }
    });
    let lines = lines.collect_view();
    view! {
        <p>{capable} " " {hang}</p>
        <Table caption="Teams by domain" head matrix=true>
            {lines}
        </Table>
        {is_part.then(|| view! { <Pagination previous next showing /> })}
        <ColumnKey columns />
        <HowToRead />
    }
}

#[component]
fn TeamLine(address: CoverageAddress, columns: Vec<Heading>, row: CoverRow) -> impl IntoView {
    let CoverRow { team, cells } = row;
    let own = address.of_unit(&team.code);
    let figures = format!("/coverage?{}", own.query());
    let cells = columns.into_iter().zip(cells).map(|(column, verdict)| {
        let to = CoverageAddress { item: Some(column.code), ..own.clone() };
        let to = format!("{PATH}/why?{}", to.query());
        view! { <VerdictCell verdict to /> }
    });
    let cells = cells.collect_view();
    view! {
        <Row>
            <RowTitle>
                <a href=figures>{team.title}</a>
            </RowTitle>
            {cells}
        </Row>
    }
}

#[component]
fn VerdictCell(verdict: Option<Verdict>, to: String) -> impl IntoView {
    match verdict {
        Some(verdict) => view! {
            <Cell>
                <a href=to>
                    <CoverTag verdict />
                </a>
            </Cell>
        }
        .into_any(),
        None => view! {
            <Cell>
                <span aria-hidden="true">"–"</span>
                <span class="nhsuk-u-visually-hidden">"Nothing required"</span>
            </Cell>
        }
        .into_any(),
    }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read this table">
            <p>
                "A team is covered in a domain when, for each competency that it requires there, enough people with a post "
                "in it hold it: confirmed, current, at the level that the rule asks, from as many professions as it asks. "
                "They need not be the same people, nor those of whom it is asked."
            </p>
            <p>
                "It is covered by arrangement when that holds once those are added who come to the team, as its mental "
                "health input records it. Only one person marks a team that is covered, and would not be if some one "
                "person left."
            </p>
        </Details>
    }
}
