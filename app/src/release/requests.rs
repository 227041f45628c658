//! Bookings that wait for me, as team manager or deputy: approved, or declined with a reason.

use super::api_requests::{ApproveBooking, DeclineBooking, seat_requests};
use super::told::Warnings;
use crate::forms::{Submitted, name_of};
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Choice, Colour, Crumb, Details, EmptyState, Field, Form, Page, Radios, Tag,
};
use domain::dates::spoken;
use domain::release::DeclineReason;
use domain::release::views::RequestLine;
use leptos::prelude::*;

#[component]
pub fn SeatRequestsPage() -> impl IntoView {
    load(seat_requests(), |requests| {
        let none = requests.is_empty();
        let each = requests.into_iter().map(|line| view! { <Request line /> }).collect_view();
        view! {
            <Page title="Requests for seats" trail=vec![Crumb::new("/", "Home")]>
                {none.then(|| view! {
                    <EmptyState heading="No bookings wait for you">
                        <p>"Bookings wait where a team asks for approval, or where too few people of a profession would stay."</p>
                    </EmptyState>
                })}
                {each}
            </Page>
        }
    })
}

#[component]
fn Request(line: RequestLine) -> impl IntoView {
    let profession = line.profession.clone().map(|one| format!(", {one}")).unwrap_or_default();
    let why = match line.keeps {
        Some(least) => format!("The team keeps at least {least} of this profession."),
        None => {
            "The team approves each booking, or asked for this one when it was made.".to_owned()
        }
    };
    let (href, late) = (format!("/sessions/{}", line.session), line.is_late);
    view! {
        <section class="nhsuk-u-margin-bottom-6">
            <h2 class="nhsuk-heading-m">{line.name.clone()}</h2>
            <p>
                {line.team.clone()} {profession} " asked on " {spoken(line.asked_on)} ". "
                {late.then(|| view! { <Tag text="Waits for 3 working days" colour=Colour::Orange /> })}
            </p>
            <p>
                <a href=href>{line.title.clone()}</a>
                ", "
                {line.slot.words()}
                ". "
                {why}
            </p>
            <Warnings warnings=line.warnings.clone() />
            <Answer line />
        </section>
    }
}

#[component]
fn Answer(line: RequestLine) -> impl IntoView {
    let (session, person) = (line.session.to_string(), line.person.to_string());
    let (about, name) = (format!("{session}-{person}"), line.name);
    let form = name_of::<DeclineBooking>(Some(&about));
    let open = use_context::<Submitted>().is_some_and(|submitted| submitted.form == form);
    let reasons =
        || DeclineReason::ALL.iter().map(|one| Choice::new(one, one.label())).collect::<Vec<_>>();
    view! {
        <Form<ApproveBooking> about=about.clone()>
            <input type="hidden" name="id" value=session.clone() />
            <input type="hidden" name="person" value=person.clone() />
            <Button text="Approve" about=format!("the booking of {name}") />
        </Form<ApproveBooking>>
        <Details summary=format!("Decline the booking of {name}") open>
            <Form<DeclineBooking> about=about>
                <input type="hidden" name="id" value=session />
                <input type="hidden" name="person" value=person />
                <Radios
                    field=Field::new("reason", "Why do you decline it?").hint("They read this")
                    choices=reasons()
                />
                <Button text="Decline" kind=ButtonKind::Warning about=format!("the booking of {name}") />
            </Form<DeclineBooking>>
        </Details>
    }
}
