//! A status in a word or two; the colour only repeats it.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    #[default]
    Blue,
    Green,
    Yellow,
    Orange,
    Red,
    Grey,
    White,
}

impl Colour {
    const fn class(self) -> &'static str {
        match self {
            Self::Blue => "nhsuk-tag nhsuk-tag--blue",
            Self::Green => "nhsuk-tag nhsuk-tag--green",
            Self::Yellow => "nhsuk-tag nhsuk-tag--yellow",
            Self::Orange => "nhsuk-tag nhsuk-tag--orange",
            Self::Red => "nhsuk-tag nhsuk-tag--red",
            Self::Grey => "nhsuk-tag nhsuk-tag--grey",
            Self::White => "nhsuk-tag nhsuk-tag--white",
        }
    }
}

#[component]
pub fn Tag(#[prop(into)] text: String, #[prop(optional)] colour: Colour) -> impl IntoView {
    view! { <strong class=colour.class()>{text}</strong> }
}
