//! One competency of somebody's record: where they stand in it, and how that came about.

use super::api::read_competency;
use crate::address;
use crate::judgements::{History, StandingFacts};
use crate::load::load;
use crate::ui::{Crumb, Page};
use domain::people::views::PersonCompetency;
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
            <StandingFacts detail=detail.clone() />
            <h2>"History"</h2>
            <History lines=detail.history />
        </Page>
    }
}
