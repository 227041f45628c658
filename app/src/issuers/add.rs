//! One more trusted key.

use super::api::{AddIssuer, may_add_issuer};
use super::trail;
use crate::load::load;
use crate::ui::{Button, Field, Form, InsetText, Page, TextInput};
use leptos::prelude::*;

#[component]
pub fn AddIssuerPage() -> impl IntoView {
    load(may_add_issuer(), |()| {
        view! {
            <Page title="Add a trusted issuer" trail=trail()>
                <InsetText>
                    <p>
                        "Ask the issuer for the fingerprint of their key in a way you trust, for instance by telephone: "
                        "do not take it from a record that somebody brought. When they change their key, add the new "
                        "one beside the old."
                    </p>
                </InsetText>
                <Form<AddIssuer>>
                    <TextInput field=Field::new("name", "Name of the issuer") />
                    <TextInput
                        field=Field::new("address", "Address of their Esteem")
                            .hint("For people to look at; Esteem does not open it. For example, https://esteem.example.org")
                    />
                    <TextInput
                        field=Field::new("fingerprint", "Fingerprint of their key")
                            .hint("43 letters, numbers, hyphens and underscores")
                    />
                    <Button text="Add this issuer" />
                </Form<AddIssuer>>
            </Page>
        }
    })
}
