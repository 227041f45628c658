//! The forecast of one area, organisation or team: as a whole, what falls most, and what it is made of.

mod causes; // what is behind a figure, in sentences
mod falls; // the rows that fall most, by domain
mod filters; // the form above
mod lacking; // who lacks cover already
mod lost; // whose cover is lost, and why
mod rows; // every row by column
mod summary; // who loses cover, and who has none
mod whole; // at each horizon

use super::api::coverage_forecast;
use super::around::{Around, NoFigures, OfEverything, ToFigures, ToInput, titled, trail};
use super::asked::asked_of_unit;
use super::{COVER, FORECAST};
use crate::ui::{Details, InsetText, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::ForecastPage;
use domain::dates::spoken;
use falls::FallsTable;
use filters::Filters;
use lacking::LackingCover;
use leptos::prelude::*;
use lost::LostCover;
use rows::AheadTable;
use summary::CoverSummary;
use whole::WholeTable;

#[component]
pub fn CoverageForecastPage() -> impl IntoView {
    asked_of_unit(
        "Forecast",
        coverage_forecast,
        |address, ahead| view! { <Forecast address ahead /> },
    )
}

#[component]
fn Forecast(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let around = ahead.around.clone();
    let title = titled("Forecast", &around);
    let trail = trail(FORECAST, &address, &around);
    let (day, until) = (ahead.as_at, spoken(ahead.until));
    let days = ahead.horizon.label();
    let lede = format!("{days} ahead: from what is known on {} to {until}", spoken(day));
    let own = address.of_unit(&around.unit.code);
    let cover = CoverageAddress { as_at: Some(ahead.until), ..own.to_cover() };
    let cover = format!("{COVER}?{}", cover.query());
    let covered = format!("Which teams are covered on {until}");
    let filters = view! {
        <Filters address=address.clone() ahead=ahead.clone() />
        {ahead.is_past.then(|| view! { <KnownThen /> })}
    };
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            {(!ahead.whole.is_empty()).then(|| view! { <CoverSummary ahead=ahead.clone() /> })}
            <OfEverything address=address.clone() />
            <ToFigures address=own.clone() day />
            <p class="only-on-screen">
                <a href=cover>{covered}</a>
            </p>
            <ToInput address=own />
            <Around page=FORECAST address=address.clone() around>
                {filters}
            </Around>
            {if ahead.whole.is_empty() {
                view! { <NoFigures heading="Nobody is asked anything here on these days" /> }.into_any()
            } else {
                view! {
                    <LostCover address=address.clone() ahead=ahead.clone() />
                    <LackingCover address=address.clone() ahead=ahead.clone() />
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
                "If nothing more is confirmed: the share of requirements met on the later day. Confirmations that run out by "
                "then count as expired; people who leave, are away, join or come back are counted as on that day, and so is "
                "what will be asked."
            </p>
            <p>
                "If all that is asked for and booked is confirmed: the same, as if every open request were confirmed on the "
                "day from which the forecast looks, and everybody with a seat were confirmed after their session in what it "
                "builds, no higher than such a session can show. Coming to a session confirms nothing by itself: it takes an "
                "assessor."
            </p>
            <p>
                "Will lose cover: teams that are covered today, in the team or by arrangement, and not on the later day if "
                "nothing more is confirmed; then those that come to depend on one person. Those whose share of requirements "
                "met falls furthest come first. A team of which nobody is asked anything any more loses no cover. Why says what "
                "is lacking then, and names first those who would mend it if they alone were still confirmed and there."
            </p>
            <p>
                "Not covered: teams that lack cover on the day from which the forecast looks. Those of which the lowest share "
                "of requirements is met, in the domains that they lack, come first."
            </p>
            <p>
                "A person in two teams counts in each team’s row, and once in any wider row: rows do not add up. Whoever moves "
                "from one team to another leaves one row and joins the other. What people who leave take along is not told "
                "to run out too."
            </p>
        </Details>
    }
}
