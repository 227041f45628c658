//! A page of the outbox, with what can be done about mail that was not sent.

use super::api::{TryAllMailAgain, TryMailAgain, outbox};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Choice, Colour, EmptyState, Field, FilterPanel, Form, InsetText, Page,
    Select, StackedTable, Tag, TextInput, TextKind, shown_of,
};
use domain::dates::spoken_moment;
use domain::figures::grouped;
use domain::outbox::views::{MailLine, OutboxList};
use domain::outbox::{MailKind, MailState};
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn OutboxPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    let (state, kind) = (address::query("state"), address::query("kind"));
    load(outbox(address::query("search"), state, kind, page), |found| {
        let OutboxList { mails, given_up, waiting_since } = found;
        view! {
            <Page title="Outbox" wide=true>
                <p>
                    "Email that Esteem sends by itself. What an email says is put together when it is sent, and is "
                    "not kept. Email that is done with is listed for 90 days."
                </p>
                {waiting_since.map(|since| view! {
                    <InsetText>
                        <p>
                            {format!("Email has been waiting since {}. ", spoken_moment(since))}
                            "If that is long ago, no mail server is set or it cannot be reached: look in the log."
                        </p>
                    </InsetText>
                })}
                {(given_up > 0).then(|| view! { <GivenUp given_up /> })}
                <Filters />
                <Found mails />
            </Page>
        }
    })
}

#[component]
fn GivenUp(given_up: usize) -> impl IntoView {
    view! {
        <p>{format!("Given up: {}. When the reason is mended, let Esteem try them all again.", grouped(given_up as u64))}</p>
        <Form<TryAllMailAgain>>
            <Button text="Try all again" kind=ButtonKind::Secondary />
        </Form<TryAllMailAgain>>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let states = MailState::ALL.iter().map(|state| Choice::new(state, state.label())).collect();
    let kinds = MailKind::ALL.iter().map(|kind| Choice::new(kind, kind.label())).collect();
    view! {
        <FilterPanel action="Show email">
            <TextInput field=Field::new("search", "Email address") kind=TextKind::Search width=20 />
            <Select field=Field::new("state", "State") choices=states none="All states" />
            <Select field=Field::new("kind", "Kind") choices=kinds none="All kinds" />
        </FilterPanel>
    }
}

#[component]
fn Found(mails: Paged<MailLine>) -> impl IntoView {
    if mails.total == 0 {
        return view! {
            <EmptyState heading="No email found">
                <p>"Change what you search for. The first weekly emails are made on a Monday morning."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&mails, "emails");
    let head = vec!["To", "Kind", "State", "Made", "Next try", "Tries", "What went wrong"];
    view! {
        <StackedTable caption="Email, the latest first" head rows=mails.entries.into_iter().map(row).collect() />
        {pages}
    }
    .into_any()
}

fn row(mail: MailLine) -> Vec<AnyView> {
    let next = match mail.state {
        MailState::Waiting | MailState::NotKnown => mail.next_try_at.map(spoken_moment),
        _ => None,
    };
    vec![
        mail.to.clone().into_any(),
        mail.kind.label().into_any(),
        view! { <State mail=mail.clone() /> }.into_any(),
        spoken_moment(mail.made_at).into_any(),
        next.unwrap_or_else(|| "None".to_owned()).into_any(),
        mail.tries.into_any(),
        mail.last_error.unwrap_or_else(|| "Nothing".to_owned()).into_any(),
    ]
}

#[component]
fn State(mail: MailLine) -> impl IntoView {
    let colour = match mail.state {
        MailState::Sent => Colour::Green,
        MailState::Waiting | MailState::BeingSent => Colour::Blue,
        MailState::NotKnown => Colour::Orange,
        MailState::GivenUp => Colour::Red,
        MailState::NotNeeded => Colour::Grey,
    };
    let again = mail.state.may_be_tried_again().then(|| {
        let id = mail.id.to_string();
        view! {
            <Form<TryMailAgain> about=id.clone()>
                <input type="hidden" name="id" value=id />
                <Button text="Try again now" kind=ButtonKind::Secondary about=format!("to send to {}", mail.to) />
            </Form<TryMailAgain>>
        }
    });
    view! {
        <Tag text=mail.state.label() colour />
        {mail.sent_at.map(|at| view! { <br /> {spoken_moment(at)} })}
        {again}
    }
}
