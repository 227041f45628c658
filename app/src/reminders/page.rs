//! Email: whether I get the weekly digest and what is in it, whether a nudge comes by email, and reminders of sessions.

use super::api::{ChooseReminders, my_reminders};
use crate::load::load;
use crate::ui::{Button, Checkboxes, Choice, Crumb, Field, Form, Page, Radios};
use domain::reminders::Preferences;
use domain::reminders::preferences::{DigestPart, OwnReminders};
use leptos::prelude::*;

#[component]
pub fn RemindersPage() -> impl IntoView {
    load(my_reminders(), |OwnReminders { email, is_linked, wanted }| {
        view! {
            <Page title="Email from Esteem" trail=vec![Crumb::new("/account", "Your account")]>
                <p>{format!("Email goes to {email}.")}</p>
                <p>
                    "When a manager asks you to look at what is due, Esteem can send that at once: once a week at most."
                </p>
                <p>
                    "On Monday mornings Esteem sends one email with what waits for you, when there is something new "
                    "to say. It names no colleagues and nothing that you or others wrote."
                </p>
                <p>
                    "What becomes of your seats in teaching sessions is sent at once and cannot be switched off: that you have "
                    "one, that one is offered to you, that a session has moved, has a new title or is cancelled."
                </p>
                {(!is_linked).then(|| view! {
                    <p>
                        "Your account is not linked to a staff record, so the only thing to remind you of is a return "
                        "that waits for you. An administrator can link it."
                    </p>
                })}
                <Wanted wanted />
            </Page>
        }
    })
}

#[component]
fn Wanted(wanted: Preferences) -> impl IntoView {
    let digest = Field::new("weekly_digest", "Do you want the weekly email?")
        .value(if wanted.weekly_digest { "yes" } else { "no" });
    let parts = DigestPart::ALL.iter().filter(|part| !wanted.left_out.contains(part));
    let parts = Field::new("parts[]", "What should be in it?")
        .hint("This counts only while you get the email")
        .values(parts.map(ToString::to_string));
    let choices = DigestPart::ALL.iter().map(|part| Choice::new(part, part.label())).collect();
    let nudges = Field::new("nudges", "Do you want an email when a manager asks you to look?")
        .value(if wanted.nudges { "yes" } else { "no" });
    let sessions = Field::new("session_reminders", "Do you want to be reminded of your sessions?")
        .hint(
            "7 days and 1 day before a session that you have a seat in; the day after it and 8 weeks later, when it asks for \
             your feedback",
        )
        .value(if wanted.session_reminders { "yes" } else { "no" });
    let invitations = Field::new(
        "session_invitations",
        "Do you want to be told when your team is invited to a session?",
    )
    .hint("One email for a session, and one for a series of them")
    .value(if wanted.session_invitations { "yes" } else { "no" });
    let yes_no = || vec![Choice::new("yes", "Yes"), Choice::new("no", "No")];
    view! {
        <Form<ChooseReminders>>
            <Radios field=digest choices=yes_no() />
            <Checkboxes field=parts choices />
            <Radios field=nudges choices=yes_no() />
            <Radios field=sessions choices=yes_no() />
            <Radios field=invitations choices=yes_no() />
            <Button text="Save" />
        </Form<ChooseReminders>>
    }
}
