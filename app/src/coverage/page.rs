//! Coverage of one area, organisation or team: as a whole, and what it is made of.

use super::api::coverage;
use super::around::{Around, NoFigures, ToForecast, as_at, titled, trail};
use super::asked::asked_of_unit;
use super::filters::Filters;
use super::heatmap::HeatmapTable;
use super::{COVER, PATH};
use crate::cover_rules::RULES;
use crate::ui::{Details, InsetText, Page, SummaryList, SummaryRow};
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{Figure, Heatmap, Measure};
use domain::figures::grouped;
use domain::standing::DUE_SOON_DAYS;
use leptos::prelude::*;

#[component]
pub fn CoveragePage() -> impl IntoView {
    asked_of_unit("Coverage", coverage, |address, map| view! { <Coverage address map /> })
}

#[component]
fn Coverage(address: CoverageAddress, map: Heatmap) -> impl IntoView {
    let around = map.around.clone();
    let title = titled("Coverage", &around);
    let trail = trail(PATH, &address, &around);
    let lede = as_at(map.as_at, map.framework_version);
    let own = address.of_unit(&around.unit.code);
    let filters = view! {
        <Filters address=address.clone() map=map.clone() />
        {map.is_future.then(|| view! { <KnownToday /> })}
    };
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <Elsewhere own is_future=map.is_future />
            <Around page=PATH address=address.clone() around>
                {filters}
            </Around>
            {match map.total {
                Some(total) => view! {
                    <Totals total />
                    <HeatmapTable address map />
                    <HowToRead />
                }.into_any(),
                None => view! { <NoFigures heading="Nobody is asked anything here on this day" /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn KnownToday() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "This day is in the future. The figures count what is known today: confirmations that run out "
                "before that day count as expired, and nothing that may still be confirmed counts. The forecast adds "
                "open requests and booked seats."
            </p>
        </InsetText>
    }
}

/// The headline figures of everything asked.
#[component]
fn Totals(total: Figure) -> impl IntoView {
    let of = |measure: Measure| {
        let (part, whole) = total.of(measure);
        domain::coverage::percent(part, whole)
    };
    let line = |part: u32, whole: u32, percent: String| match whole {
        0 => "None asked".to_owned(),
        _ => format!("{percent}% ({} of {})", grouped(part), grouped(whole)),
    };
    let (met, asked) = total.of(Measure::Requirements);
    let (critical_met, critical) = total.of(Measure::CriticalMet);
    let (capable, teams) = total.of(Measure::CapableTeams);
    let mut rows = vec![
        SummaryRow::new("Requirements met", line(met, asked, of(Measure::Requirements))),
        SummaryRow::new(
            "Critical requirements met",
            line(critical_met, critical, of(Measure::CriticalMet)),
        ),
        SummaryRow::new(
            "Met by recognition",
            format!("{} of the {} met", grouped(total.recognised), grouped(met)),
        ),
        SummaryRow::new(
            "Met by their own assessment",
            line(total.self_assessed, asked, of(Measure::SelfAssessed)),
        ),
        SummaryRow::new(
            format!("Met, but due within {DUE_SOON_DAYS} days"),
            grouped(total.due_soon),
        ),
        SummaryRow::new("Expired", grouped(total.expired)),
    ];
    let covered = format!("{} of {} that require anything here", grouped(capable), grouped(teams));
    rows.extend(
        (teams > 0).then(|| SummaryRow::new("Teams that are covered in everything", covered)),
    );
    view! { <SummaryList rows /> }
}

/// What else is told of the unit at this address.
#[component]
fn Elsewhere(own: CoverageAddress, is_future: bool) -> impl IntoView {
    let cover = format!("{COVER}?{}", own.to_cover().query());
    view! {
        <ToForecast address=own is_future />
        <p>
            <a href=cover>"Which teams are covered, and where that depends on one person"</a>
        </p>
        <p>
            <a href=RULES>"Cover rules"</a>
        </p>
    }
}

#[component]
fn HowToRead() -> impl IntoView {
    view! {
        <Details summary="How to read these figures">
            <p>
                "Requirements met is the share of everything asked of people here that somebody who holds the skill has "
                "confirmed, and that is still current. A domain is fully met by a person only when everything asked of "
                "them in it is met, so that figure is strict."
            </p>
            <p>
                "A person in two teams counts in each team’s row, and once in any wider row: rows do not add up. People "
                "who are away do not count."
            </p>
            <p>
                "Teams that are covered are those in which enough people hold each competency that the team requires, by its "
                "cover rules. Cover is of a team as a whole, so rows that are split by group do not show it."
            </p>
        </Details>
    }
}
