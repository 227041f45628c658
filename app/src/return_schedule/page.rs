//! The places whose returns the reader prepares, each with a button that says whether that happens automatically.

use super::api::{ScheduleReturns, list_return_schedules};
use crate::load::load;
use crate::ui::{Button, ButtonKind, Colour, Crumb, EmptyState, Form, Page, StackedTable, Tag};
use chrono::NaiveDate;
use domain::dates::{days_after, spoken};
use domain::returns::schedule::{ReturnSchedules, ScheduledPlace};
use leptos::prelude::*;

#[component]
pub fn ReturnSchedulePage() -> impl IntoView {
    load(list_return_schedules(), |schedules| view! { <Schedules schedules /> })
}

#[component]
fn Schedules(schedules: ReturnSchedules) -> impl IntoView {
    let ReturnSchedules { places, next } = schedules;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/returns", "Returns")];
    view! {
        <Page title="Prepare returns automatically" trail>
            <p>
                "Where you switch this on, the return of each quarter is prepared on the first day after the quarter, and then waits. "
                "A person still checks it, another approves it, and somebody submits it: the weekly email reminds them."
            </p>
            <p>{ahead(next)}</p>
            <All places />
        </Page>
    }
}

fn ahead(next: NaiveDate) -> String {
    format!(
        "The next would be the return as at {}, on {}. One that somebody has begun by then is left alone.",
        spoken(next),
        spoken(days_after(next, 1))
    )
}

#[component]
fn All(places: Vec<ScheduledPlace>) -> impl IntoView {
    if places.is_empty() {
        return view! {
            <EmptyState heading="There is no place whose returns you prepare">
                <p>
                    "A return is of a whole place, such as a borough. It is prepared by workforce leads of that place or of an area "
                    "around it."
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let rows = places.into_iter().map(cells).collect();
    let head = vec!["Place", "Prepare returns automatically", "Change"];
    view! { <StackedTable caption="Places" head rows /> }.into_any()
}

fn cells(place: ScheduledPlace) -> Vec<AnyView> {
    let ScheduledPlace { code, name, is_on, said } = place;
    let (text, colour) = if is_on { ("On", Colour::Green) } else { ("Off", Colour::Grey) };
    let (title, about) = (format!("{name} ({code})"), format!("for {name}"));
    let said = said.map(|(on, by)| format!(" since {}, by {by}", spoken(on)));
    let stands = view! {
        <Tag text colour />
        {said}
    };
    let (next, button) = if is_on { ("no", "Switch off") } else { ("yes", "Switch on") };
    let change = view! {
        <Form<ScheduleReturns> about=code.clone()>
            <input type="hidden" name="place" value=code />
            <input type="hidden" name="on" value=next />
            <Button text=button kind=ButtonKind::Secondary about />
        </Form<ScheduleReturns>>
    };
    vec![title.into_any(), stands.into_any(), change.into_any()]
}
