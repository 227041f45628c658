//! Sessions that recur by one rule: how a session is repeated, all that come of it, and what is done to several of them.

mod among; // on a session's page: where it stands in its series
mod api; // server functions
mod api_practices; // server functions: who came from where, and what was agreed
mod change; // the forms: several are changed or cancelled
mod list; // all sessions of a series
mod more; // on a session's page: what else can be made of it
mod practices; // who came from where, and what was agreed
mod repeat; // the form: how often, how many, on which dates
mod steps; // the form: the steps of a programme, one after the other

pub use change::SeriesChangePage;
pub use list::SeriesPage;
pub use practices::SeriesPracticesPage;
pub use repeat::RepeatSessionPage;
pub use steps::PlanStepsPage;

pub(super) use among::InItsSeries;
pub(super) use more::More;

use domain::ids::SessionSeriesId;

/// The address of a series.
fn address_of(id: SessionSeriesId) -> String {
    format!("/sessions/series/{id}")
}
