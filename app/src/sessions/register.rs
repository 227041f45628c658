//! The register of a session: who came, on a phone in the room or afterwards.

mod close; // the forms: closed, and opened again
mod marks; // everybody in it, with what is said of each
mod sheet; // the same on paper, to sign
mod walk_in; // the form: somebody came without a seat

pub use sheet::SessionSheetPage;

use super::api_register::{EveryoneArrived, TakeRegister, session_register};
use super::rows::StateTag;
use super::{address_of, id_in_path, trail};
use crate::forms::name_of;
use crate::load::load;
use crate::ui::{
    Button, EmptyState, Field, Form, InsetText, KeepTicks, Page, SendTo, SummaryList, SummaryRow,
    TextInput, TextKind,
};
use close::{Close, Reopen};
use domain::figures::{counted, grouped};
use domain::ids::SessionId;
use domain::sessions::SessionState;
use domain::sessions::register::views::{RegisterLine, RegisterPage};
use domain::sessions::register::{Attendance, NOT_SAID};
use leptos::prelude::*;
use marks::{Marks, Said};
use walk_in::WalkIn;

#[component]
pub fn SessionRegisterPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { session_register(id?).await }, |page| view! { <Register page /> })
}

#[component]
fn Register(page: RegisterPage) -> impl IntoView {
    let RegisterPage { id, title, slot, state, why_not, .. } = page.clone();
    let trail = trail(id, &title);
    view! {
        <Page title=format!("Register of “{title}”") trail wide=true>
            <p>
                {slot.words()} " " <StateTag state />
            </p>
            {match why_not {
                Some(why) => view! { <Shut page why /> }.into_any(),
                None => view! { <Open page /> }.into_any(),
            }}
        </Page>
    }
}

/// A register in which nothing can be written now.
#[component]
fn Shut(page: RegisterPage, why: String) -> impl IntoView {
    let (id, state) = (page.id, page.state);
    let ahead = state == SessionState::Scheduled && !page.lines.is_empty();
    let closed = (state == SessionState::Closed).then(|| {
        let lines = page.lines.clone();
        view! {
            <Counts page />
            <Said lines />
            <Reopen id />
        }
    });
    view! {
        <InsetText>
            <p>{why}</p>
        </InsetText>
        {ahead.then(|| view! {
            <p>
                <a href=format!("{}/sheet", address_of(id))>"A sheet to sign, to print before"</a>
            </p>
        })}
        {closed}
    }
}

#[component]
fn Open(page: RegisterPage) -> impl IntoView {
    let RegisterPage { id, state, reopened_for, .. } = page;
    let unsaid = page.unsaid();
    let nobody = page.lines.is_empty();
    view! {
        {reopened_for.map(|why| view! {
            <InsetText>
                <p>
                    "This register was closed and opened again: " {why.label()} ". What stood there stays in its history."
                </p>
            </InsetText>
        })}
        <p>
            "Recording who came does not free a seat. “" {NOT_SAID} "” takes back what was said, and whoever walked in then leaves the register. "
            <a href=format!("{}/sheet", address_of(id))>"A sheet to sign, on paper"</a>
        </p>
        {nobody.then(|| view! {
            <EmptyState heading="Nobody has a seat">
                <p>"Add everybody who comes below."</p>
            </EmptyState>
        })}
        <Counts page=page.clone() />
        <Take page />
        <WalkIn id />
        <Close id state unsaid />
    }
}

/// How many came, how many of the seats are booked, and how many walked in beside them: walk-ins take no seat.
#[component]
fn Counts(page: RegisterPage) -> impl IntoView {
    let people = |count| counted(count, "person", "people");
    let mut rows: Vec<SummaryRow> = Attendance::ALL
        .iter()
        .map(|one| SummaryRow::new(one.label(), people(page.count(*one))).counting(one.code()))
        .collect();
    let (unsaid, walk_ins, booked) = (page.unsaid(), page.walk_ins(), page.booked());
    // While it can be written in, whoever ticks may take something back.
    let told = unsaid > 0 || page.why_not.is_none();
    rows.extend(told.then(|| SummaryRow::new(NOT_SAID, people(unsaid)).counting("")));
    let [held, seats] = [booked, page.capacity].map(|number| grouped(number as u64));
    rows.push(SummaryRow::new("Seats booked", format!("{held} of {seats}")));
    let beside = || format!("{}, beside the {held} who booked", people(walk_ins));
    rows.extend((walk_ins > 0).then(|| SummaryRow::new("Walk-ins", beside())));
    let service_users = page.service_users.map(|number| people(usize::from(number)));
    rows.extend(service_users.map(|number| SummaryRow::new("Service users and carers", number)));
    view! { <SummaryList rows /> }
}

/// The marks, kept on the device until the server has them.
#[component]
fn Kept(id: SessionId, lines: Vec<RegisterLine>) -> impl IntoView {
    let to = format!("/api/{}", name_of::<TakeRegister>(None));
    // Made here, because a field finds in its form what was typed, and an island does not.
    let marks = view! { <Marks lines /> }.into_any();
    view! {
        <div class="nhsuk-u-margin-bottom-5">
            <KeepTicks name=format!("register-{id}") to>
                {marks}
            </KeepTicks>
        </div>
    }
}

/// The form: who came, all of them at once.
#[component]
fn Take(page: RegisterPage) -> impl IntoView {
    let RegisterPage { id, lines, service_users, .. } = page;
    let unsaid = lines.iter().filter(|line| line.attendance.is_none()).count();
    let counted = service_users.map(|number| number.to_string()).unwrap_or_default();
    let service_users =
        Field::new("service_users", "How many service users and carers were there? (optional)")
            .hint("A number only. Esteem keeps no names of theirs");
    let second = name_of::<EveryoneArrived>(None);
    view! {
        <Form<TakeRegister> second=second>
            <input type="hidden" name="id" value=id.to_string() />
            <Kept id lines />
            <input type="hidden" name="service_users_were" value=counted.clone() />
            <TextInput field=service_users.value(counted) kind=TextKind::Number width=4 />
            <div class="row-of-buttons nhsuk-u-margin-bottom-5">
                <Button text="Save the register" />
                {(unsaid > 0).then(|| view! { <SendTo<EveryoneArrived> text="Save, and everyone else arrived" /> })}
            </div>
        </Form<TakeRegister>>
    }
}
