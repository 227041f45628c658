//! A record that is not accepted: the form that declines it, and what is said once it was.

use super::api::DeclineRecord;
use crate::forms::was_refused;
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, InsetText, Radios};
use domain::brought::{DeclineReason, Declined};
use domain::ids::BroughtRecordId;
use leptos::prelude::*;

#[component]
pub fn Decline(id: BroughtRecordId) -> impl IntoView {
    let refused = was_refused::<DeclineRecord>();
    let choices: Vec<_> = DeclineReason::ALL
        .iter()
        .map(|reason| Choice::new(reason.code(), reason.label()))
        .collect();
    let reason =
        Field::new("reason", "Why do you decline it?").hint("They read this, with your name");
    view! {
        <Details summary="Decline this record" open=refused>
            <p>
                "It stays with its owner as evidence, and nobody can accept it any more. They can remove it and bring it "
                "again, or bring a newer one."
            </p>
            <Form<DeclineRecord>>
                <input type="hidden" name="id" value=id.to_string() />
                <Radios field=reason choices />
                <Button text="Decline this record" kind=ButtonKind::Warning />
            </Form<DeclineRecord>>
        </Details>
    }
}

/// By whom and why, instead of the forms.
#[component]
pub fn WasDeclined(declined: Declined) -> impl IntoView {
    view! {
        <InsetText>
            <p>{declined.words()}</p>
            <p>
                "It stays with its owner as evidence, and cannot be accepted. They can remove it and bring it again, or bring "
                "a newer one."
            </p>
        </InsetText>
    }
}
