//! Mental health input of a team: what holds now, what is ahead, what was before; add, change and end a row.

mod add; // a new row
mod api; // server functions
mod change; // a row that holds or is ahead
mod fields; // what a row asks
mod team; // a team's rows

pub use add::AddInputPage;
pub use change::ChangeInputPage;
pub use team::TeamInputPage;

use crate::ui::Crumb;
use domain::coverage::views::Heading;

/// The page of a team's input.
fn page_of(team: &str) -> String {
    format!("/teams/{}/input", crate::address::segment(team))
}

/// The pages above those of one row.
fn trail(team: &Heading) -> Vec<Crumb> {
    vec![
        Crumb::new("/teams", "Teams"),
        Crumb::new(format!("/teams/{}", crate::address::segment(&team.code)), team.title.clone()),
        Crumb::new(page_of(&team.code), "Mental health input"),
    ]
}
