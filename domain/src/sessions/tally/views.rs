//! What pages and files show of sessions in figures: plain values that cross to the browser.

use crate::coverage::views::Heading;
use crate::fields::FieldErrors;
use crate::sessions::format::Format;
use crate::sessions::wellbeing::QuarterSaid;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What some sessions came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub sessions: usize,
    /// Of them, how many mixed as many professions as they were to.
    pub inter_professional: usize,
    /// Of them, how many mixed mental health and other professions.
    pub cross_boundary: usize,
    /// The professions of those who came and led, each once.
    pub professions: usize,
    /// The teams and organisations of those who came, each once.
    pub teams: usize,
    pub organisations: usize,
    /// Those who came, each once; a guest once in each session.
    pub people: usize,
    /// Those who came, once in each session.
    pub attendances: usize,
    pub service_users: u64,
    /// How long the sessions took.
    pub minutes: u64,
    /// The same for each who came to the whole session.
    pub learning_minutes: u64,
}

/// What one session was, for whoever teaches it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFigures {
    pub figures: Figures,
    /// The professions that mixed, by name.
    pub professions: Vec<String>,
}

/// Sessions of a period in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodFigures {
    /// The first day and the last.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// What is wrong with the days in the address; then the figures are those of this year.
    pub errors: FieldErrors,
    /// Places that can be chosen, code and name.
    pub places: Vec<Heading>,
    /// The name of the place that was chosen.
    pub place: Option<String>,
    pub all: Figures,
    /// By the first day of each month, those with a session.
    pub months: Vec<(NaiveDate, Figures)>,
    /// By format, those with a session.
    pub formats: Vec<(Format, Figures)>,
    /// Sessions of the period that have taken place and are in no figure, because their registers are open.
    pub open: usize,
    /// How work has been for people in the places that these sessions are held in, by place and quarter.
    pub wellbeing: Vec<QuarterSaid>,
}
