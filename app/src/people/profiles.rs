//! The roles somebody holds: how much of each is met, and its sign-off.

use super::api::SignOffRole;
use crate::ui::{Button, ButtonKind, Card, Form};
use domain::dates::spoken;
use domain::ids::PersonId;
use domain::judgements::signing_off::{Profile, SignedOff};
use leptos::prelude::*;

#[component]
pub(super) fn Profiles(person: PersonId, profiles: Vec<Profile>) -> impl IntoView {
    let cards = profiles.into_iter().map(|profile| view! { <OneProfile person profile /> });
    view! { {cards.collect_view()} }
}

#[component]
fn OneProfile(person: PersonId, profile: Profile) -> impl IntoView {
    let Profile { role_code, role_title, met, signed, may_sign } = profile;
    let about = format!("as {role_title}");
    view! {
        <Card heading=role_title>
            <p>{met.words()}</p>
            {signed.map(|signed| view! { <p>{said(&signed)}</p> })}
            {may_sign.then(|| view! {
                <Form<SignOffRole> about=role_code.clone()>
                    <input type="hidden" name="person" value=person.to_string() />
                    <input type="hidden" name="role" value=role_code />
                    <Button text="Sign off the whole role" kind=ButtonKind::Secondary about />
                </Form<SignOffRole>>
            })}
        </Card>
    }
}

fn said(signed: &SignedOff) -> String {
    let start = format!("Signed off by {} on {}", signed.by, spoken(signed.on));
    if signed.stands {
        format!("{start}.")
    } else {
        format!("{start}. It no longer stands: something that the role asks is not met any more.")
    }
}
