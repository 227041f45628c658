//! Teams: which there are, who is in them, and where their people stand.

mod due; // of whom something is due, and nudging them
mod find; // teams by name, organisation or setting
mod matrix; // people by competency
mod people; // who is in a team, who comes and who goes
mod sight; // what the asker may see of which team
mod team; // one team

pub(crate) use people::{Member, members, within};
pub(crate) use sight::Sight;

pub use due::{due, nudge};
pub use find::{TeamsAsk, find};
pub use matrix::matrix;
pub use team::team;
