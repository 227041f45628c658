//! The page of one of my competencies: what is asked and why, where I stand, what I can do, what was said so far.

use super::api::my_competency;
use super::assess::AssessForm;
use super::claim::Claim;
use super::request::Confirmation;
use crate::address;
use crate::evidence::{Piece, in_a_line};
use crate::judgements::{History, StandingFacts};
use crate::load::load;
use crate::ui::{Crumb, Details, Page};
use domain::evidence::views::EvidenceLine;
use domain::judgements::views::RecordDetail;
use leptos::prelude::*;

#[component]
pub fn MyCompetency() -> impl IntoView {
    load(my_competency(address::path_part("code")), |detail| view! { <Competency detail /> })
}

#[component]
fn Competency(detail: RecordDetail) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let (history, items) = (detail.history.clone(), detail.items.clone());
    let code = detail.line.code.clone();
    view! {
        <Page title=detail.line.title.clone() trail>
            <StandingFacts detail=detail.clone() />
            <p>
                <a href=format!("/who-can-help?about={code}")>"Who can help with this?"</a>
            </p>
            <h2>"Your own level"</h2>
            <AssessForm detail=detail.clone() />
            <h2>"Confirmation"</h2>
            <Confirmation detail=detail.clone() />
            <h2>"Your evidence"</h2>
            <Evidence items code />
            <h2>"History"</h2>
            <History lines=history />
            <Claim detail />
        </Page>
    }
}

/// My pieces about it, folded up.
#[component]
fn Evidence(items: Vec<EvidenceLine>, code: String) -> impl IntoView {
    let pieces = items.into_iter().map(|line| {
        view! {
            <Details summary=in_a_line(&line)>
                <Piece line />
            </Details>
        }
    });
    let pieces: Vec<_> = pieces.collect();
    let nothing = pieces.is_empty();
    view! {
        {nothing.then(|| view! { <p>"You have added no evidence about this yet."</p> })}
        {pieces}
        <p>
            <a href=format!("/my/evidence/add?about={code}")>"Add evidence about this"</a>
        </p>
    }
}
