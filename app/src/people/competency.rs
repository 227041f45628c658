//! One competency of somebody's record: where they stand in it, and how that came about.

use super::api::{EndExemption, read_competency};
use crate::address;
use crate::judgements::{History, StandingFacts};
use crate::load::load;
use crate::ui::{Button, ButtonKind, Crumb, Form, InsetText, Page};
use domain::ids::PersonId;
use domain::people::views::PersonCompetency;
use leptos::prelude::*;

#[component]
pub fn PersonCompetencyPage() -> impl IntoView {
    let (id, code) = (address::id_part("id"), address::path_part("code"));
    load(async move { read_competency(id?, code).await }, |read| view! { <Competency read /> })
}

#[component]
fn Competency(read: PersonCompetency) -> impl IntoView {
    let PersonCompetency { id, person_name, detail, may_end_exemption } = read;
    let code = detail.line.code.clone();
    let trail = vec![
        Crumb::new("/people", "People"),
        Crumb::new(format!("/people/{id}"), person_name.clone()),
    ];
    view! {
        <Page title=format!("{person_name}: {}", detail.line.title) trail>
            <StandingFacts detail=detail.clone() />
            {may_end_exemption.then(|| view! { <AskAgain id code person_name /> })}
            <h2>"History"</h2>
            <History lines=detail.history />
        </Page>
    }
}

/// For a manager who sees that it is part of the post after all.
#[component]
fn AskAgain(id: PersonId, code: String, person_name: String) -> impl IntoView {
    view! {
        <InsetText>
            <p>{format!("This is recorded as not part of {person_name}’s post, so it is not asked of them.")}</p>
            <Form<EndExemption>>
                <input type="hidden" name="person" value=id.to_string() />
                <input type="hidden" name="code" value=code />
                <Button text="Ask it of them again" kind=ButtonKind::Secondary />
            </Form<EndExemption>>
        </InsetText>
    }
}
