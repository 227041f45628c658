//! What the competency set holds besides what is asked of me: counted beside my record, and on a page of its own.

use super::competencies::competencies;
use super::table::CompetencyTable;
use crate::ui::{Crumb, Page};
use domain::judgements::views::Record;
use leptos::prelude::*;

/// What the address says instead of a status, for what nobody asks.
pub(super) const OTHERS: &str = "other";

/// How many the set holds that nobody asks of me.
pub(super) fn others_of(record: &Record) -> usize {
    let lines = record.domains.iter().flat_map(|domain| &domain.competencies);
    lines.filter(|line| line.status.is_none()).count()
}

/// Leads to them, where there are any.
#[component]
pub(super) fn Others(count: usize) -> impl IntoView {
    (count > 0).then(|| {
        view! {
            <p>
                "Other competencies: "
                <a href=format!("/my/competencies?status={OTHERS}")>
                    {competencies(count)} " that your role does not ask of you"
                </a>
            </p>
        }
    })
}

/// All of them: nobody is asked for them, and anybody may assess themselves.
#[component]
pub(super) fn NotAsked(record: Record) -> impl IntoView {
    let domains = record.domains.into_iter().filter_map(|domain| {
        let lines: Vec<_> =
            domain.competencies.into_iter().filter(|line| line.status.is_none()).collect();
        let caption = domain.title;
        (!lines.is_empty()).then(|| view! { <CompetencyTable caption lines several_roles=false /> })
    });
    let domains: Vec<_> = domains.collect();
    let trail = vec![Crumb::new("/my/competencies", "My competencies")];
    let words = match domains.is_empty() {
        true => "Your role asks everything of you that the competency set holds.",
        false => {
            "Your role does not ask these of you. You can assess yourself in them all the same."
        }
    };
    view! {
        <Page title="Other competencies" trail wide=true>
            <p>{words}</p>
            {domains}
        </Page>
    }
}
