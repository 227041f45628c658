//! The teams whose cover is lost, then those that come to depend on one person, with the reasons: what worries a lead first.

use crate::coverage::cover::CoverTag;
use crate::ui::StackedTable;
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::forecast::views::{CoverFall, CoverFalls, ForecastPage};
use domain::dates::spoken;
use domain::figures::counted;
use leptos::prelude::*;

#[component]
pub(super) fn LostCover(address: CoverageAddress, ahead: ForecastPage) -> impl IntoView {
    let (until, days) = (ahead.until, ahead.horizon.label());
    let CoverFalls { first, lost, one_person, .. } = ahead.cover;
    let told = summary((lost, one_person), days);
    let shown = first.len();
    let rest = (shown < lost + one_person).then(|| {
        let all = lost + one_person;
        format!("The first {shown} of {all} are shown. Choose a domain or a narrower area to see the others.")
    });
    let is_none = first.is_empty();
    let rows = first.into_iter().map(|fall| cells(&address, fall, until)).collect();
    let head = vec!["Team", "Domain", "Today", "Then", "Why", "Requirements met then"];
    view! {
        <h2>"Whose cover is lost"</h2>
        <p>{told}</p>
        {(!is_none).then(|| view! {
            <StackedTable caption=format!("Cover that gets worse by {}", spoken(until)) head rows />
        })}
        {rest.map(|rest| view! { <p>{rest}</p> })}
    }
}

/// How many there are of each, if nothing more is confirmed.
fn summary((lost, one_person): (usize, usize), days: &str) -> String {
    let times = |many: usize| counted(many, "team and domain", "teams and domains");
    let mut told = match lost {
        0 => format!("Within {days} no team loses its cover, even if nothing more is confirmed."),
        many => {
            format!("Within {days} cover is lost in {}, if nothing more is confirmed.", times(many))
        }
    };
    if one_person > 0 {
        told += &format!(" It comes to depend on one person in {}.", times(one_person));
    }
    told
}

fn cells(address: &CoverageAddress, fall: CoverFall, until: NaiveDate) -> Vec<AnyView> {
    let CoverFall { change, domain, team, today, then, forecast, because } = fall;
    let why = address.of_unit(&team.code).to_why_covered(&domain.code, until);
    let why = format!("/coverage/cover/why?{}", why.query());
    let because = because.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    let because = because.collect_view();
    vec![
        view! {
            <a href=why>{team.title}</a>
            <br />
            <strong class="nhsuk-body-s">{change.label()}</strong>
        }
        .into_any(),
        domain.title.into_any(),
        view! { <CoverTag verdict=today /> }.into_any(),
        view! { <CoverTag verdict=then /> }.into_any(),
        view! { <ul class="nhsuk-list">{because}</ul> }.into_any(),
        view! {
            {forecast.range()}
            <br />
            <span class="nhsuk-body-s">{forecast.counts()}</span>
        }
        .into_any(),
    ]
}
