//! Teaching sessions: what is coming, a seat in them, and how they are planned.

mod api; // server functions: reading, and one's own seat
mod api_check_in; // server functions: checking in
mod api_draft; // server functions: planning
mod api_feedback; // server functions: what those who came say
mod api_guests; // server functions: guests
mod api_people; // server functions: booking for my people
mod api_plan; // server functions: one decision a page
mod api_register; // server functions: who came
mod api_seen; // server functions: what it showed
mod api_times; // server functions: a time for a draft
mod book; // the forms: a seat, booked and given up
mod booking; // my seat: where it stands
mod bookings; // who has a booking, for whoever runs the session
mod browse; // what is coming, and what is over: as a list, a month, a week
mod calendar; // my calendar, from its page
mod cancel; // the form: it does not take place
mod changed; // what it changed, for whoever teaches it
mod check_in; // the code, shown and entered
mod competencies; // the form: what it is meant to lead to
mod cutting; // the form, where fewer seats than are held were refused
mod day; // the day of a session, and after
mod describe; // the forms: a session
mod detail; // one session
mod feedback; // of those who came
mod fields; // what those forms ask
mod figures; // what sessions were: professions mixed, teams reached, people, hours
mod guests; // people who are not on record here
mod leads; // who leads it
mod mine; // my own
mod people; // booking for my people
mod planning; // one decision a page, then the answers
mod register; // who came
mod rows; // a session in a list
mod run; // what whoever runs it can do next
mod seats; // seats that are kept
mod series; // sessions that recur by one rule
mod teams; // teams that are invited
mod times; // a time for a draft
mod wellbeing; // how work has been for those who came

pub use browse::SessionsPage;
mod seen; // what it showed, confirmed

pub use check_in::{CheckInSessionPage, SessionCodePage};
pub use competencies::SessionCompetenciesPage;
pub use describe::{ChangeSessionPage, NewSessionPage, RecordSessionPage};
pub use detail::SessionPage;
pub use feedback::SessionFeedbackPage;
pub use figures::FiguresPage;
pub use guests::SessionGuestsPage;
pub use leads::SessionLeadsPage;
pub use mine::MySessionsPage;
pub use people::SessionPeoplePage;
pub use planning::{CheckPlanPage, PlanStepPage};
pub use register::{SessionRegisterPage, SessionSheetPage};
pub(crate) use rows::{capital, how_full};
pub use seats::SessionSeatsPage;
pub use seen::SessionSeenPage;
pub use series::{
    PlanStepsPage, RepeatSessionPage, SeriesChangePage, SeriesPage, SeriesPracticesPage,
};
pub use teams::SessionTeamsPage;
pub use times::SessionTimesPage;

use crate::address;
use crate::error::AppError;
use crate::ui::Crumb;
use domain::ids::SessionId;
use domain::sessions::views::SessionDetail;

/// The address of a session.
fn address_of(id: SessionId) -> String {
    format!("/sessions/{id}")
}

/// The pages above those of a session.
fn trail(id: SessionId, title: &str) -> Vec<Crumb> {
    let own = Crumb::new(address_of(id), title);
    vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions"), own]
}

/// The session in the path, for whoever may run it; to anybody else its inner pages are not there.
///
/// # Errors
/// As [`api::session_to_run`].
async fn to_run(id: Result<SessionId, AppError>) -> Result<SessionDetail, AppError> {
    api::session_to_run(id?).await
}

/// The session that the path names.
fn id_in_path() -> Result<SessionId, AppError> {
    address::id_part("id")
}
