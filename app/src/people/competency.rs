//! One competency of somebody's record: where they stand in it, and how that came about.

use super::api::read_competency;
use crate::address;
use crate::judgements::{History, StandingTag, level_named};
use crate::load::load;
use crate::ui::{Crumb, Page, SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::judgements::views::{AskedLevel, RecordDetail};
use domain::people::views::PersonCompetency;
use domain::standing::Confirmed;
use leptos::prelude::*;

#[component]
pub fn PersonCompetencyPage() -> impl IntoView {
    let (id, code) = (address::id_part("id"), address::path_part("code"));
    load(async move { read_competency(id?, code).await }, |read| view! { <Competency read /> })
}

#[component]
fn Competency(read: PersonCompetency) -> impl IntoView {
    let PersonCompetency { id, person_name, detail } = read;
    let trail = vec![
        Crumb::new("/people", "People"),
        Crumb::new(format!("/people/{id}"), person_name.clone()),
    ];
    view! {
        <Page title=format!("{person_name}: {}", detail.line.title) trail>
            <p class="nhsuk-body-s">{format!("{} · {}", detail.domain_title, detail.line.code)}</p>
            <p class="nhsuk-lede-text">{detail.statement.clone()}</p>
            <p>
                <StandingTag line=detail.line.clone() />
            </p>
            <SummaryList rows=standing(&detail) />
            <h2>"History"</h2>
            <History lines=detail.history />
        </Page>
    }
}

fn standing(detail: &RecordDetail) -> Vec<SummaryRow> {
    let own = detail.line.standing.self_level.map_or_else(|| "None yet".to_owned(), level_named);
    vec![
        SummaryRow::new("Asked level", asked(detail)),
        SummaryRow::new("Own level", own),
        SummaryRow::new("Confirmed level", confirmed(&detail.line.standing.confirmed)),
        SummaryRow::new("Confirm again", format!("Every {} months", detail.refresh_months)),
    ]
}

/// The level with the roles that ask it.
fn asked(detail: &RecordDetail) -> String {
    let one = |(role, asked): &(String, AskedLevel)| {
        let critical = if asked.critical { ", critical" } else { "" };
        format!("{}{critical} ({role})", level_named(asked.level))
    };
    match detail.asked_by.as_slice() {
        [] => "Their role does not ask this".to_owned(),
        roles => roles.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

fn confirmed(confirmed: &Confirmed) -> String {
    match confirmed {
        Confirmed::Never => "None".to_owned(),
        Confirmed::Revoked => "Taken back".to_owned(),
        Confirmed::At { level, kind, made_on, due_on } => format!(
            "{}. {} on {}, due {}",
            level_named(*level),
            kind.label(),
            spoken(*made_on),
            spoken(*due_on)
        ),
    }
}
