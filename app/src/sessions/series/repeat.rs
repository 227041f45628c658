//! The form of repeating a session: how often and how many first, then the dates, of which some can be left out.

use super::api::{RepeatSession, repeat_form};
use crate::address;
use crate::load::load;
use crate::protected_time::OutsideReason;
use crate::sessions::rows::capital;
use crate::sessions::{id_in_path, trail};
use crate::ui::{
    Button, Checkboxes, Choice, Field, FilterPanel, Form, InsetText, Page, Select, TextInput,
    TextKind,
};
use domain::dates::spoken_day;
use domain::fields::FieldErrors;
use domain::ids::SessionId;
use domain::sessions::series::forms::RepeatFields;
use domain::sessions::series::views::{PossibleDate, RepeatForm};
use domain::sessions::series::{MOST, Pace};
use leptos::prelude::*;

#[component]
pub fn RepeatSessionPage() -> impl IntoView {
    let id = id_in_path();
    let typed = RepeatFields {
        pace: address::query("pace"),
        every: address::query("every"),
        count: address::query("count"),
        until: address::query("until"),
    };
    load(async move { repeat_form(id?, typed).await }, |form| view! { <Repeat form /> })
}

#[component]
fn Repeat(form: RepeatForm) -> impl IntoView {
    let RepeatForm { id, title, slot, scheduled, paces, typed, errors, words, dates } = form;
    let trail = trail(id, &title);
    let then = if scheduled {
        "They are scheduled at once, because this one is."
    } else {
        "They are drafts, like this one."
    };
    view! {
        <Page title=format!("Repeat “{title}”") trail errors=errors.clone()>
            <p>
                {format!("The first is on {}. ", slot.words())}
                "Those that are made have the same leads, competencies, kept seats and invited teams. " {then}
            </p>
            <HowOften paces errors />
            {words.map(|words| view! { <Dates id words typed dates /> })}
        </Page>
    }
}

#[component]
fn HowOften(paces: Vec<(Pace, String)>, errors: FieldErrors) -> impl IntoView {
    let paces = paces.into_iter().map(|(pace, words)| Choice::new(pace, capital(words))).collect();
    let every = Field::new("every", "Every how many weeks or months?").value(1);
    let count = Field::new("count", "How many sessions in all?")
        .hint(format!("With the first: at most {MOST}. Leave blank if you choose a last day"));
    let until = Field::new("until", "Or until which day?");
    view! {
        <FilterPanel action="Show the dates" errors>
            <Select field=Field::new("pace", "How is it repeated?") choices=paces none="Choose how" />
            <TextInput field=every kind=TextKind::Number width=3 />
            <TextInput field=count kind=TextKind::Number width=3 />
            <TextInput field=until kind=TextKind::Day width=10 />
        </FilterPanel>
    }
}

/// Each date with a box, ticked unless it is a bank holiday or somebody who leads is in another session.
#[component]
fn Dates(
    id: SessionId,
    words: String,
    typed: RepeatFields,
    dates: Vec<PossibleDate>,
) -> impl IntoView {
    let RepeatFields { pace, every, count, until } = typed;
    let left_out = dates.iter().filter(|date| !date.is_plain()).count();
    let field = Field::new("dates[]", "On which days is a session made?")
        .hint("Remove the tick from those that are to be left out")
        .values(dates.iter().filter(|date| date.is_plain()).map(key));
    let choices = dates.iter().map(choice).collect();
    view! {
        <h2>{format!("The dates: {words}")}</h2>
        {(left_out > 0).then(|| view! {
            <InsetText>
                <p>"Bank holidays, and days on which somebody who leads is in another session, are not ticked."</p>
            </InsetText>
        })}
        <Form<RepeatSession>>
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="pace" value=pace />
            <input type="hidden" name="every" value=every />
            <input type="hidden" name="count" value=count />
            <input type="hidden" name="until" value=until />
            <Checkboxes field choices />
            <OutsideReason />
            <Button text="Make these sessions" />
        </Form<RepeatSession>>
    }
}

pub(super) fn key(date: &PossibleDate) -> String {
    date.slot.starts.date().to_string()
}

/// A date, and what speaks against it.
pub(super) fn choice(date: &PossibleDate) -> Choice {
    let named = Choice::new(key(date), spoken_day(date.slot.starts.date()));
    let holiday = date.bank_holiday.then(|| "Bank holiday.".to_owned());
    let against: Vec<String> = holiday.into_iter().chain(date.clashes.iter().cloned()).collect();
    if against.is_empty() { named } else { named.hint(against.join(" ")) }
}
