//! Coverage of one area, organisation or team: as a whole, and what it is made of.

use super::api::coverage;
use super::around::{Around, NoFigures, OnlyOf, ToForecast, ToInput, as_at, titled, trail};
use super::asked::asked_of_unit;
use super::filters::Filters;
use super::heatmap::HeatmapTable;
use super::{CHANGE, COVER, PATH, PEOPLE, RANKED, TREND};
use crate::cover_rules::RULES;
use crate::local_measures::LocalMeasures;
use crate::named_groups::GROUPS;
use crate::ui::{Details, InsetText, Page, SummaryList, SummaryRow};
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::{Change, moved};
use domain::coverage::views::{Figure, Heatmap, Measure};
use domain::dates::spoken;
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
    let beside = map.compared_with.map(|day| format!(", compared with {}", spoken(day)));
    let lede = as_at(map.as_at, map.framework_version) + &beside.unwrap_or_default();
    let own = address.of_unit(&around.unit.code);
    let explained = own.to_people(own.domain.as_deref(), map.as_at);
    let explained = format!("{PEOPLE}?{}", explained.query());
    let days = (map.compared_with, map.as_at);
    let changed = CoverageAddress { measure: None, ..own.clone() };
    let changed = changed.to_change(own.domain.as_deref(), days);
    let changed = format!("{CHANGE}?{}", changed.query());
    let measures = map.local_measures.clone();
    let measured = around.unit.title.clone();
    let filters = view! {
        <Filters address=address.clone() map=map.clone() />
        {map.is_future.then(|| view! { <KnownToday /> })}
        {(!map.is_known).then(|| view! { <NothingKnown day=map.as_at /> })}
        {no_cover(&address).then(|| view! { <NoCover /> })}
    };
    view! {
        <Page title wide=true trail>
            <p class="nhsuk-lede-text">{lede}</p>
            <OnlyOf address=address.clone() />
            <Elsewhere own is_future=map.is_future />
            <Around page=PATH address=address.clone() around>
                {filters}
            </Around>
            {match map.total {
                Some(total) => view! {
                    <Totals total then=map.total_then explained changed />
                    <HeatmapTable address map />
                    <HowToRead />
                }.into_any(),
                None => view! { <NoFigures heading="Nobody is asked anything here on this day" /> }.into_any(),
            }}
            <LocalMeasures of=measured measures />
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

/// A day before anything is on record of what anybody could do.
#[component]
fn NothingKnown(day: NaiveDate) -> impl IntoView {
    let told = format!(
        "Nothing is on record of what anybody could do by {}. So nothing counts as met, whatever people could do then.",
        spoken(day)
    );
    view! {
        <InsetText>
            <p>{told}</p>
        </InsetText>
    }
}

/// Whether the address asks for covered teams of what has no cover of its own.
fn no_cover(address: &CoverageAddress) -> bool {
    let of_part = address.critical_only || address.group.is_some();
    of_part && address.measure() == Measure::CapableTeams
}

#[component]
fn NoCover() -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "Whether a team is covered is told of the team as a whole and of everything it requires. To see it, choose all "
                "requirements, and do not split rows."
            </p>
        </InsetText>
    }
}

/// A share of everything asked: `67.3% (8 of 12)`.
fn share(total: &Figure, measure: Measure) -> String {
    let (part, whole) = total.of(measure);
    if whole == 0 {
        return "None asked".to_owned();
    }
    let percent = domain::coverage::percent(part, whole);
    format!("{percent}% ({} of {})", grouped(part), grouped(whole))
}

/// How a share differs from that of the other day: `up 3.4 points`; nothing where there is no other.
fn differs(total: &Figure, then: Option<&Figure>, measure: Measure) -> Option<String> {
    let points = then.and_then(|then| Change::between(then, total, measure).points);
    points.map(moved)
}

/// The headline figures of everything asked.
#[component]
fn Totals(
    total: Figure,
    /// The same on the day with which it is compared.
    then: Option<Figure>,
    /// Where the headline is explained, and where its difference is.
    explained: String,
    changed: String,
) -> impl IntoView {
    let then = then.as_ref();
    let share = |measure| {
        let differs = differs(&total, then, measure).map(|told| format!(", {told}"));
        share(&total, measure) + &differs.unwrap_or_default()
    };
    let headline = Measure::Requirements;
    let headed = SummaryRow::new("Requirements met", self::share(&total, headline));
    let headed = match differs(&total, then, headline) {
        Some(told) => headed.differs(told, changed),
        None => headed,
    };
    let (met, _) = total.of(Measure::Requirements);
    let (capable, teams) = total.of(Measure::CapableTeams);
    let mut rows = vec![
        headed.explained_at(explained),
        SummaryRow::new("Critical requirements met", share(Measure::CriticalMet)),
        SummaryRow::new(
            "Met by recognition",
            format!("{} of the {} met", grouped(total.recognised), grouped(met)),
        ),
        SummaryRow::new("Met by their own assessment", share(Measure::SelfAssessed)),
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
    let ranked = format!("{RANKED}?{}", own.to_ranked().query());
    let trend = own.to_trend(own.domain.as_deref(), is_future);
    let trend = format!("{TREND}?{}", trend.query());
    view! {
        <p class="only-on-screen">
            <a href=ranked>"Where to look first: thinnest, fastest falling, most running out"</a>
        </p>
        <p class="only-on-screen">
            <a href=trend>"Trend: how these figures went over two years"</a>
        </p>
        <ToForecast address=own.clone() is_future />
        <p class="only-on-screen">
            <a href=cover>"Which teams are covered, and where that depends on one person"</a>
        </p>
        <ToInput address=own />
        <p class="only-on-screen">
            <a href=RULES>"Cover rules"</a>
        </p>
        <p class="only-on-screen">
            <a href=GROUPS>"Named groups: several areas, organisations or teams as one"</a>
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
                "Compared with another day, each figure has its difference under it, in percentage points: ▲ up, ▼ down, "
                "= the same, and below that how many more or fewer people are asked something, each counted once. “Why?” leads "
                "to the parts of which the difference is made. The other day is counted from its own posts, requirements and "
                "framework, with everything that is known of it today."
            </p>
            <p>
                "Teams that are covered are those in which enough people hold each competency that the team requires, by its "
                "cover rules. Cover is of a team as a whole, so rows that are split by group do not show it, nor figures of critical "
                "requirements alone."
            </p>
        </Details>
    }
}
