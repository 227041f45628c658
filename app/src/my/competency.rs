//! The page of one of my competencies: what is asked and why, where I stand, what I can do, what was said so far.

use super::api::my_competency;
use super::assess::AssessForm;
use super::claim::Claim;
use super::request::Confirmation;
use crate::address;
use crate::judgements::{History, StandingFacts};
use crate::load::load;
use crate::ui::{Crumb, Page};
use domain::judgements::views::RecordDetail;
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
            <StandingFacts detail=detail.clone() />
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
