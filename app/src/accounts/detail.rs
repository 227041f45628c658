//! One account: its state and grants, and what an administrator can do about it.

use super::add::StaffFields;
use super::api::{DisableAccount, EnableAccount, Invite, LinkAccount, UnlinkAccount, account};
use super::link::InvitationLink;
use super::trail;
use crate::address;
use crate::answer::ShownOnce;
use crate::forms::was_refused;
use crate::grants::GrantTable;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Details, Form, Page, SummaryList, SummaryRow};
use domain::accounts::views::{AccountDetail, AccountState};
use domain::dates::spoken_moment;
use domain::ids::AccountId;
use leptos::prelude::*;

#[component]
pub fn AccountDetailPage() -> impl IntoView {
    let id = address::id_part("account");
    let found = async move {
        let id: AccountId = id?;
        account(id).await.map(|detail| (id, detail))
    };
    load(found, |(id, detail)| {
        let grants = detail.grants.clone();
        let give = format!("/grants/give/{id}");
        view! {
            <Page title=format!("Account of {}", detail.line.holder.name()) trail=trail()>
                {use_context::<ShownOnce>().map(|shown| view! { <InvitationLink shown /> })}
                <Known detail=detail.clone() />
                <SignInForms id detail=detail.clone() />
                {(!detail.is_own).then(|| match detail.line.holder.person_name.is_none() {
                    true => view! { <LinkForm id /> }.into_any(),
                    false => view! { <UnlinkForm id /> }.into_any(),
                })}
                <h2>"Grants"</h2>
                {(!grants.is_empty()).then(|| view! {
                    <GrantTable caption="Grants of this account" lines=grants of_several=true />
                })}
                {(!detail.is_own).then(|| view! {
                    <p>
                        <a href=give>"Give a grant"</a>
                    </p>
                })}
            </Page>
        }
    })
}

#[component]
fn Known(detail: AccountDetail) -> impl IntoView {
    let state = match detail.line.state {
        AccountState::Invited { until } => {
            format!("Invited; the link works until {}", spoken_moment(until))
        }
        other => other.label().to_owned(),
    };
    let person = detail.line.holder.person_name.unwrap_or_else(|| "Not linked".to_owned());
    let seen = detail.last_seen_at.map_or_else(|| "Never".to_owned(), spoken_moment);
    let rows = vec![
        SummaryRow::new("Email address", detail.line.holder.email),
        SummaryRow::new("State", state),
        SummaryRow::new("Staff record", person),
        SummaryRow::new("Added", spoken_moment(detail.added_at)),
        SummaryRow::new("Last seen", seen),
    ];
    view! { <SummaryList rows /> }
}

/// A new link, and shutting the account or opening it again.
#[component]
fn SignInForms(id: AccountId, detail: AccountDetail) -> impl IntoView {
    if detail.line.state == AccountState::Disabled {
        return view! { <EnableForm id /> }.into_any();
    }
    let disable = (!detail.is_own).then(|| view! { <DisableForm id /> });
    view! {
        <h2>"Invitation"</h2>
        <p>
            "For a first password, or when it was forgotten. The link works once, for 7 days; earlier links stop "
            "working now."
        </p>
        <Form<Invite>>
            <input type="hidden" name="id" value=id.to_string() />
            <Button text="Make a new link" kind=ButtonKind::Secondary />
        </Form<Invite>>
        {disable}
    }
    .into_any()
}

#[component]
fn EnableForm(id: AccountId) -> impl IntoView {
    view! {
        <h2>"Enable this account"</h2>
        <p>"Its holder can sign in again, with the password and the grants they had."</p>
        <Form<EnableAccount>>
            <input type="hidden" name="id" value=id.to_string() />
            <Button text="Enable account" kind=ButtonKind::Secondary />
        </Form<EnableAccount>>
    }
}

#[component]
fn DisableForm(id: AccountId) -> impl IntoView {
    view! {
        <h2>"Disable this account"</h2>
        <p>
            "Its holder is signed out everywhere and cannot sign in. Nothing is deleted, and you can enable the account "
            "again."
        </p>
        <Form<DisableAccount>>
            <input type="hidden" name="id" value=id.to_string() />
            <Button text="Disable account" kind=ButtonKind::Warning />
        </Form<DisableAccount>>
    }
}

#[component]
fn LinkForm(id: AccountId) -> impl IntoView {
    let refused = was_refused::<LinkAccount>();
    view! {
        <Details summary="Link to a staff record" open=refused>
            <Form<LinkAccount>>
                <input type="hidden" name="id" value=id.to_string() />
                <StaffFields />
                <Button text="Link" kind=ButtonKind::Secondary />
            </Form<LinkAccount>>
        </Details>
    }
}

#[component]
fn UnlinkForm(id: AccountId) -> impl IntoView {
    view! {
        <Details summary="This is not their staff record">
            <p>
                "Unlink the account if it belongs to somebody else. Its holder will no longer see this staff record. What "
                "they recorded stays on it, under their email address."
            </p>
            <Form<UnlinkAccount>>
                <input type="hidden" name="id" value=id.to_string() />
                <Button text="Unlink" kind=ButtonKind::Warning />
            </Form<UnlinkAccount>>
        </Details>
    }
}
