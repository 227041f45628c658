//! The one act that accepts a whole record.

use super::api::AcceptRecord;
use crate::ui::{Button, Checkboxes, Choice, Field, Form, InsetText};
use domain::brought::views::BroughtRecord;
use leptos::prelude::*;

#[component]
pub fn Accept(record: BroughtRecord) -> impl IntoView {
    let accepted = record.accepted();
    if accepted == 0 {
        return view! {
            <InsetText>
                <p>"There is nothing in this record to accept. The list says for each level why it is left out."</p>
            </InsetText>
        }
        .into_any();
    }
    let must_be_said = record.same.must_be_said();
    let label = format!("This is the same person as {} here", record.same.name_here);
    // Built inside the form.
    let same = move || {
        let field = Field::new("same", "Is it the same person?").hint(
            "Name or registration number differ, or cannot be compared. Make sure of it first.",
        );
        view! { <Checkboxes field choices=vec![Choice::new("yes", label)] /> }
    };
    let text = if accepted == 1 {
        "Accept 1 level".to_owned()
    } else {
        format!("Accept {accepted} levels")
    };
    view! {
        <h2>"Accept this record"</h2>
        <p>
            "You take over what was confirmed there: it counts here from today as accepted, and is due by our refresh "
            "period from its original day. Your name stands beside that of whoever confirmed it."
        </p>
        <Form<AcceptRecord>>
            <input type="hidden" name="id" value=record.id.to_string() />
            {must_be_said.then(same)}
            <Button text />
        </Form<AcceptRecord>>
    }
    .into_any()
}
