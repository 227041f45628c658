//! What a team asks before it lets people go: cover, notice, approval, and who answers in the manager's place.

use super::api::KeepRelease;
use crate::ui::{Button, Checkboxes, Choice, Field, Form, Select, TextInput, TextKind};
use domain::release::Cover;
use domain::release::forms::ReleaseFields;
use leptos::prelude::*;

#[component]
pub(super) fn Asks(team: String, fields: ReleaseFields, deputy: Option<String>) -> impl IntoView {
    let covers = Cover::ALL.iter().map(|cover| Choice::new(cover, cover.label())).collect();
    let cover = Field::new("cover", "Who covers for people in sessions? (optional)");
    let notice = Field::new("notice_weeks", "How many weeks’ notice does the team want?")
        .hint("Educators and people who book later are warned. Enter 0 for none");
    let approval = vec![Choice::new("yes", "Every booking of this team waits for me")];
    let asks = Field::new("asks_approval", "Do you approve bookings?")
        .hint("Bookings that would leave too few people wait in any case");
    let now = deputy.map(|name| format!(" Now it is {name}.")).unwrap_or_default();
    let who = Field::new("deputy", "Deputy’s work email address (optional)")
        .hint(format!("They can answer too what you have not answered for 3 working days.{now}"));
    view! {
        <h2>"What the team asks"</h2>
        <Form<KeepRelease>>
            <input type="hidden" name="team" value=team />
            <Select field=cover.value(fields.cover) choices=covers none="Not recorded" />
            <TextInput field=notice.value(fields.notice_weeks) kind=TextKind::Number width=2 />
            <Checkboxes field=asks.value(fields.asks_approval) choices=approval />
            <TextInput field=who.value(fields.deputy) kind=TextKind::Email />
            <Button text="Save what the team asks" />
        </Form<KeepRelease>>
    }
}
