//! All returns that the reader may see, and the form that prepares one.

use super::api::{PrepareReturn, list_returns};
use super::steps::StepTag;
use super::{BEGIN_CORRECTION, TAKES_A_WHILE, at};
use crate::address;
use crate::forms::Submitted;
use crate::load::load;
use crate::ui::{
    Button, Choice, Colour, DateInput, EmptyState, Field, Form, InsetText, Page, Select,
    StackedTable, Tag, pages_of,
};
use chrono::NaiveDate;
use domain::coverage::views::Heading;
use domain::dates::spoken;
use domain::paging::Paged;
use domain::returns::history::locked_in;
use domain::returns::views::{ReturnLine, Returns};
use leptos::prelude::*;

#[component]
pub fn ReturnsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(list_returns(page), |returns| view! { <All returns /> })
}

#[component]
fn All(returns: Returns) -> impl IntoView {
    let Returns { places, offered, may_schedule, keeps_recipients, lines } = returns;
    let may_prepare = !places.is_empty();
    view! {
        <Page title="Returns" wide=true>
            <p>
                "A return says what skills a place has as at one day: figures that are rounded, or held back where they would "
                "tell of one person; what the place needs; and how both came about. It is prepared, checked, approved by "
                "somebody else, and submitted; then it is published, and locked."
            </p>
            {may_schedule
                .then(|| {
                    view! {
                        <p>
                            <a href="/returns/schedule">"Prepare returns automatically"</a>
                        </p>
                    }
                })}
            {keeps_recipients
                .then(|| {
                    view! {
                        <p>
                            <a href="/returns/recipients">"Recipients of returns"</a>
                        </p>
                    }
                })}
            <Lines lines may_prepare />
            {may_prepare.then(|| view! { <Prepare places offered /> })}
        </Page>
    }
}

#[component]
fn Lines(lines: Paged<ReturnLine>, may_prepare: bool) -> impl IntoView {
    if lines.total == 0 {
        return view! { <NoReturns may_prepare /> }.into_any();
    }
    let pages = pages_of(&lines, "returns");
    let rows = lines.entries.into_iter().map(cells).collect();
    let head = vec!["Return", "Reference date", "Revision", "Status", "Since", "For"];
    view! {
        <StackedTable caption="The latest first" head rows dense=true />
        {pages}
    }
    .into_any()
}

#[component]
fn NoReturns(may_prepare: bool) -> impl IntoView {
    let next = match may_prepare {
        true => {
            "Begin with the form below. You see what would be published before anybody else does."
        }
        false => {
            "Nothing has been published yet. Workforce leads prepare returns; each is shown here once it is submitted."
        }
    };
    view! {
        <EmptyState heading="There are no returns yet">
            <p>{next}</p>
        </EmptyState>
    }
}

fn cells(line: ReturnLine) -> Vec<AnyView> {
    let ReturnLine { id, place_name, recipient, stands, on, is_corrected } = line;
    let day = spoken(id.date);
    let about = format!(", {day}, revision {}", id.revision);
    let name = view! {
        <a href=at(&id)>
            {place_name}
            <span class="nhsuk-u-visually-hidden">{about}</span>
        </a>
        <br />
        <span class="nhsuk-body-s long-words">{id.to_string()}</span>
    };
    let corrected =
        is_corrected.then(|| view! { " " <Tag text="Corrected" colour=Colour::Grey /> });
    vec![
        name.into_any(),
        day.into_any(),
        id.revision.to_string().into_any(),
        view! {
            <StepTag step=stands />
            {corrected}
        }
        .into_any(),
        spoken(on).into_any(),
        recipient.into_any(),
    ]
}

#[component]
fn Prepare(places: Vec<Heading>, offered: NaiveDate) -> impl IntoView {
    let day = Field::new("day", "Reference date")
        .hint("For example, 31 3 2026. The figures are as at the end of this day");
    view! {
        <h2>"Prepare a return"</h2>
        <p>
            "Its figures are counted now, from what is known today. As long as it is not submitted, it can be prepared again."
        </p>
        <ToCorrect />
        <Form<PrepareReturn>>
            <OfPlace places />
            <DateInput field=day.value(offered) />
            <p>{TAKES_A_WHILE}</p>
            <Button text="Prepare this return" />
        </Form<PrepareReturn>>
    }
}

/// Where a correction is begun, for whoever was told that the return of the day is locked.
#[component]
fn ToCorrect() -> impl IntoView {
    let locked = use_context::<Submitted>().and_then(|submitted| locked_in(&submitted.refusal));
    locked.map(|id| {
        view! {
            <InsetText>
                <p>
                    <a href=at(&id)>{format!("Open {id}")}</a>
                    {format!(", and choose “{BEGIN_CORRECTION}” at the end of its page.")}
                </p>
            </InsetText>
        }
    })
}

/// Which place it is of; no question where there is one.
#[component]
fn OfPlace(places: Vec<Heading>) -> impl IntoView {
    if let [only] = places.as_slice() {
        let (code, name) = (only.code.clone(), format!("Place: {}", only.title));
        return view! {
            <p>{name}</p>
            <input type="hidden" name="place" value=code />
        }
        .into_any();
    }
    let choices = places.into_iter().map(|place| Choice::new(place.code, place.title)).collect();
    view! { <Select field=Field::new("place", "Place") choices none="Choose a place" /> }.into_any()
}
