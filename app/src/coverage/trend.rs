//! How a figure of one area, organisation or team went over two years, as lines and as a table.

mod drawn; // the figures as lines
mod filters; // the form above
mod table; // the same figures

use super::TREND;
use super::api::coverage_trend;
use super::around::{Around, NoFigures, OnlyOf, ToFigures, titled, trail};
use super::asked::asked_of_unit;
use crate::ui::{Details, LineChart, Page};
use domain::coverage::address::CoverageAddress;
use domain::coverage::trend::TrendPage;
use domain::dates::spoken;
use drawn::chart;
use filters::Filters;
use leptos::prelude::*;
use table::TrendTable;

#[component]
pub fn CoverageTrendPage() -> impl IntoView {
    asked_of_unit("Trend", coverage_trend, |address, page| view! { <Trend address page /> })
}

#[component]
fn Trend(address: CoverageAddress, page: TrendPage) -> impl IntoView {
    let around = page.around.clone();
    let item = page.item.as_ref().map_or("Everything asked", |item| &*item.title);
    let title = format!("{}: {item}", titled("Trend", &around));
    let trail = trail(TREND, &address, &around);
    let day = page.as_at;
    let lede = format!("Two years up to {}, month by month", spoken(day));
    let own = address.of_unit(&around.unit.code).of_domain(page.domain.as_deref());
    let filters = view! { <Filters address=address.clone() page=page.clone() /> };
    let nothing = page.points.iter().all(|point| point.figure.is_none());
    let chart = chart(&title, &page.points, address.target);
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <OnlyOf address=address.clone() />
            <ToFigures address=own day />
            <Around page=TREND address=address.clone() around>
                {filters}
            </Around>
            {if nothing {
                view! { <NoFigures heading="Nobody was asked anything here on these days" /> }.into_any()
            } else {
                view! {
                    <LineChart id="trend" chart />
                    <TrendTable address page />
                    <HowToRead />
                }.into_any()
            }}
        </Page>
    }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read a trend">
            <p>
                "Each line is a share of the requirements that stood on that day. Requirements met: somebody who holds the "
                "skill confirmed it, and it was current. By recognition: those of the met that were recognised on "
                "registration or qualification. By own assessment: people say themselves that they reach the level. "
                "Assessed at all: anything was said of it, by whomever."
            </p>
            <p>
                "Every day is counted from its own posts, requirements and framework, with everything that is known of it "
                "today. So a line also moves when people join or leave, when requirements change and when confirmations run "
                "out."
            </p>
        </Details>
    }
}
