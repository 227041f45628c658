//! The forecast of one area, organisation or team: as a whole, what falls most, and what it is made of.

mod causes; // what is behind a figure, in sentences
mod falls; // the rows that fall most, by domain
mod filters; // the form above
mod rows; // every row by column
mod whole; // at each horizon

use super::api::coverage_forecast;
use super::around::{LeftOut, NoPlaces, OtherTops, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Details, EmptyState, InsetText, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::ForecastPage;
use domain::dates::spoken;
use falls::FallsTable;
use filters::Filters;
use leptos::either::Either;
use leptos::prelude::*;
use rows::AheadTable;
use whole::WholeTable;

const PATH: &str = "/coverage/forecast";

#[component]
pub fn CoverageForecastPage() -> impl IntoView {
    let read = CoverageAddress::parse(&address::queries());
    load(
        async move {
            let address = read.map_err(domain::refusal::Refusal::from)?;
            coverage_forecast(address.clone()).await.map(|ahead| (address, ahead))
        },
        |(address, ahead)| match ahead {
            Some(ahead) => Either::Left(view! { <Forecast address ahead /> }),
            None => Either::Right(view! { <NoPlaces title="Forecast" /> }),
        },
    )
}

#[component]
fn Forecast(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let title = match &ahead.domain {
        Some(domain) => format!("Forecast of {}: {}", ahead.unit.title, domain.title),
        None => format!("Forecast of {}", ahead.unit.title),
    };
    let trail = trail(PATH, &address, &ahead.above, (&ahead.unit, ahead.domain.as_ref()));
    let (as_at, until) = (spoken(ahead.as_at), spoken(ahead.until));
    let lede = format!("{} ahead: from what is known on {as_at} to {until}", ahead.horizon.label());
    let figures = address.of_unit(&ahead.unit.code).to_coverage();
    let figures = format!("/coverage?{}", figures.query());
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <p>
                <a href=figures>{format!("Coverage as at {as_at}")}</a>
            </p>
            <OtherTops
                page=PATH
                address=address.clone()
                tops=ahead.tops.clone()
                unit=ahead.unit.clone()
                above=ahead.above.clone()
            />
            <Filters address=address.clone() ahead=ahead.clone() />
            {ahead.is_past.then(|| view! { <KnownThen /> })}
            <LeftOut names=ahead.left_out.clone() />
            {if ahead.whole.is_empty() {
                view! {
                    <EmptyState heading="Nobody is asked anything here on these days">
                        <p>
                            "Choose another day, or take a filter away. If staff or requirements have not been "
                            "imported yet, start with the import."
                        </p>
                    </EmptyState>
                }.into_any()
            } else {
                view! {
                    <WholeTable address=address.clone() ahead=ahead.clone() />
                    <FallsTable address=address.clone() ahead=ahead.clone() />
                    <AheadTable address ahead />
                    <HowToRead />
                }.into_any()
            }}
        </Page>
    }
}

#[component]
fn KnownThen() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "This looks ahead from a day that is over. What was said of people since then does not count, and seats "
                "count as they were booked by the end of that day. Posts, requirements and the days of sessions count as "
                "they are on record now."
            </p>
        </InsetText>
    }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read a forecast">
            <p>
                "At least: the share of requirements met on the later day if nothing more is confirmed. Confirmations that "
                "run out by then count as expired; people who leave, are away, join or come back are counted as on that "
                "day, and so is what will be asked."
            </p>
            <p>
                "At most: the same, as if every request that is open were confirmed today, and everybody with a seat were "
                "confirmed after their session in what it builds, no higher than such a session can show. Coming to a "
                "session confirms nothing by itself: it takes an assessor."
            </p>
            <p>
                "A person in two teams counts in each team's row, and once in any wider row: rows do not add up. Whoever moves "
                "from one team to another leaves one row and joins the other. What people who leave take along is not told "
                "to run out too."
            </p>
        </Details>
    }
}
