//! The page *Year's load*: what the next 12 months ask, what each way of confirming saves, and who is missing.

use super::api::load_of_year;
use super::tables::{AssessorTable, MissingTables, TeamTable};
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Choice, Column, Crumb, Details, EmptyState, Field, FilterPanel, Page, Row, RowTitle,
    Select, Table, TextInput, TextKind,
};
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::figures::grouped;
use domain::judgements::load::views::{Part, YearLoad};
use leptos::prelude::*;

#[component]
pub fn LoadPage() -> impl IntoView {
    let of = address::query;
    let year = load_of_year(of("in"), of("most"), of("at_register"));
    load(year, |(year, places)| view! { <Year year places /> })
}

#[component]
fn Year(year: YearLoad, places: Vec<Heading>) -> impl IntoView {
    let title = "Year’s load of confirming";
    let period = format!("{} to {}", spoken(year.day), spoken(year.until));
    let nothing = year.all == Part::default();
    view! {
        <Page title trail=vec![Crumb::new("/", "Home")] wide=true>
            <p class="nhsuk-lede-text">{period}</p>
            <Choose year=year.clone() places />
            {if nothing {
                view! { <Nothing /> }.into_any()
            } else {
                view! { <Figures year=year.clone() /> }.into_any()
            }}
            <Method year />
        </Page>
    }
}

#[component]
fn Choose(year: YearLoad, places: Vec<Heading>) -> impl IntoView {
    let places = places.into_iter().map(|place| Choice::new(place.code, place.title)).collect();
    let most = Field::new("most", "Acts a year that nobody should exceed").value(year.most);
    let people = Field::new("at_register", "People in a session").value(year.at_register);
    view! {
        <FilterPanel action="Show load">
            <Select field=Field::new("in", "Area") choices=places none="Everything you see" />
            <TextInput field=most kind=TextKind::Number width=5 />
            <TextInput field=people kind=TextKind::Number width=5 />
        </FilterPanel>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState heading="Nothing is to be confirmed here in these 12 months">
            <p>
                "Nobody here holds a level that runs out, and nobody has assessed themselves at the level asked. Choose "
                "another area, or ask people to assess themselves first."
            </p>
        </EmptyState>
    }
}

#[component]
fn Figures(year: YearLoad) -> impl IntoView {
    let summary = summary(&year);
    let file = file_address();
    view! {
        <p>{summary}</p>
        <Ways year=year.clone() />
        <MissingTables missing=year.missing most=year.most />
        <AssessorTable assessors=year.assessors />
        <TeamTable teams=year.teams />
        <p>
            <a href=file>"Download these figures as CSV"</a>
        </p>
    }
}

fn summary(year: &YearLoad) -> String {
    let Part { confirmations, acts } = year.all;
    let start = format!("{} confirmations take {} acts.", grouped(confirmations), grouped(acts));
    match year.left.acts {
        0 => format!(
            "{start} The assessors there are can do them, with at most {} acts each.",
            grouped(year.most)
        ),
        left => {
            let missing: u32 = year.missing.iter().map(|missing| missing.assessors).sum();
            let more = if missing == 1 {
                "1 more assessor is".to_owned()
            } else {
                format!("{} more assessors are", grouped(missing))
            };
            let (left, most) = (grouped(left), grouped(year.most));
            format!(
                "{start} {left} of them nobody can do within {most} acts a year: {more} needed."
            )
        }
    }
}

/// This page's figures as a file.
fn file_address() -> String {
    let here = address::here();
    here.split_once('?')
        .map_or_else(|| "/load.csv".to_owned(), |(_, query)| format!("/load.csv?{query}"))
}

#[component]
fn Ways(year: YearLoad) -> impl IntoView {
    let head = ["Way of confirming", "Confirmations", "Acts", "Acts saved"];
    let head: Vec<Column> = head
        .into_iter()
        .enumerate()
        .map(|(at, title)| if at == 0 { Column::from(title) } else { Column::figures(title) })
        .collect();
    let ways = [
        ("One level of one person", year.one_by_one),
        ("Reaffirmation: what falls due to one person within 90 days", year.reaffirmed),
        ("Recognition of a role by a workforce lead", year.recognised),
        ("At the register of a session, level 2 at most", year.registered),
        ("All", year.all),
    ];
    let rows = ways.map(|(way, part)| {
        view! {
            <Row>
                <RowTitle>{way}</RowTitle>
                <Cell figure=true>{grouped(part.confirmations)}</Cell>
                <Cell figure=true>{grouped(part.acts)}</Cell>
                <Cell figure=true>{grouped(part.saved())}</Cell>
            </Row>
        }
    });
    view! {
        <Table caption="What the year asks, and what each way saves" head>
            {rows.collect_view()}
        </Table>
    }
}

/// How it is counted, in plain words.
#[component]
fn Method(year: YearLoad) -> impl IntoView {
    let left_out = format!(
        "{} requirements are left out: nobody has assessed themselves in them at the level asked, so there is nothing to confirm yet.",
        grouped(year.not_ready)
    );
    view! {
        <Details summary="How this is counted">
            <p>
                "A confirmation is counted each time a level that is core to somebody’s posts runs out in the 12 months, "
                "recognised levels among them; when it has run out already; and when somebody has assessed themselves at "
                "the level asked, or asked for confirmation, and nobody has confirmed it. Each person counts in the team of "
                "their first post."
            </p>
            <p>{left_out}</p>
            <ul>
                <li>"Reaffirmation: an assessor confirms in one act all that falls due to one person within 90 days."</li>
                <li>
                    "Recognition: a workforce lead recognises what people on a professional register say they can do, up to "
                    "level 4, in one act a role. It puts confirming off by 12 months at most."
                </li>
                <li>
                    {format!(
                        "The register: after a session of a team, whoever led confirms level 2 or below in one act for everybody \
                         who showed it. Sessions are not planned here yet, so it is assumed that {} people show it at once.",
                        grouped(year.at_register)
                    )}
                </li>
                <li>"Everything else is one act for each level."</li>
            </ul>
            <p>
                "Acts are shared out among assessors whose grant reaches the team and who hold level 4, as evenly as can be, "
                "with nobody above the number you choose. Work is passed on before anybody counts as missing. Second "
                "signatures are not counted. An assessor who also works for areas you do not see has more to do than is "
                "shown."
            </p>
        </Details>
    }
}
