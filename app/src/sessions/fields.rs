//! What the forms of a session ask: what it is, when and where it is, for whom, and how many seats it has.

use crate::judgements::NO_PATIENTS;
use crate::ui::{Checkboxes, Choice, DateInput, Field, Select, TextInput, TextKind, Textarea};
use domain::coverage::views::Heading;
use domain::sessions::format::Format;
use domain::sessions::forms::{ABOUT_MOST, EVERYBODY, SessionFields};
use domain::sessions::views::SessionForm;
use leptos::prelude::*;

#[component]
pub(super) fn SessionFieldset(
    form: SessionForm,
    /// It has taken place: nobody can book it, so nothing about booking is asked.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let SessionForm { fields, places, everybody, .. } = form;
    let SessionFields { venue, link, held_for, .. } = fields.clone();
    view! {
        <What fields=fields.clone() />
        <When fields=fields.clone() />
        <Place venue link />
        <ForWhom held_for places everybody over />
        <Seats fields over />
    }
}

#[component]
pub(super) fn What(fields: SessionFields) -> impl IntoView {
    let SessionFields { title, about, format: chosen, .. } = fields;
    let formats = Format::ALL.iter().map(|format| Choice::new(format, format.label())).collect();
    let format = Field::new("format", "Format").hint(ceilings());
    view! {
        <Named title about />
        <Select field=format.value(chosen) choices=formats none="Choose a format" />
    }
}

/// Its title, and what it is about.
#[component]
pub(super) fn Named(title: String, about: String) -> impl IntoView {
    let field = Field::new("about", "What is it about? (optional)")
        .hint(format!("What people will do, and what to bring. {NO_PATIENTS}"));
    view! {
        <TextInput field=Field::new("title", "Title").value(title) />
        <Textarea field=field.value(about) most=ABOUT_MOST rows=4 />
    }
}

/// The highest level that taking part supports, with the formats that it is of.
fn ceilings() -> String {
    let named: Vec<String> = Format::ALL
        .iter()
        .map(|format| format!("{} {}", format.label().to_lowercase(), format.ceiling()))
        .collect();
    format!("Taking part supports levels up to: {}", named.join(", "))
}

#[component]
pub(super) fn When(fields: SessionFields) -> impl IntoView {
    let minutes = Field::new("minutes", "How many minutes does it take?").hint("For example, 90");
    view! {
        <DateInput field=Field::new("day", "On which day is it?").value(fields.day) />
        <StartTime time=fields.time />
        <TextInput field=minutes.value(fields.minutes) kind=TextKind::Number width=4 />
    }
}

#[component]
pub(super) fn StartTime(time: String) -> impl IntoView {
    let field = Field::new("time", "When does it start?").hint("For example, 1pm or 1:30pm");
    view! { <TextInput field=field.value(time) width=10 /> }
}

#[component]
pub(super) fn Place(venue: String, link: String) -> impl IntoView {
    let at = Field::new("venue", "Where is it? (optional)")
        .hint("The building, its address and the room. Leave blank if it is online only");
    let online = Field::new("link", "Link to join online (optional)")
        .hint("Beginning with https://. Only people who have a seat, lead it or run it see this");
    view! {
        <TextInput field=at.value(venue) />
        <TextInput field=online.value(link) />
    }
}

#[component]
pub(super) fn Capacity(capacity: String) -> impl IntoView {
    let field = Field::new("capacity", "How many seats are there?").value(capacity);
    view! { <TextInput field kind=TextKind::Number width=4 /> }
}

#[component]
pub(super) fn ForWhom(
    held_for: String,
    places: Vec<Heading>,
    everybody: bool,
    /// Nobody can book it.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let named = |place: Heading| Choice::new(place.code, place.title);
    let everybody = everybody.then(|| Choice::new(EVERYBODY, "Everybody"));
    let places = everybody.into_iter().chain(places.into_iter().map(named)).collect();
    let field = Field::new("held_for", "For whom is it held?").value(held_for);
    let field = match over {
        true => field,
        false => field.hint("People in teams there, and in everything below it, can book"),
    };
    view! { <Select field choices=places none="Choose a place" /> }
}

/// How many seats there are, and who takes them.
#[component]
pub(super) fn Seats(
    fields: SessionFields,
    /// Nobody can book it.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let booking = (!over).then(|| view! { <Booking fields=fields.clone() /> });
    view! {
        <Capacity capacity=fields.capacity />
        {booking}
        <LeastProfessions professions=fields.professions_least />
    }
}

/// Who can book it, from when and until when, and how many are to.
#[component]
fn Booking(fields: SessionFields) -> impl IntoView {
    let invited = Choice::new("yes", "Only teams that are invited can book");
    let opens = Field::new("booking_opens", "Day on which booking opens (optional)")
        .hint("For example, 4 5 2026. Leave blank if it can be booked as soon as you schedule it");
    let time = Field::new("booking_opens_time", "Time at which booking opens (optional)")
        .hint("For example, 9am or 1:30pm. Leave blank for the beginning of that day");
    let ends = Field::new("booking_ends", "Last day to book (optional)")
        .hint("For example, 4 5 2026. Leave blank if it can be booked until it starts");
    let least = Field::new("people_least", "Fewest people (optional)").hint(
        "If fewer have a seat in the two weeks before, the session’s page says so to whoever teaches it. It is not cancelled by \
         itself",
    );
    view! {
        <Checkboxes
            field=Field::new("invited_only", "Who can book?").value(fields.invited_only)
            choices=vec![invited]
        />
        <DateInput field=opens.value(fields.booking_opens) />
        <TextInput field=time.value(fields.booking_opens_time) width=10 />
        <DateInput field=ends.value(fields.booking_ends) />
        <TextInput field=least.value(fields.people_least) kind=TextKind::Number width=4 />
    }
}

/// The fewest professions that it asks for.
#[component]
fn LeastProfessions(professions: String) -> impl IntoView {
    let least = Field::new("professions_least", "Fewest professions (optional)")
        .hint("Among people who have a seat or lead it. A session is inter-professional from 2 on, or from what you ask for");
    view! { <TextInput field=least.value(professions) kind=TextKind::Number width=4 /> }
}
