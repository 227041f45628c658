//! The page of my calendar's address: what a calendar reads there, and the forms that make, replace and end it.

use super::api::{EndCalendarFeed, MakeCalendarFeed, my_calendar};
use crate::answer::ShownOnce;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Crumb, Details, Form, InsetText, Page, SecretLink};
use chrono::NaiveDateTime;
use domain::calendar::views::OwnFeed;
use domain::dates::spoken_moment;
use leptos::prelude::*;

#[component]
pub fn MyCalendarPage() -> impl IntoView {
    load(my_calendar(), |OwnFeed { made_at }| {
        let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/sessions", "My sessions")];
        let shown = use_context::<ShownOnce>();
        view! {
            <Page title="Your sessions in your calendar" trail>
                {shown.map(|shown| view! { <NewAddress shown /> })}
                <WhatItShows />
                {match made_at {
                    Some(made_at) => view! { <Made made_at /> }.into_any(),
                    None => view! { <NotMade /> }.into_any(),
                }}
            </Page>
        }
    })
}

/// This once, and nowhere else.
#[component]
fn NewAddress(shown: ShownOnce) -> impl IntoView {
    view! {
        <SecretLink title="Calendar address" shown>
            <p>
                "In your calendar, choose to add or subscribe to a calendar from the internet, and paste it there. Keep it to "
                "yourself: whoever has it can read when and where your sessions are."
            </p>
        </SecretLink>
    }
}

#[component]
fn WhatItShows() -> impl IntoView {
    view! {
        <p>
            "Outlook, Google Calendar and Apple Calendar can show your sessions and keep them up to date. You give them an "
            "address that is yours alone."
        </p>
        <p>"What your calendar shows:"</p>
        <ul>
            <li>"sessions that you have a seat in, and those that you lead"</li>
            <li>"seats that are offered to you, as tentative"</li>
            <li>"the title, the time and the place, for the past 12 months and all that is to come"</li>
        </ul>
        <p>"It shows no names of people, and no links to join online."</p>
        <InsetText>
            <p>"Removing a session from your calendar does not give up your seat. Give it up on the page of the session."</p>
        </InsetText>
    }
}

#[component]
fn NotMade() -> impl IntoView {
    view! {
        <Form<MakeCalendarFeed>>
            <Button text="Make a calendar address" />
        </Form<MakeCalendarFeed>>
    }
}

/// There is one; what it was is not known here any more.
#[component]
fn Made(made_at: NaiveDateTime) -> impl IntoView {
    view! {
        <h2>"Your calendar address"</h2>
        <p>{format!("You made it on {}. Esteem cannot show it again.", spoken_moment(made_at))}</p>
        <Details summary="Make a new address">
            <p>
                "Do this if you have lost the address, or if somebody else has it. The address that you have now stops working, "
                "and your calendar needs the new one."
            </p>
            <Form<MakeCalendarFeed>>
                <Button text="Replace my calendar address" kind=ButtonKind::Warning />
            </Form<MakeCalendarFeed>>
        </Details>
        <Details summary="Stop showing my sessions in my calendar">
            <p>"The address stops working. You keep your seats, and you can make another address later."</p>
            <Form<EndCalendarFeed>>
                <Button text="Switch off my calendar address" kind=ButtonKind::Warning />
            </Form<EndCalendarFeed>>
        </Details>
    }
}
