//! The page to sign in; from there, on to the page that asked for it.

use super::api::SignIn;
use crate::address;
use crate::ui::{Button, Field, Form, Page, PasswordInput, TextInput, TextKind};
use leptos::prelude::*;

#[component]
pub fn SignInPage() -> impl IntoView {
    view! {
        <Page title="Sign in to Esteem">
            <Form<SignIn>>
                <input type="hidden" name="then" value=address::query("then") />
                <TextInput
                    field=Field::new("email", "Email address").hint("The one your invitation was sent to")
                    kind=TextKind::Email
                />
                <PasswordInput field=Field::new("password", "Password") />
                <Button text="Sign in" />
            </Form<SignIn>>
            <p>
                "You need an invitation to use Esteem. If you have none, or have forgotten your password, ask "
                "whoever manages access to Esteem where you work."
            </p>
        </Page>
    }
}
