//! The page to change my password.

use super::api::{ChangePassword, my_account};
use crate::load::load;
use crate::ui::{Button, Crumb, Field, Form, Page, PasswordInput};
use leptos::prelude::*;

#[component]
pub fn PasswordPage() -> impl IntoView {
    load(my_account(), |account| {
        view! {
            <Page title="Change your password" trail=vec![Crumb::new("/account", "Your account")]>
                <p>"Every other browser is signed out when your password changes."</p>
                <Form<ChangePassword>>
                    <input type="hidden" name="email" autocomplete="username" value=account.email />
                    <PasswordInput field=Field::new("current", "Your password now") />
                    <PasswordInput
                        field=Field::new("password", "New password")
                            .hint("Use 12 characters or more. Three random words work well.")
                        new=true
                    />
                    <PasswordInput field=Field::new("again", "The same new password again") new=true />
                    <Button text="Change password" />
                </Form<ChangePassword>>
            </Page>
        }
    })
}
