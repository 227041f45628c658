//! The page to add somebody new to a team.

use super::api::{AddStarter, offer_starter};
use crate::address;
use crate::forms::{Submitted, was_refused};
use crate::load::load;
use crate::people::PostFieldset;
use crate::ui::{Button, Crumb, DateInput, Field, Form, InsetText, Page, TextInput, TextKind};
use domain::ids::PersonId;
use domain::people::forms::PersonFields;
use domain::people::views::StarterForm;
use leptos::prelude::*;

#[component]
pub fn NewStarterPage() -> impl IntoView {
    load(offer_starter(address::path_part("code"), typed()), |form| view! { <NewStarter form /> })
}

/// What was typed about a person whom the server refused: perhaps it knows them.
fn typed() -> PersonFields {
    let submitted = use_context::<Submitted>().filter(|_| was_refused::<AddStarter>());
    let value = |name: &str| {
        let values = submitted.iter().flat_map(|s| &s.values);
        values
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
            .next_back()
            .unwrap_or_default()
    };
    PersonFields {
        employee_number: value("employee_number"),
        work_email: value("work_email"),
        ..PersonFields::default()
    }
}

#[component]
fn NewStarter(form: StarterForm) -> impl IntoView {
    let StarterForm { team, organisation, post, known } = form;
    let trail = vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(format!("/teams/{}", team.code), team.title.clone()),
    ];
    let today = post.today;
    view! {
        <Page title=format!("Add a starter to {}", team.title) trail>
            {known.map(|(id, name)| view! { <Known id name /> })}
            <Form<AddStarter>>
                <TextInput
                    field=Field::new("employee_number", "Employee number")
                        .hint(format!("Their number at {organisation}"))
                    width=10
                />
                <TextInput field=Field::new("first_name", "First name") width=20 />
                <TextInput field=Field::new("last_name", "Last name") width=20 />
                <TextInput field=Field::new("work_email", "Work email address (optional)") kind=TextKind::Email />
                <PostFieldset form=post team=team.code />
                <DateInput field=Field::new("starts_on", "First day").value(today) />
                <Button text="Add this starter" />
            </Form<AddStarter>>
        </Page>
    }
}

#[component]
fn Known(id: PersonId, name: String) -> impl IntoView {
    view! {
        <InsetText>
            <p>
                "This may be " <a href=format!("/people/{id}")>{name}</a> ", who is in Esteem already. If so, "
                <a href=format!("/people/{id}/posts/new")>"add a post for them"</a> " instead."
            </p>
        </InsetText>
    }
}
