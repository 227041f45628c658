//! The page on which a named group is kept: its members, another member, another name, its end.

use super::api::{AddGroupMember, EndNamedGroup, RenameNamedGroup, named_group_to_change};
use super::fields::MemberFields;
use super::{GROUPS, figures_of, trail};
use crate::address;
use crate::judgements::NO_PATIENTS;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, ChangeOrEnd, DateInput, EmptyState, Field, Form, Page, StackedTable,
    TextInput, WhenTag,
};
use domain::changing::When;
use domain::coverage::named_groups::views::{GroupMemberLine, NamedGroupKept, NamedGroupLine};
use domain::ids::NamedGroupId;
use domain::judgements::views::Choice;
use leptos::prelude::*;

#[component]
pub fn ChangeNamedGroupPage() -> impl IntoView {
    let id = address::id_part::<NamedGroupId>("id");
    load(async move { named_group_to_change(id?).await }, |group| view! { <Change group /> })
}

#[component]
fn Change(group: NamedGroupKept) -> impl IntoView {
    let NamedGroupKept { line, members, units, starts_on } = group;
    let NamedGroupLine { id, code, name, made_of, when, may_see, .. } = line;
    let summary = format!("Code {code}. Made of {}.", made_of.label().to_lowercase());
    let figures = may_see.then(|| {
        view! {
            <p>
                <a href=figures_of(&code)>"Coverage of this group"</a>
            </p>
        }
    });
    view! {
        <Page title=format!("Change {name}") trail=trail()>
            <p class="nhsuk-lede-text">{summary}</p>
            {figures}
            <Members id members />
            <Another id units starts_on />
            <Rename id name />
            {(when != When::Before).then(|| view! { <End id /> })}
        </Page>
    }
}

#[component]
fn Members(id: NamedGroupId, members: Vec<GroupMemberLine>) -> impl IntoView {
    let cells = |line: GroupMemberLine| {
        let GroupMemberLine { id: member, code, name, held, when, .. } = line;
        let href = format!("{GROUPS}/{id}/members/{member}");
        let change = match when {
            When::Before => "Over".into_any(),
            When::Now | When::Ahead => view! { <ChangeOrEnd href about=name.clone() /> }.into_any(),
        };
        let named = format!("{name} ({code})");
        vec![view! { {named} <WhenTag when /> }.into_any(), held.words().into_any(), change]
    };
    let rows = members.into_iter().map(cells).collect();
    view! { <StackedTable caption="Members" head=vec!["Member", "Dates", "Change"] rows /> }
}

#[component]
fn Another(id: NamedGroupId, units: Vec<Choice>, starts_on: String) -> impl IntoView {
    if units.is_empty() {
        return view! {
            <EmptyState heading="There is nothing else to choose">
                <p>"A group is made of what your grants as a workforce lead hold."</p>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <h2>"Add a member"</h2>
        <Form<AddGroupMember>>
            <input type="hidden" name="id" value=id.to_string() />
            <MemberFields label="Who becomes a member?" units starts_on />
            <Button text="Add this member" />
        </Form<AddGroupMember>>
    }
    .into_any()
}

#[component]
fn Rename(id: NamedGroupId, name: String) -> impl IntoView {
    let field = Field::new("name", "Name")
        .hint(format!("It is called so on every day, past ones too. {NO_PATIENTS}"));
    view! {
        <h2>"Give it another name"</h2>
        <Form<RenameNamedGroup>>
            <input type="hidden" name="id" value=id.to_string() />
            <TextInput field=field.value(name) />
            <Button text="Save the name" kind=ButtonKind::Secondary />
        </Form<RenameNamedGroup>>
    }
}

#[component]
fn End(id: NamedGroupId) -> impl IntoView {
    view! {
        <h2>"End this group"</h2>
        <p>
            "All its members leave it after this day, and none comes later. Figures of days until then stay as they are."
        </p>
        <Form<EndNamedGroup>>
            <input type="hidden" name="id" value=id.to_string() />
            <DateInput field=Field::new("last_day", "Last day of the group") />
            <Button text="End this group" kind=ButtonKind::Secondary />
        </Form<EndNamedGroup>>
    }
}
