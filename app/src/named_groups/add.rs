//! The page to add a named group: first what it is made of, then its code, name and first member.

use super::api::{AddNamedGroup, offer_named_group};
use super::fields::MemberFields;
use super::{GROUPS, trail};
use crate::address;
use crate::judgements::NO_PATIENTS;
use crate::load::load;
use crate::ui::{Button, EmptyState, Field, Form, Page, TextInput};
use domain::coverage::named_groups::GroupOf;
use domain::coverage::named_groups::views::NamedGroupForm;
use leptos::prelude::*;

#[component]
pub fn AddNamedGroupPage() -> impl IntoView {
    load(offer_named_group(address::query("of")), |form| view! { <Add form /> })
}

#[component]
fn Add(form: NamedGroupForm) -> impl IntoView {
    view! {
        <Page title="Add a named group" trail=trail()>
            {match form.made_of {
                None => view! { <MadeOf /> }.into_any(),
                Some(of) if form.units.is_empty() => view! { <NothingToChoose of /> }.into_any(),
                Some(of) => view! { <Described form of /> }.into_any(),
            }}
            <p>
                <a href=GROUPS>"Cancel"</a>
            </p>
        </Page>
    }
}

/// All members are of one kind, which decides what there is to choose from.
#[component]
fn MadeOf() -> impl IntoView {
    let such_as = |of: GroupOf| match of {
        GroupOf::Areas => "such as three boroughs",
        GroupOf::Organisations => "such as a provider collaborative",
        GroupOf::Teams => "such as five home treatment teams",
    };
    let kinds = GroupOf::ALL.iter().map(|of| {
        view! {
            <li>
                <a href=format!("{GROUPS}/add?of={of}")>{of.label()}</a>
                ", "
                {such_as(*of)}
            </li>
        }
    });
    let kinds = kinds.collect_view();
    view! {
        <p>"What is the group made of? All its members are of one kind."</p>
        <ul>{kinds}</ul>
    }
}

#[component]
fn NothingToChoose(of: GroupOf) -> impl IntoView {
    view! {
        <EmptyState heading=format!("There is not {} that you can choose", of.one())>
            <p>
                "A group is made of what your grants as a workforce lead hold. "
                <a href=format!("{GROUPS}/add")>"Choose another kind of group"</a>
                ", or ask whoever gave you your grant."
            </p>
        </EmptyState>
    }
}

#[component]
fn Described(form: NamedGroupForm, of: GroupOf) -> impl IntoView {
    let NamedGroupForm { fields, units, .. } = form;
    let code = Field::new("code", "Code")
        .hint("Letters, digits and hyphens, for example HTT-EAST. No area, organisation, team or other group may have it");
    let name =
        Field::new("name", "Name").hint(format!("For example, Three boroughs. {NO_PATIENTS}"));
    let label = format!("Which is the first of its {}?", of.label().to_lowercase());
    view! {
        <p>"You add the other members on the next page."</p>
        <Form<AddNamedGroup>>
            <input type="hidden" name="of" value=fields.of />
            <TextInput field=code width=20 />
            <TextInput field=name />
            <MemberFields label units starts_on=fields.starts_on />
            <Button text="Add this group" />
        </Form<AddNamedGroup>>
    }
}
