//! The teams whose cover is lost, then those that come to depend on one person, with the reasons: what worries a lead first.

use super::summary::LOST;
use crate::coverage::cover::CoverTag;
use crate::coverage::{COVER, FORECAST};
use crate::ui::StackedTable;
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::cover::Verdict;
use domain::coverage::forecast::views::{CoverFall, CoverFalls, ForecastPage, Times};
use domain::dates::spoken;
use leptos::prelude::*;

#[component]
pub(super) fn LostCover(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let (until, days, when) = (ahead.until, ahead.horizon.label(), ahead.from_when());
    let CoverFalls { first, lost, one_person, .. } = ahead.cover;
    let told = summary((lost, one_person), days);
    let shown = first.len();
    let all = lost.domains + one_person.domains;
    let rest = (shown < all).then(|| {
        format!("The first {shown} of {all} are shown. Choose a domain or a narrower area to see the others.")
    });
    let is_none = first.is_empty();
    let about = About { address, as_at: ahead.as_at, until, when };
    let rows = first.into_iter().map(|fall| cells(&about, fall)).collect();
    // Which day that is, the page says above.
    let from = if ahead.is_past { "From" } else { "Today" };
    let head = vec!["Team", "Domain", from, "Then", "Why", "Requirements met then"];
    view! {
        <h2 id=LOST>"Will lose cover"</h2>
        <p>{told}</p>
        {(!is_none).then(|| view! {
            <StackedTable caption=format!("Cover that gets worse by {}", spoken(until)) head rows dense=true />
        })}
        {rest.map(|rest| view! { <p>{rest}</p> })}
    }
}

/// How many there are of each, if nothing more is confirmed.
fn summary((lost, one_person): (Times, Times), days: &str) -> String {
    let mut told = match lost.teams {
        0 => format!("Within {days} no team loses its cover, even if nothing more is confirmed."),
        _ => {
            format!(
                "Within {days} cover is lost in {}, if nothing more is confirmed.",
                lost.words()
            )
        }
    };
    if one_person.teams > 0 {
        told += &format!(" It comes to depend on one person in {}.", one_person.words());
    }
    told
}

/// Where the rows lead, and the days they are about.
struct About {
    address: CoverageAddress,
    as_at: NaiveDate,
    until: NaiveDate,
    /// The first of them in words.
    when: String,
}

fn cells(about: &About, fall: CoverFall) -> Vec<AnyView> {
    let CoverFall { change, domain, team, today, then, forecast, because, .. } = fall;
    let own = about.address.of_unit(&team.code);
    let to_team = own.of_domain(Some(&domain.code));
    let to_team = format!("{FORECAST}?{}", to_team.query());
    let cover = |(verdict, hangs): (Verdict, Vec<String>), day: NaiveDate| {
        let why = own.to_why_covered(&domain.code, day);
        let why = format!("{COVER}/why?{}", why.query());
        let hidden = format!(" {}: cover in {} on {}", team.title, domain.title, spoken(day));
        view! { <CoverOn verdict hangs why hidden /> }.into_any()
    };
    let today = cover((today, fall.hangs_today), about.as_at);
    let then = cover((then, fall.hangs_then), about.until);
    let because = because.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    let because = because.collect_view();
    vec![
        view! {
            <a href=to_team>{team.title.clone()}</a>
            <br />
            <strong class="nhsuk-body-s">{change.label()}</strong>
        }
        .into_any(),
        domain.title.clone().into_any(),
        today,
        then,
        view! { <ul class="nhsuk-list">{because}</ul> }.into_any(),
        view! {
            {forecast.range()}
            <br />
            <span class="nhsuk-body-s">{forecast.counts(&about.when)}</span>
        }
        .into_any(),
    ]
}

/// What is said of a team on one day, on what that hangs, and the way to why.
#[component]
fn CoverOn(
    verdict: Verdict,
    hangs: Vec<String>,
    why: String,
    /// Whose cover on which day, for those who do not see the row.
    hidden: String,
) -> impl IntoView {
    // The sentences say on whom it depends: the tag does not repeat it.
    let depends = verdict.one_person && !hangs.is_empty();
    let verdict = Verdict { one_person: verdict.one_person && !depends, ..verdict };
    let hangs = hangs.into_iter().filter(|_| depends);
    let hangs = hangs.map(|told| view! { <div class="nhsuk-body-s">{told}</div> });
    let hangs = hangs.collect_view();
    view! {
        <CoverTag verdict />
        {hangs}
        <div>
            <a href=why>"Who holds it" <span class="nhsuk-u-visually-hidden">{hidden}</span></a>
        </div>
    }
}
