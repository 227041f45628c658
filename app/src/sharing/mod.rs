//! Sharing: what each organisation lets grants from outside it see, since when, and from when on.

mod api; // server functions
mod list; // the organisations within reach
mod organisation; // one of them: what it shares, its history, a new level

pub use list::SharingPage;
pub use organisation::SharingOrganisationPage;

use crate::ui::Colour;
use domain::codes::Sharing;

/// The level in a word, for tables.
const fn short(level: Sharing) -> &'static str {
    match level {
        Sharing::None => "Nothing",
        Sharing::Figures => "Figures",
        Sharing::People => "Figures and people",
    }
}

const fn colour(level: Sharing) -> Colour {
    match level {
        Sharing::None => Colour::Grey,
        Sharing::Figures => Colour::Blue,
        Sharing::People => Colour::Green,
    }
}
