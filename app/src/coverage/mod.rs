//! Coverage: the heatmap, its figures in order and over time, what it may be some days ahead, why a figure is what it is and
//! why it changed, which teams are covered, and who comes to them.

mod api;
mod around; // what stands around figures of a unit
mod asked; // a page as its address asks for it
mod behind; // where a figure leads
mod change; // why a figure changed
mod cover; // which teams are covered, and why
mod filters; // the form above the heatmap
mod forecast; // what figures may be some days ahead
mod grid; // tables of figures, whatever their cells show
mod heatmap; // the table
mod input; // mental health input beside coverage
mod page; // one unit as a whole, and what it is made of
mod people; // why a figure is what it is
mod questions; // what the forms above figures ask
mod ranked; // where to look first
mod trend; // a figure over two years

pub use change::CoverageChangePage;
pub use cover::{CoverPage, WhyCoveredPage};
pub use forecast::CoverageForecastPage;
pub use input::CoverageInputPage;
pub use page::CoveragePage;
pub use people::CoveragePeoplePage;
pub use ranked::CoverageRankedPage;
pub use trend::CoverageTrendPage;

/// Where its pages are.
pub(crate) const PATH: &str = "/coverage";
pub(crate) const COVER: &str = "/coverage/cover";
pub(crate) const INPUT: &str = "/coverage/input";
const CHANGE: &str = "/coverage/change";
const FORECAST: &str = "/coverage/forecast";
const PEOPLE: &str = "/coverage/people";
const RANKED: &str = "/coverage/ranked";
const TREND: &str = "/coverage/trend";
