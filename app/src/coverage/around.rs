//! What stands around figures of a unit: its title, what it lies in, where else the reader may begin, and who is left out.

use super::{FORECAST, INPUT, PATH};
use crate::ui::{Crumb, Details, EmptyState, InsetText, NAMES_MOST};
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::views::{Heading, Surroundings};
use domain::dates::spoken;
use domain::figures::counted;
use leptos::prelude::*;

/// `Coverage of Network 1`, `Coverage of Network 1: Risk`.
pub(super) fn titled(what: &str, around: &Surroundings) -> String {
    let unit = &around.unit.title;
    match &around.domain {
        Some(domain) => format!("{what} of {unit}: {}", domain.title),
        None => format!("{what} of {unit}"),
    }
}

/// What the unit lies in, with the same filters on the page at this path; then, from a domain, back to all of them.
pub(super) fn trail(page: &str, address: &CoverageAddress, around: &Surroundings) -> Vec<Crumb> {
    let to = |address: CoverageAddress| format!("{page}?{}", address.query());
    let up = around.above.iter();
    let up = up.map(|unit| Crumb::new(to(address.of_unit(&unit.code)), &unit.title));
    let all = around.domain.iter().map(|_| {
        let title = format!("All domains of {}", around.unit.title);
        Crumb::new(to(address.of_domain(None)), title)
    });
    up.chain(all).collect()
}

/// `As at 4 May 2026, framework version 3`.
pub(super) fn as_at(day: NaiveDate, framework_version: Option<i32>) -> String {
    let version = framework_version.map(|v| format!(", framework version {v}")).unwrap_or_default();
    format!("As at {}{version}", spoken(day))
}

/// What the filters leave, in words: paper has no form, and a link may come without a look at it. Nothing where they leave all.
#[component]
pub(super) fn OnlyOf(address: CoverageAddress) -> impl IntoView {
    let organisation = address.organisation.map(|code| format!("organisation: {code}"));
    let setting = address.setting.map(|setting| format!("care setting: {}", setting.label()));
    let level = address.care_level.map(|level| format!("care level: {}", level.label()));
    let strand = address.strand.map(|strand| format!("strand: {}", strand.label()));
    let critical = address.critical_only.then(|| "critical requirements".to_owned());
    let left = [organisation, setting, level, strand, critical];
    let left: Vec<String> = left.into_iter().flatten().collect();
    let bank = address.include_bank.then_some("Bank and locum posts count too.");
    (!left.is_empty() || bank.is_some()).then(|| {
        let only = (!left.is_empty()).then(|| format!("Only {}.", left.join("; ")));
        let told = only.into_iter().chain(bank.map(ToOwned::to_owned)).collect::<Vec<_>>();
        view! { <p>{told.join(" ")}</p> }
    })
}

/// What pages tell that narrow their figures to no organisation, strand or critical requirements, whatever the page before did; and what
/// they do narrow them to.
#[component]
pub(super) fn OfEverything(address: CoverageAddress) -> impl IntoView {
    let (setting, care_level, include_bank) =
        (address.setting, address.care_level, address.include_bank);
    let what = if address.domain.is_some() {
        "everything asked in this domain"
    } else {
        "everything asked"
    };
    let narrowed =
        CoverageAddress { setting, care_level, include_bank, ..CoverageAddress::default() };
    view! {
        <p>{format!("For {what}, in all organisations.")}</p>
        <OnlyOf address=narrowed />
    }
}

/// The form above figures, after the ways to where else the reader may begin, and before who is left out.
#[component]
pub(super) fn Around(
    page: &'static str,
    address: CoverageAddress,
    around: Surroundings,
    /// The form, and what is to be said of what it asks.
    children: Children,
) -> impl IntoView {
    let Surroundings { above, unit, tops, left_out, .. } = around;
    let here = |top: &Heading| top.code == unit.code || above.contains(top);
    let others: Vec<Heading> = tops.into_iter().filter(|top| !here(top)).collect();
    view! {
        <OtherTops page address others />
        {children()}
        <LeftOut names=left_out />
    }
}

/// Somebody with several grants begins in one of them and finds the others here.
#[component]
fn OtherTops(page: &'static str, address: CoverageAddress, others: Vec<Heading>) -> impl IntoView {
    let links = others.into_iter().map(|top| {
        let to = address.of_unit(&top.code);
        view! {
            <li>
                <a href=format!("{page}?{}", to.query())>{top.title}</a>
            </li>
        }
    });
    let links = links.collect_view();
    (!links.is_empty()).then(|| {
        view! {
            <nav class="only-on-screen" aria-label="Where else you see figures">
                <p>"You also see figures of:"</p>
                <ul>{links}</ul>
            </nav>
        }
    })
}

/// Organisations whose figures the reader may not see.
#[component]
pub(super) fn LeftOut(names: Vec<String>) -> impl IntoView {
    let many = counted(names.len(), "organisation", "organisations");
    let told = format!("These figures leave out {many}, which share no figures with you");
    if names.len() > NAMES_MOST {
        let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        return view! {
            <Details summary=told>
                <ul>{names}</ul>
            </Details>
        }
        .into_any();
    }
    let some = (!names.is_empty()).then(|| {
        view! {
            <InsetText>
                <p>{format!("{told}: {}.", names.join(", "))}</p>
            </InsetText>
        }
    });
    some.into_any()
}

/// From what is told of the unit at this address to its figures on that day.
#[component]
pub(super) fn ToFigures(address: CoverageAddress, day: NaiveDate) -> impl IntoView {
    let href = format!("{PATH}?{}", address.to_coverage().query());
    view! {
        <p class="only-on-screen">
            <a href=href>{format!("Coverage as at {}", spoken(day))}</a>
        </p>
    }
}

/// From what is told of the unit at this address to its forecast.
#[component]
pub(super) fn ToForecast(
    address: CoverageAddress,
    /// Whether it is told as at a day that has still to come: then the forecast is from today.
    is_future: bool,
) -> impl IntoView {
    let href = format!("{FORECAST}?{}", address.to_forecast(is_future).query());
    view! {
        <p class="only-on-screen">
            <a href=href>"Forecast: what these figures may be in 30, 90 and 180 days"</a>
        </p>
    }
}

/// From what is told of the unit at this address to the mental health input of its teams.
#[component]
pub(super) fn ToInput(address: CoverageAddress) -> impl IntoView {
    let href = format!("{INPUT}?{}", address.to_input().query());
    view! {
        <p class="only-on-screen">
            <a href=href>"Mental health input: who comes to which team, and who is missing"</a>
        </p>
    }
}

/// Instead of figures, where the filters leave none.
#[component]
pub(super) fn NoFigures(heading: &'static str) -> impl IntoView {
    view! {
        <EmptyState heading>
            <p>
                "Choose another day, or take a filter away. If staff or requirements have not been imported yet, start "
                "with the import."
            </p>
        </EmptyState>
    }
}
