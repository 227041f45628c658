//! What coverage may be some days ahead, from what is known on a day: at the least, and at the most (rules, section 4).

mod causes; // one row, and what is behind it
mod falls; // what falls most
mod hopes; // what would count if all of it were confirmed
mod horizon; // how far it looks
mod lacking; // who lacks cover already
mod moves; // what becomes of posts
mod outlook; // one question, counted person by person
mod seats; // who has one in which session
pub mod views; // what pages show
mod words; // figures and causes as people read them

pub use causes::{Causes, Forecast, Pairs, Shift};
pub use falls::falling;
pub use horizon::{Horizon, looks_from};
pub use lacking::{Lacking, thinnest_first};
pub use seats::{Seats, Teaching};
pub(in crate::coverage) use words::moved;

use super::facts::Facts;
use super::query::Query;
use super::standings::Standings;
use causes::Cause;
use chrono::NaiveDate;
use outlook::Outlook;

/// What is asked: coverage as a query asks it, as at its day and so many days later. What is known is known on that day.
#[derive(Clone, Debug)]
pub struct Ahead {
    pub query: Query,
    pub horizon: Horizon,
}

impl Ahead {
    /// The day it looks at.
    pub fn until(&self) -> NaiveDate {
        self.horizon.after(self.query.as_at)
    }
}

/// The forecast of one scope, item and group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForecastRow {
    pub scope_code: String,
    pub scope_name: String,
    /// `all` for the item `all`.
    pub item_code: String,
    /// `all` where no group was asked for.
    pub group: String,
    pub forecast: Forecast,
}

/// The rows of each question, in one pass over everybody and what was said of them.
///
/// *Low*: coverage at the later day from judgements up to the earlier one and the posts known then. *High*: the same, plus every
/// open request confirmed at the level asked, on the earlier day; plus, for every seat of a session between the two and each of its
/// outcomes, a confirmation on that day at the lower of the intended level and the format's ceiling; each only where it is higher
/// than what the person then holds, or the same and later due. Where nothing is open or booked, starts, ends or runs out, both are
/// today's figure.
pub fn forecasts(facts: &Facts, asked: &[Ahead], seats: &Seats) -> Vec<Vec<ForecastRow>> {
    let later = |ahead: &Ahead| Query { as_at: ahead.until(), ..ahead.query.clone() };
    let then: Vec<Query> = asked.iter().map(later).collect();
    let both = asked.iter().map(|ahead| &ahead.query).zip(&then);
    let mut outlooks: Vec<Option<Outlook>> =
        both.map(|queries| Outlook::new(facts, queries, seats)).collect();
    if let Some((mut known, mut ahead)) = Standings::new(facts).zip(Standings::new(facts)) {
        for person in &facts.people {
            for outlook in outlooks.iter_mut().flatten() {
                outlook.count(person, (&mut known, &mut ahead));
            }
        }
    }
    outlooks.iter().map(|outlook| outlook.as_ref().map_or_else(Vec::new, Outlook::rows)).collect()
}

#[cfg(test)]
mod tests;
