//! Coverage: the heatmap, and the people behind a figure.

mod api;
mod filters; // the form above the heatmap
mod heatmap; // the table
mod page; // one unit as a whole, and what it is made of
mod people; // who is counted in a figure

pub use api::{Coverage, CoveragePeople};
pub use page::CoveragePage;
pub use people::CoveragePeoplePage;
