//! What can be looked for; the answers stand in the address, with the view that they are for.

use crate::ui::{Checkboxes, Choice, Field, FilterPanel, Select, TextInput, TextKind};
use domain::coverage::views::Heading;
use domain::sessions::browse::views::FilterChoices;
use domain::sessions::browse::{SessionsAddress, View};
use domain::sessions::format::Format;
use leptos::prelude::*;

#[component]
pub(super) fn Filters(
    address: SessionsAddress,
    choices: FilterChoices,
    /// Whether the reader can book at all.
    has_own: bool,
) -> impl IntoView {
    let FilterChoices { domains, places } = choices;
    let domains = named(domains, address.builds.as_deref());
    let places = named(places, address.held_for.as_deref());
    let formats: Vec<Choice> =
        Format::ALL.iter().map(|format| Choice::new(format, format.label())).collect();
    let coming = !address.past;
    view! {
        <FilterPanel action="Search">
            <Kept address />
            <TextInput
                field=Field::new("q", "Session, place or lead").hint("Part of a name is enough")
                kind=TextKind::Search
                width=20
            />
            <Select field=Field::new("format", "Format") choices=formats none="All formats" />
            <Select field=Field::new("builds", "Builds") choices=domains none="All domains" />
            <Select field=Field::new("for", "Held for") choices=places none="All places" />
            {coming.then(|| view! { <Seats has_own /> })}
        </FilterPanel>
    }
}

/// What can be chosen; with what a link asks for, where that is something else.
fn named(all: Vec<Heading>, asked: Option<&str>) -> Vec<Choice> {
    let other = asked.filter(|asked| all.iter().all(|one| one.code != *asked));
    let other = other.map(|code| Choice::new(code, code));
    let all = all.into_iter().map(|one| Choice::new(one.code, one.title));
    all.chain(other).collect()
}

/// The view, and its days, stay when something else is looked for.
#[component]
fn Kept(address: SessionsAddress) -> impl IntoView {
    let view = address.view.filter(|view| *view != View::List);
    let at = address.at.clone().zip(view);
    view! {
        {address.past.then(|| view! { <input type="hidden" name="past" value="yes" /> })}
        {view.map(|view| view! { <input type="hidden" name="view" value=view.code() /> })}
        {at.map(|(at, view)| view! { <input type="hidden" name=view.code() value=at /> })}
    }
}

#[component]
fn Seats(has_own: bool) -> impl IntoView {
    let free = vec![Choice::new("yes", "Only with a free seat")];
    let mine = vec![Choice::new("yes", "Only those that I can book")];
    view! {
        <Checkboxes field=Field::new("free", "Seats") choices=free />
        {has_own.then(|| view! { <Checkboxes field=Field::new("mine", "For me") choices=mine /> })}
    }
}
