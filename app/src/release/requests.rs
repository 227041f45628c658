//! Bookings that wait for me, as team manager or deputy: approved, or declined with a reason.

use super::api_requests::{ApproveBooking, DeclineBooking, seat_requests};
use super::told::Warnings;
use crate::forms::was_refused_about;
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
            <Approve line=line.clone() />
            <Decline line />
        </section>
    }
}

/// What tells the forms about one booking from those about others.
fn about(line: &RequestLine) -> String {
    format!("{}-{}", line.session, line.person)
}

#[component]
fn Approve(line: RequestLine) -> impl IntoView {
    let (form, about) = (about(&line), format!("the booking of {}", line.name));
    view! {
        <Form<ApproveBooking> about=form>
            <input type="hidden" name="id" value=line.session.to_string() />
            <input type="hidden" name="person" value=line.person.to_string() />
            <Button text="Approve" about />
        </Form<ApproveBooking>>
    }
}

#[component]
fn Decline(line: RequestLine) -> impl IntoView {
    let about = about(&line);
    let open = was_refused_about::<DeclineBooking>(&about);
    let summary = format!("Decline the booking of {}", line.name);
    view! {
        <Details summary open>
            <Form<DeclineBooking> about=about>
                <input type="hidden" name="id" value=line.session.to_string() />
                <input type="hidden" name="person" value=line.person.to_string() />
                <Radios
                    field=Field::new("reason", "Why do you decline it?").hint("They read this")
                    choices=DeclineReason::ALL.iter().map(|one| Choice::new(one, one.label())).collect()
                />
                <Button
                    text="Decline"
                    kind=ButtonKind::Warning
                    about=format!("the booking of {}", line.name)
                />
            </Form<DeclineBooking>>
        </Details>
    }
}
