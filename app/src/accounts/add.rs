//! An account for an address; afterwards the same page shows the invitation's link, once.

use super::api::{AddAccount, may_add_account};
use super::link::InvitationLink;
use super::trail;
use crate::answer::ShownOnce;
use crate::load::load;
use crate::ui::{Button, Field, Form, Page, TextInput, TextKind};
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn AddAccountPage() -> impl IntoView {
    load(may_add_account(), |()| match use_context::<ShownOnce>() {
        Some(shown) => Either::Left(view! {
            <Page title="The account is added" trail=trail()>
                <InvitationLink shown />
                <p>
                    <a href="/accounts/add">"Add another account"</a>
                </p>
                <p>
                    <a href="/accounts">"Go back to the list of accounts"</a>
                </p>
            </Page>
        }),
        None => Either::Right(view! {
            <Page title="Add an account" trail=trail()>
                <p>"You get a link with which the account’s holder sets a password."</p>
                <AddForm />
            </Page>
        }),
    })
}

#[component]
fn AddForm() -> impl IntoView {
    view! {
        <Form<AddAccount>>
            <TextInput field=Field::new("email", "Email address") kind=TextKind::Email />
            <StaffFields optional=true />
            <Button text="Add account and make a link" />
        </Form<AddAccount>>
    }
}

/// The person an account belongs to.
#[component]
pub fn StaffFields(#[prop(optional)] optional: bool) -> impl IntoView {
    let (number, hint) = if optional {
        (
            "Employee number (optional)",
            "Links the account to a staff record. Without one, it is linked to whoever has the address as work email.",
        )
    } else {
        ("Employee number", "As it stands in the staff file")
    };
    view! {
        <TextInput field=Field::new("employee_number", number).hint(hint) width=20 />
        <TextInput
            field=Field::new("employer_code", "Employer’s code (optional)")
                .hint("Needed only where several employers use the same number")
            width=20
        />
    }
}
