//! One competency of somebody's: what it is, what is asked, and where they stand in it.

use super::{StandingTag, level_named};
use crate::ui::{SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::judgements::views::{AskedLevel, RecordDetail};
use domain::standing::Confirmed;
use leptos::prelude::*;

#[component]
pub fn StandingFacts(detail: RecordDetail) -> impl IntoView {
    let rows = rows(&detail);
    view! {
        <p class="nhsuk-body-s">{format!("{} · {}", detail.domain_title, detail.line.code)}</p>
        <p class="nhsuk-lede-text">{detail.statement}</p>
        <p>
            <StandingTag line=detail.line />
        </p>
        <SummaryList rows />
    }
}

fn rows(detail: &RecordDetail) -> Vec<SummaryRow> {
    let own = detail.line.standing.self_level.map_or_else(|| "None yet".to_owned(), level_named);
    let mut rows = vec![
        SummaryRow::new("Asked level", asked(detail)),
        SummaryRow::new("Own level", own),
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
        [] => "None: it is not part of the role".to_owned(),
        roles => roles.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

fn confirmed(confirmed: &Confirmed) -> String {
    match confirmed {
        Confirmed::Never => "None".to_owned(),
        Confirmed::Revoked => "Revoked".to_owned(),
        Confirmed::At { level, kind, made_on, due_on } => format!(
            "{}. {} on {}, due {}",
            level_named(*level),
            kind.label(),
            spoken(*made_on),
            spoken(*due_on)
        ),
    }
}
