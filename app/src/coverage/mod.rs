//! Coverage: the heatmap, the people behind a figure, and which teams are covered.

mod api;
mod cover; // which teams are covered, and why
mod filters; // the form above the heatmap
mod heatmap; // the table
mod page; // one unit as a whole, and what it is made of
mod people; // who is counted in a figure

pub use api::{Coverage, CoveragePeople};
pub use cover::{CoverPage, WhyCoveredPage};
pub use page::CoveragePage;
pub use people::CoveragePeoplePage;
