//! Who leads a session: as everybody sees them, and the page on which they are added and removed.

use super::api_draft::{AddSessionLead, RemoveSessionLead};
use super::{id_in_path, to_run, trail};
use crate::forms::was_refused;
use crate::load::load;
use crate::protected_time::OutsideReason;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Colour, Details, EmptyState, Field, Form, Page, Tag,
    TextInput,
};
use domain::ids::{SessionId, SessionLeadId};
use domain::sessions::views::{LeadLine, SessionDetail};
use leptos::prelude::*;

#[component]
pub fn SessionLeadsPage() -> impl IntoView {
    load(to_run(id_in_path()), |detail| view! { <Who detail /> })
}

#[component]
fn Who(detail: SessionDetail) -> impl IntoView {
    let SessionDetail { id, title, leads, .. } = detail;
    let trail = trail(id, &title);
    let none = leads.is_empty();
    let each = leads.into_iter().map(|lead| view! { <Removable id lead /> }).collect_view();
    view! {
        <Page title=format!("Who leads “{title}”") trail>
            <p>
                "Leads and co-leads can come from any sector. At least one of them is a mental health professional on the day. "
                "Where everything that the session builds is about integrated care, somebody who holds all of it at level 4 "
                "will do."
            </p>
            {none.then(|| view! {
                <EmptyState heading="Nobody leads this session yet">
                    <p>"Add the first lead below."</p>
                </EmptyState>
            })}
            {each}
            <Add id />
        </Page>
    }
}

#[component]
fn Removable(id: SessionId, lead: LeadLine) -> impl IntoView {
    let (lead_id, name) = (lead.id.to_string(), lead.name.clone());
    view! {
        <section class="nhsuk-u-margin-bottom-5">
            <Lead lead />
            <Form<RemoveSessionLead> about=lead_id.clone()>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="lead" value=lead_id />
                <Button text="Remove" kind=ButtonKind::Secondary about=name />
            </Form<RemoveSessionLead>>
        </section>
    }
}

#[component]
fn Add(id: SessionId) -> impl IntoView {
    let colleague = Field::new("colleague", "A colleague’s work email or employee number")
        .hint("Leave blank for somebody who is not on record here");
    let professional = vec![Choice::new("yes", "They are a mental health professional")];
    let lived = vec![Choice::new(
        "yes",
        "They lead from lived experience. They agree that everybody reads this",
    )];
    view! {
        <h2>"Add a lead"</h2>
        <Form<AddSessionLead>>
            <input type="hidden" name="id" value=id.to_string() />
            <TextInput field=colleague />
            <h3>"Or somebody from elsewhere"</h3>
            <TextInput field=Field::new("name", "Their name") />
            <TextInput field=Field::new("organisation", "The organisation they come from") />
            <Checkboxes
                field=Field::new("professional", "Are they a mental health professional?")
                    .hint("Of a colleague, their post here says so")
                choices=professional
            />
            <h3>"In either case"</h3>
            <Checkboxes field=Field::new("lived", "Do they lead from lived experience?") choices=lived />
            <OutsideReason />
            <Button text="Add this lead" />
        </Form<AddSessionLead>>
    }
}

/// The form with which a lead says that they lead it no more.
#[component]
pub(super) fn StandBack(id: SessionId, lead: SessionLeadId) -> impl IntoView {
    let open = was_refused::<RemoveSessionLead>();
    let words = "Stop leading this session";
    view! {
        <Details summary=words open>
            <p>"Your name is removed from this page. Whoever runs the session can add you again."</p>
            <Form<RemoveSessionLead>>
                <input type="hidden" name="id" value=id.to_string() />
                <input type="hidden" name="lead" value=lead.to_string() />
                <Button text=words kind=ButtonKind::Warning />
            </Form<RemoveSessionLead>>
        </Details>
    }
}

/// Who leads, for everybody.
#[component]
pub(super) fn Leads(leads: Vec<LeadLine>) -> impl IntoView {
    if leads.is_empty() {
        return view! { <p>"Nobody leads this session yet."</p> }.into_any();
    }
    let each = leads.into_iter().map(|lead| view! { <li><Lead lead /></li> });
    view! { <ul class="nhsuk-list">{each.collect_view()}</ul> }.into_any()
}

/// One of them, with what they bring.
#[component]
fn Lead(lead: LeadLine) -> impl IntoView {
    let LeadLine { name, from, mental_health_professional, lived_experience, .. } = lead;
    view! {
        <p class="nhsuk-u-margin-bottom-2">
            <strong>{name}</strong>
            {(!from.is_empty()).then(|| format!(", {from}"))}
            {mental_health_professional.then(|| view! {
                " "
                <Tag text="Mental health professional" />
            })}
            {lived_experience.then(|| view! {
                " "
                <Tag text="Lived experience" colour=Colour::White />
            })}
        </p>
    }
}
