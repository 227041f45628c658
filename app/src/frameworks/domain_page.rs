//! One domain of a draft: added, worded anew, removed.

use super::api::{MoveCompetency, RemoveDomain, WordDomain, read_draft_domain};
use super::order::{Movable, UpAndDown};
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, Page, Radios, TextInput};
use domain::codes::Origin;
use domain::frameworks::views::{DraftDomain, DraftLine};
use leptos::prelude::*;

#[component]
pub fn NewDraftDomainPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let found = async move {
        let number = number?;
        read_draft_domain(number, String::new()).await.map(|domain| (number, domain))
    };
    load(found, |(number, domain)| {
        view! {
            <Page title="Add a domain" trail=trail(number)>
                <Words number domain />
            </Page>
        }
    })
}

#[component]
pub fn DraftDomainPage() -> impl IntoView {
    let number = address::id_part::<i32>("number");
    let code = address::path_part("code");
    let found = async move {
        let number = number?;
        read_draft_domain(number, code).await.map(|domain| (number, domain))
    };
    load(found, |(number, domain)| {
        let (code, competencies) = (domain.code.clone(), domain.competencies.clone());
        view! {
            <Page title=format!("Change {}", domain.title) trail=trail(number)>
                <Words number domain />
                <Order number competencies />
                <Details summary="Remove this domain">
                    <p>"A domain can be removed when no competency stands in it."</p>
                    <Form<RemoveDomain>>
                        <input type="hidden" name="number" value=number />
                        <input type="hidden" name="code" value=code />
                        <Button text="Remove this domain" kind=ButtonKind::Warning />
                    </Form<RemoveDomain>>
                </Details>
            </Page>
        }
    })
}

/// Nothing to put in order where there are not two.
#[component]
fn Order(number: i32, competencies: Vec<DraftLine>) -> impl IntoView {
    let many = competencies.len();
    let items = competencies.into_iter().enumerate().map(|(at, line)| {
        let item = Movable::new(&line.code, &line.title, at, many);
        view! {
            <li>
                {format!("{} {}", line.code, line.title)}
                <UpAndDown<MoveCompetency> number item />
            </li>
        }
    });
    let items = items.collect_view();
    (many > 1).then(|| {
        view! {
            <h2>"Order of its competencies"</h2>
            <ol class="nhsuk-list nhsuk-list--border">{items}</ol>
        }
    })
}

#[component]
fn Words(number: i32, domain: DraftDomain) -> impl IntoView {
    let DraftDomain { code, title, origin, .. } = domain;
    let origins = Origin::ALL.iter().map(|origin| Choice::new(origin, origin.label())).collect();
    let code_field = Field::new("code", "Code").hint("Short, like RSK").value(&code);
    view! {
        <Form<WordDomain>>
            <input type="hidden" name="number" value=number />
            <input type="hidden" name="was" value=code />
            <TextInput field=code_field width=10 />
            <TextInput field=Field::new("title", "Title").value(title) />
            <Radios
                field=Field::new("origin", "Where does this domain come from?").value(origin)
                choices=origins
            />
            <Button text="Save the domain" />
        </Form<WordDomain>>
    }
}
