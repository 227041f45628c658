//! The mental health links of my teams: who they are, when they are there, and how to reach them.

use crate::ui::{EmptyState, SummaryList, SummaryRow};
use domain::help::views::TeamLinks;
use domain::inputs::views::{InputLine, Named};
use leptos::prelude::*;

#[component]
pub(super) fn Links(teams: Vec<TeamLinks>) -> impl IntoView {
    if teams.is_empty() {
        return view! {
            <EmptyState heading="You have no team today">
                <p>"Ask your practice manager or team manager to add your post."</p>
            </EmptyState>
        }
        .into_any();
    }
    teams.into_iter().map(|of| view! { <OfTeam of /> }).collect_view().into_any()
}

#[component]
fn OfTeam(of: TeamLinks) -> impl IntoView {
    let TeamLinks { team, links } = of;
    let nobody = links.is_empty();
    let links = links.into_iter().map(|link| view! { <SummaryList rows=rows(link) /> });
    let links = links.collect_view();
    view! {
        <h3>{team}</h3>
        {links}
        {nobody.then(|| view! {
            <p>
                "No mental health link is recorded for this team. Ask your team manager who it is: they can add them "
                "on the team’s page."
            </p>
        })}
    }
}

fn rows(link: InputLine) -> Vec<SummaryRow> {
    let how = link.words();
    let InputLine { named, times, reach, population, case_discussions, .. } = link;
    let (who, email) = match &named {
        Named::Person { email, .. } => (named.words(), email.clone()),
        Named::Nobody | Named::Hidden => (None, None),
    };
    let who = who.unwrap_or_else(|| "Nobody named yet. Ask your team manager".to_owned());
    let reach: Vec<String> = reach.into_iter().chain(email).collect();
    let or_ask = |text: String| if text.is_empty() { "Not recorded".to_owned() } else { text };
    let mut rows = vec![
        SummaryRow::new("Link", who),
        SummaryRow::new("How", how),
        SummaryRow::new("When they are there", or_ask(times.unwrap_or_default())),
        SummaryRow::new("How to reach them", or_ask(reach.join("; "))),
    ];
    rows.extend(population.map(|population| SummaryRow::new("For", population.label())));
    let discussions = case_discussions.map(|c| SummaryRow::new("Case discussions", c.label()));
    rows.extend(discussions);
    rows
}
