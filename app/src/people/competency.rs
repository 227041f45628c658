//! One competency of somebody's record: where they stand in it, and how that came about.

use super::api::{EndExemption, RevokeConfirmation, read_competency};
use super::ask_for::AskForThem;
use crate::address;
use crate::forms::was_refused;
use crate::judgements::{History, StandingFacts};
use crate::load::load;
use crate::ui::{Button, ButtonKind, Crumb, Details, Field, Form, InsetText, Page, Textarea};
use domain::ids::PersonId;
use domain::judgements::forms::NOTE_MOST;
use domain::people::views::PersonCompetency;
use leptos::prelude::*;

#[component]
pub fn PersonCompetencyPage() -> impl IntoView {
    let (id, code) = (address::id_part("id"), address::path_part("code"));
    load(async move { read_competency(id?, code).await }, |read| view! { <Competency read /> })
}

#[component]
fn Competency(read: PersonCompetency) -> impl IntoView {
    let PersonCompetency { id, person_name, detail, may_end_exemption, may_revoke, may_ask_of } =
        read;
    let ask = may_ask_of.map(|assessors| {
        view! { <AskForThem id detail=detail.clone() assessors /> }
    });
    let revoke = may_revoke.then(|| view! { <Revoke id code=detail.line.code.clone() /> });
    let code = detail.line.code.clone();
    let trail = vec![
        Crumb::new("/people", "People"),
        Crumb::new(format!("/people/{id}"), person_name.clone()),
    ];
    view! {
        <Page title=format!("{person_name}: {}", detail.line.title) trail>
            <StandingFacts detail=detail.clone() />
            {may_end_exemption.then(|| view! { <AskAgain id code person_name /> })}
            {ask}
            {revoke}
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

/// For a workforce lead: the confirmed level ends today, and nothing earlier comes back.
#[component]
fn Revoke(id: PersonId, code: String) -> impl IntoView {
    let refused = was_refused::<RevokeConfirmation>();
    let reason = Field::new("reason", "Why do you revoke it?")
        .hint("They read this. From today nothing is confirmed, and nothing earlier comes back.");
    view! {
        <Details summary="Revoke the confirmed level" open=refused>
            <Form<RevokeConfirmation>>
                <input type="hidden" name="person" value=id.to_string() />
                <input type="hidden" name="code" value=code />
                <Textarea field=reason most=NOTE_MOST rows=3 />
                <Button text="Revoke it" kind=ButtonKind::Secondary />
            </Form<RevokeConfirmation>>
        </Details>
    }
}
