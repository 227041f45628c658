//! Training packages: what they are, how far I and my teams have come, and how they are drafted.

mod api; // server functions: reading
mod api_draft; // server functions: drafting
mod competencies; // the form: what a step is meant to lead to
mod describe; // the forms: a programme
mod detail; // one programme
mod edit; // one programme, to be changed
mod list; // all of them
mod mine; // my own
mod rows; // how far the audience has come
mod step; // one step, as pages show it
mod step_form; // the forms: a step
mod team; // how far a team has come

pub use competencies::StepCompetenciesPage;
pub use describe::{ChangeProgrammePage, NewProgrammePage};
pub use detail::ProgrammePage;
pub use edit::EditProgrammePage;
pub use list::ProgrammesPage;
pub use mine::MyProgrammesPage;
pub use rows::ProgrammeRowsPage;
pub use step_form::{ChangeStepPage, NewStepPage};
pub use team::ProgrammeTeamPage;

use crate::address::segment;
use crate::ui::Crumb;
use domain::coverage::views::Heading;

/// The address of a programme.
pub(crate) fn address_of(code: &str) -> String {
    format!("/programmes/{}", segment(code))
}

/// The pages above those of a programme.
pub(crate) fn trail(programme: &Heading) -> Vec<Crumb> {
    let own = Crumb::new(address_of(&programme.code), programme.title.clone());
    vec![Crumb::new("/", "Home"), Crumb::new("/programmes", "Programmes"), own]
}

/// The pages above those on which a programme is changed.
fn trail_of_draft(programme: &Heading) -> Vec<Crumb> {
    let mut above = trail(programme);
    above.push(Crumb::new(format!("{}/edit", address_of(&programme.code)), "Change the programme"));
    above
}
