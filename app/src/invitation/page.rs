//! The form that takes an invitation up, or what to do where the link is no longer valid.

use super::api::{AcceptInvitation, invitation};
use crate::load::load;
use crate::ui::{Button, Field, Form, Page, PasswordInput, SummaryList, SummaryRow};
use crate::{address, answer};
use domain::accounts::views::Invited;
use domain::dates::spoken_moment;
use leptos::either::Either;
use leptos::prelude::*;

#[component]
pub fn InvitationPage() -> impl IntoView {
    let token = address::path_part("token");
    load(invitation(token.clone()), move |invited| match invited {
        Some(invited) => Either::Left(view! { <SetPassword token invited /> }),
        None => Either::Right(view! { <NotValid /> }),
    })
}

#[component]
fn SetPassword(token: String, invited: Invited) -> impl IntoView {
    let rows = vec![
        SummaryRow::new("Email address", invited.email.clone()),
        SummaryRow::new("This link works until", spoken_moment(invited.ends_at)),
    ];
    view! {
        <Page title="Set your password for Esteem">
            <SummaryList rows />
            <Form<AcceptInvitation>>
                <input type="hidden" name="token" value=token />
                // Password managers file a password under the name that stands before it.
                <input type="hidden" name="email" autocomplete="username" value=invited.email />
                <PasswordInput
                    field=Field::new("password", "New password")
                        .hint("Use 12 characters or more. Three random words work well.")
                    new=true
                />
                <PasswordInput field=Field::new("again", "The same password again") new=true />
                <Button text="Set password and sign in" />
            </Form<AcceptInvitation>>
        </Page>
    }
}

/// The same for a link that is unknown, too old or taken up: nobody learns which.
#[component]
fn NotValid() -> impl IntoView {
    answer::status(410);
    view! {
        <Page title="This link does not work any more">
            <p>
                "An invitation works once, for 7 days, and stops when a newer one is made. If you pasted the link, "
                "check you copied all of it."
            </p>
            <p>
                "If you have set your password already, " <a href="/sign-in">"sign in"</a>
                ". Otherwise ask whoever invited you for a new link."
            </p>
        </Page>
    }
}
