//! The page of one of my competencies: what is asked and why, where I stand, what I can do, what was said so far.

use super::api::my_competency;
use super::assess::AssessForm;
use super::claim::Claim;
use super::request::Confirmation;
use crate::address;
use crate::judgements::{History, StandingTag, level_named};
use crate::load::load;
use crate::ui::{Crumb, Page, SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::judgements::views::{AskedLevel, RecordDetail};
use domain::standing::Confirmed;
use leptos::prelude::*;

#[component]
pub fn MyCompetency() -> impl IntoView {
    load(my_competency(address::path_part("code")), |detail| view! { <Competency detail /> })
}

#[component]
fn Competency(detail: RecordDetail) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let history = detail.history.clone();
    view! {
        <Page title=detail.line.title.clone() trail>
            <p class="nhsuk-body-s">{format!("{} · {}", detail.domain_title, detail.line.code)}</p>
            <p class="nhsuk-lede-text">{detail.statement.clone()}</p>
            <p><StandingTag line=detail.line.clone() /></p>
            <SummaryList rows=standing(&detail) />
            <h2>"Your own level"</h2>
            <AssessForm detail=detail.clone() />
            <h2>"Confirmation"</h2>
            <Confirmation detail=detail.clone() />
            <h2>"History"</h2>
            <History lines=history />
            <Claim detail />
        </Page>
    }
}

fn standing(detail: &RecordDetail) -> Vec<SummaryRow> {
    let own = detail.line.standing.self_level.map_or_else(|| "None yet".to_owned(), level_named);
    let mut rows = vec![
        SummaryRow::new("Asked level", asked(detail)),
        SummaryRow::new("Your own level", own),
        SummaryRow::new("Confirmed level", confirmed(&detail.line.standing.confirmed)),
        SummaryRow::new("Confirm again", format!("Every {} months", detail.refresh_months)),
    ];
    if detail.rare_event {
        let words = "Few people see it in practice, so a simulation with a recorded debrief can show level 4.";
        rows.push(SummaryRow::new("Rare event", words));
    }
    rows
}

/// The level with the roles that ask it.
fn asked(detail: &RecordDetail) -> String {
    let one = |(role, asked): &(String, AskedLevel)| {
        let critical = if asked.critical { ", critical" } else { "" };
        format!("{}{critical} ({role})", level_named(asked.level))
    };
    match detail.asked_by.as_slice() {
        [] => "Your role does not ask this".to_owned(),
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
