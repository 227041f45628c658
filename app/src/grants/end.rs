//! Asked once more before a grant ends.

use super::api::{EndGrant, grant};
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Form, Page, SummaryList, SummaryRow};
use domain::dates::{spoken, spoken_moment};
use domain::grants::views::GrantLine;
use domain::ids::GrantId;
use leptos::prelude::*;

#[component]
pub fn EndGrantPage() -> impl IntoView {
    let id = address::id_part("grant");
    let found = async move {
        let id: GrantId = id?;
        grant(id).await.map(|line| (id, line))
    };
    load(found, |(id, line)| {
        view! {
            <Page title=format!("End this grant of {}?", line.to.name()) trail=trail()>
                <SummaryList rows=known(line) />
                <p>
                    "It ends at once. What they did with it stays as it is, and the grant stays in the history. You "
                    "can give it again at any time."
                </p>
                <Form<EndGrant>>
                    <input type="hidden" name="grant" value=id.to_string() />
                    <Button text="End this grant" kind=ButtonKind::Warning />
                </Form<EndGrant>>
                <p>
                    <a href="/grants">"Go back without changing anything"</a>
                </p>
            </Page>
        }
    })
}

fn known(line: GrantLine) -> Vec<SummaryRow> {
    vec![
        SummaryRow::new("Who", line.to.name()),
        SummaryRow::new("Email address", line.to.email.clone()),
        SummaryRow::new("Grant", line.kind.label()),
        SummaryRow::new("What it allows", line.kind.purpose()),
        SummaryRow::new("Where", line.place),
        SummaryRow::new("From", spoken(line.starts_on)),
        SummaryRow::new("Given by", line.given_by),
        SummaryRow::new("Given on", spoken_moment(line.given_at)),
    ]
}
