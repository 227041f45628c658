//! The page on which a member of a named group is put right, ended, or taken back where it was added by mistake.

use super::api::{CorrectGroupMember, EndGroupMember, TakeBackGroupMember, group_member_to_change};
use super::{kept_at, trail};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Crumb, DateInput, Field, Form, InsetText, LastDay,
    Page, WarningCallout,
};
use domain::changing::When;
use domain::coverage::named_groups::views::{GroupMemberKept, GroupMemberLine};
use domain::ids::GroupMemberId;
use leptos::prelude::*;

#[component]
pub fn GroupMemberPage() -> impl IntoView {
    let id = address::id_part::<GroupMemberId>("member");
    load(async move { group_member_to_change(id?).await }, |kept| view! { <Member kept /> })
}

#[component]
fn Member(kept: GroupMemberKept) -> impl IntoView {
    let GroupMemberKept { group, member } = kept;
    let title = format!("{} in {}", member.name, group.name);
    let mut trail = trail();
    trail.push(Crumb::new(kept_at(group.id), group.name));
    let stands = format!("{}.", member.held.words());
    view! {
        <Page title trail>
            <InsetText>
                <p>{stands}</p>
            </InsetText>
            {match member.when {
                When::Before => view! { <Over /> }.into_any(),
                When::Now | When::Ahead => view! { <Ways member /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn Over() -> impl IntoView {
    view! {
        <p>
            "This member has left the group, and that it was one stays on record. It can be added again from a later day."
        </p>
    }
}

#[component]
fn Ways(member: GroupMemberLine) -> impl IntoView {
    let GroupMemberLine { id, held, shown, .. } = member;
    let also = shown.clone();
    let was = shown.clone();
    let first = held.from.map(|day| day.to_string()).unwrap_or_default();
    let sure = Field::new("sure", "Should it never have been a member?");
    view! {
        <h2>"It leaves the group"</h2>
        <Form<EndGroupMember>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="was" value=shown />
            <LastDay held />
            <Button text="Save the last day" />
        </Form<EndGroupMember>>
        <FirstDay id first was />
        <h2>"It was added by mistake"</h2>
        <WarningCallout heading="It would never have been a member">
            <p>
                "Figures of past days change with it: those of the group are counted as if nobody had added it. That it was "
                "added stays on record."
            </p>
            <p>"If it was right for some time, save its last day instead."</p>
        </WarningCallout>
        <Form<TakeBackGroupMember>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="was" value=also />
            <Checkboxes field=sure choices=vec![Choice::new("yes", "Yes, it was a mistake from its first day on")] />
            <Button text="Take this member back" kind=ButtonKind::Warning />
        </Form<TakeBackGroupMember>>
    }
}

/// The first day as it should have been from the beginning.
#[component]
fn FirstDay(id: GroupMemberId, first: String, was: String) -> impl IntoView {
    let field = Field::new("starts_on", "First day as a member").hint(
        "For example, 1 4 2024. Figures, comparisons and trends of days before it do not count this member",
    );
    view! {
        <h2>"Its first day was another"</h2>
        <p>"Figures of past days change with it. That it was corrected stays on record."</p>
        <Form<CorrectGroupMember>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="was" value=was />
            <DateInput field=field.value(first) />
            <Button text="Save the first day" kind=ButtonKind::Secondary />
        </Form<CorrectGroupMember>>
    }
}
