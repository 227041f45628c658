//! What its owner can do with a record that was brought: remove it, or read why it stays.

use super::api::RemoveRecord;
use crate::ui::{Button, ButtonKind, Details, Form};
use domain::brought::views::BroughtLine;
use domain::dates::spoken;
use leptos::prelude::*;

#[component]
pub fn Remove(line: BroughtLine) -> impl IntoView {
    if let Some(why) = line.stays {
        return why.into_any();
    }
    let id = line.id.to_string();
    let about = format!("{}, issued on {}", line.issuer, spoken(line.issued_on));
    let summary = format!("Remove the record from {about}");
    view! {
        <Details summary>
            <p>"It is deleted with its pieces of evidence, because none was ever attached to a request. You can bring it again."</p>
            <Form<RemoveRecord> about=id.clone()>
                <input type="hidden" name="id" value=id />
                <Button text="Remove this record" kind=ButtonKind::Warning about />
            </Form<RemoveRecord>>
        </Details>
    }
    .into_any()
}
