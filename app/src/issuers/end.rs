//! Asked once more before an issuer is trusted no longer.

use super::api::{EndIssuer, trusted_issuer};
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Form, Page, SummaryList, SummaryRow};
use domain::dates::spoken;
use domain::ids::TrustedIssuerId;
use domain::issuers::views::IssuerLine;
use leptos::prelude::*;

#[component]
pub fn EndIssuerPage() -> impl IntoView {
    let id = address::id_part("id");
    let found = async move {
        let id: TrustedIssuerId = id?;
        trusted_issuer(id).await
    };
    load(found, |line| {
        view! {
            <Page title=format!("Trust {} no longer?", line.name) trail=trail()>
                <SummaryList rows=known(&line) />
                <p>
                    "From now on nothing is accepted that this key signed. What was accepted stays as it is. You can "
                    "add the key again at any time."
                </p>
                <Form<EndIssuer>>
                    <input type="hidden" name="id" value=line.id.to_string() />
                    <Button text="End this issuer" kind=ButtonKind::Warning />
                </Form<EndIssuer>>
                <p>
                    <a href="/trusted-issuers">"Go back without changing anything"</a>
                </p>
            </Page>
        }
    })
}

fn known(line: &IssuerLine) -> Vec<SummaryRow> {
    vec![
        SummaryRow::new("Issuer", line.name.clone()),
        SummaryRow::new("Address", line.address.clone()),
        SummaryRow::new("Fingerprint of the key", line.fingerprint.clone()),
        SummaryRow::new("Added", format!("{} by {}", spoken(line.added_on), line.added_by)),
    ]
}
