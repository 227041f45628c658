//! The teams that lack cover today already, the thinnest first: they have none to lose, and may worry a lead most.

use super::summary::LACKING;
use crate::coverage::{COVER, FORECAST};
use crate::ui::{Cell, Row, RowTitle, Table};
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::Only;
use domain::coverage::forecast::Lacking;
use domain::coverage::forecast::views::ForecastPage;
use domain::figures::counted;
use leptos::prelude::*;

/// Nothing where every team is covered.
#[component]
pub(super) fn LackingCover(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let (day, already) = (ahead.as_at, ahead.cover.already);
    let when = ahead.from_when();
    let own = address.of_unit(&ahead.around.unit.code);
    let all = CoverageAddress { only: Some(Only::NotCovered), as_at: Some(day), ..own.to_cover() };
    let all = format!("{COVER}?{}", all.query());
    let domain = ahead.around.domain.as_ref().map_or("something", |domain| &*domain.title);
    let told = summary((already, ahead.cover.lacking.len()), domain, &when);
    let rows = ahead.cover.lacking.into_iter().map(|team| {
        view! { <LackingLine address=address.clone() team day /> }
    });
    let rows = rows.collect_view();
    let head = ["Team", "Not covered in", "Requirements met there"];
    (already > 0).then(|| {
        view! {
            <h2 id=LACKING>{format!("Not covered {when}")}</h2>
            <p>{told}</p>
            <Table caption=format!("Teams that lack cover {when}, the thinnest first") head>
                {rows}
            </Table>
            <p>
                <a href=all>{format!("Every team that is not covered {when}")}</a>
            </p>
        }
    })
}

/// How many there are, and how many of them are told.
fn summary((already, told): (usize, usize), domain: &str, when: &str) -> String {
    let teams = counted(already, "team lacks", "teams lack");
    let first = match told < already {
        true => format!(" The {told} of which fewest requirements are met come first."),
        false => String::new(),
    };
    format!("{teams} cover in {domain} {when} already.{first}")
}

#[component]
fn LackingLine(address: CoverageAddress, team: Lacking, day: NaiveDate) -> impl IntoView {
    let Lacking { team, domains, pairs } = team;
    let own = address.of_unit(&team.code);
    let forecast = format!("{FORECAST}?{}", own.query());
    let domains = domains.into_iter().enumerate().map(|(nth, domain)| {
        let why = format!("{COVER}/why?{}", own.to_why_covered(&domain.code, day).query());
        let hidden = format!(", why {} is not covered in it", team.title);
        view! {
            {(nth > 0).then_some(", ")}
            <a href=why>{domain.title} <span class="nhsuk-u-visually-hidden">{hidden}</span></a>
        }
    });
    let domains = domains.collect_view();
    view! {
        <Row>
            <RowTitle>
                <a href=forecast>{team.title.clone()}</a>
            </RowTitle>
            <Cell>{domains}</Cell>
            <Cell>{pairs.words()}</Cell>
        </Row>
    }
}
