//! Where a grant applies: a list of what lies in my own scope, with a search where it is long.

use crate::ui::{Choice, Field, FilterPanel, Select, TextInput, TextKind};
use domain::grants::forms::EVERYWHERE;
use domain::grants::views::Offer;
use leptos::prelude::*;

/// Narrows the places down. It stands above the form, because it asks for the page anew.
#[component]
pub fn PlaceSearch(offer: Offer) -> impl IntoView {
    let shown = offer.places.len();
    let many = offer.places_in_all > shown || !crate::address::query("find").is_empty();
    many.then(|| {
        let all = offer.places_in_all;
        view! {
            <FilterPanel action="Find places">
                <TextInput
                    field=Field::new("find", "Find the place first")
                        .hint(format!("By name or code. The list below shows {shown} of {all} places."))
                    kind=TextKind::Search
                    width=20
                />
            </FilterPanel>
        }
    })
}

/// The choice of a place in the form.
#[component]
pub fn PlaceSelect(offer: Offer) -> impl IntoView {
    let everywhere = offer.everywhere.then(|| Choice::new(EVERYWHERE, "Everywhere"));
    let named = |(code, name)| Choice::new(&code, format!("{name} ({code})"));
    let places = offer.places.into_iter().map(named);
    let only = everywhere.is_none() && places.len() == 1;
    let choices: Vec<Choice> = everywhere.into_iter().chain(places).collect();
    let field =
        Field::new("place", "Where does it apply?").hint("There and in everything below it");
    let field = match choices.first() {
        Some(choice) if only => field.value(&choice.value),
        _ => field,
    };
    view! { <Select field choices none="Choose a place" /> }
}
