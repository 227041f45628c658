//! Who loses cover by then and who has none today, above everything else: a reader who stops at the first list has heard of both.

use crate::ui::InsetText;
use domain::coverage::cover::CoverChange;
use domain::coverage::forecast::views::{CoverFall, CoverFalls, ForecastPage};
use domain::dates::spoken;
use domain::figures::{counted, grouped};
use leptos::either::Either;
use leptos::prelude::*;

/// The lists that it leads to.
pub(super) const LOST: &str = "lost-cover";
pub(super) const LACKING: &str = "not-covered";

/// So many of those that lose cover are told by name.
const NAMED: usize = 3;

#[component]
pub(super) fn CoverSummary(ahead: ForecastPage) -> impl IntoView {
    let (until, when) = (spoken(ahead.until), ahead.from_when());
    let of_domain = ahead.around.domain.is_some();
    let CoverFalls { first, lost, one_person, already, .. } = ahead.cover;
    let loses = match lost.teams {
        0 => Either::Left(format!("No team loses cover by {until}.")),
        _ => {
            let teams = counted(lost.teams, "team loses", "teams lose");
            let told = format!("{teams} cover by {until}");
            let which = which(&first, (lost.domains, of_domain));
            Either::Right(view! { <ToList to=LOST told /> {which} })
        }
    };
    let hangs = (one_person.teams > 0).then(|| {
        let teams = counted(one_person.teams, "team comes", "teams come");
        view! {
            <p>
                <ToList to=LOST told=format!("{teams} to depend on one person by {until}") />
                "."
            </p>
        }
    });
    let lacks = match already {
        0 => Either::Left(format!("No team lacks cover {when}.")),
        _ => {
            let teams = counted(already, "team is", "teams are");
            let told = format!("{teams} not covered {when}");
            Either::Right(view! { <ToList to=LACKING told /> "." })
        }
    };
    view! {
        <InsetText>
            <p>{loses}</p>
            {hangs}
            <p>{lacks}</p>
        </InsetText>
    }
}

#[component]
fn ToList(to: &'static str, told: String) -> impl IntoView {
    view! { <a href=format!("#{to}")>{told}</a> }
}

/// The first of those that lose cover, with how far each falls: `: North hub in Risk, from 69% to 46%.`
fn which(first: &[CoverFall], (all, of_domain): (usize, bool)) -> String {
    let lost = first.iter().filter(|fall| fall.change == CoverChange::Lost);
    let named = lost.take(NAMED).map(|fall| {
        let domain = if of_domain { String::new() } else { format!(" in {}", fall.domain.title) };
        let falls = fall.forecast.from_to().map(|told| format!(", {told}")).unwrap_or_default();
        format!("{}{domain}{falls}", fall.team.title)
    });
    let named: Vec<String> = named.collect();
    let more = match all.saturating_sub(named.len()) {
        0 => String::new(),
        more => format!("; and {} more below", grouped(more as u64)),
    };
    format!(": {}{more}.", named.join("; "))
}
