//! Whom returns are for, each from a day on, and the form to add who follows.

use super::api::{AddReturnRecipient, return_recipients};
use crate::judgements::NO_PATIENTS;
use crate::load::load;
use crate::ui::{Button, Crumb, DateInput, Field, Form, Page, StackedTable, TextInput};
use domain::dates::{Period, spoken};
use domain::returns::recipients::{NOT_NATIONAL, RecipientLine};
use leptos::prelude::*;

#[component]
pub fn RecipientsPage() -> impl IntoView {
    load(return_recipients(), |lines| view! { <Recipients lines /> })
}

#[component]
fn Recipients(lines: Vec<RecipientLine>) -> impl IntoView {
    let rows = lines.into_iter().map(cells).collect();
    let head = vec!["Recipient", "Returns of", "Added"];
    let name = Field::new("name", "Name of the recipient")
        .hint(format!("As it is to stand on returns. {NO_PATIENTS}"));
    let from = Field::new("from", "First day")
        .hint("Returns as at this day and later are for them. For example, 1 4 2027");
    view! {
        <Page title="Recipients of returns" trail=vec![Crumb::new("/", "Home"), Crumb::new("/returns", "Returns")]>
            <p>
                "A return names whoever it is for on the day that its figures are of. "
                {NOT_NATIONAL}
                " A recipient from a date that has passed cannot be changed, because returns were addressed to it. Nor can one that "
                "is added already: add who follows before they begin, from a later date than the last recipient’s."
            </p>
            <StackedTable caption="Whom returns are for" head rows />
            <h2>"Add who follows"</h2>
            <Form<AddReturnRecipient>>
                <TextInput field=name />
                <DateInput field=from />
                <Button text="Add this recipient" />
            </Form<AddReturnRecipient>>
        </Page>
    }
}

fn cells(line: RecipientLine) -> Vec<AnyView> {
    let RecipientLine { recipient, until, added } = line;
    let added = match added {
        Some((on, by)) => format!("{} by {by}", spoken(on)),
        None => "From the beginning".to_owned(),
    };
    let days = Period::new(recipient.from, until).words();
    vec![recipient.name.into_any(), days.into_any(), added.into_any()]
}
