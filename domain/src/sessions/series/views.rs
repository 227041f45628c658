//! What pages show of a series: plain values that cross to the browser.

use super::Part;
use super::forms::{RepeatFields, SharedFields, StepsFields};
use super::rule::Pace;
use crate::coverage::views::Heading;
use crate::fields::FieldErrors;
use crate::ids::{SeriesActionId, SessionId, SessionSeriesId};
use crate::programmes::StepFormat;
use crate::sessions::BookingState;
use crate::sessions::changing::Concerned;
use crate::sessions::format::Format;
use crate::sessions::times::Slot;
use crate::sessions::views::{SessionForm, SessionLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A session before it is repeated, with the dates that what was typed leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepeatForm {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// Whether it is scheduled: then all that are made are scheduled at once.
    pub scheduled: bool,
    /// How it can be repeated, each in words about its own day.
    pub paces: Vec<(Pace, String)>,
    pub typed: RepeatFields,
    /// What is wrong with what was typed.
    pub errors: FieldErrors,
    /// Where something was typed that can be used: the rule in words.
    pub words: Option<String>,
    /// The sessions that would be made, without the first.
    pub dates: Vec<PossibleDate>,
}

/// A session that would be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PossibleDate {
    pub slot: Slot,
    pub bank_holiday: bool,
    /// What its leads are in then, a sentence each.
    pub clashes: Vec<String>,
}

impl PossibleDate {
    /// Whether nothing speaks against it: then it is ticked from the start.
    pub fn is_plain(&self) -> bool {
        !self.bank_holiday && self.clashes.is_empty()
    }
}

/// The steps of a programme before they are run as a series, with the dates that what was typed leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepsForm {
    pub programme: Heading,
    /// Those that are taken in a session, in their order.
    pub steps: Vec<StepInTurn>,
    /// Those that are done by oneself, each by its title.
    pub left_out: Vec<(String, StepFormat)>,
    /// For whom they can be held, and are at first.
    pub session: SessionForm,
    pub typed: StepsFields,
    /// What is wrong with what was typed.
    pub errors: FieldErrors,
    /// Where something was typed that can be used: the rule in words.
    pub words: Option<String>,
    /// The dates to choose from: more than there are sessions.
    pub dates: Vec<PossibleDate>,
}

impl StepsForm {
    /// The dates that are ticked from the start: the first that nothing speaks against, one for each session.
    pub fn ticked(&self) -> impl Iterator<Item = &PossibleDate> {
        self.dates.iter().filter(|date| date.is_plain()).take(self.steps.len())
    }
}

/// A step, as the session that would run it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepInTurn {
    pub title: String,
    pub format: Format,
    pub minutes: u32,
}

/// A session's place in its series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InSeries {
    pub id: SessionSeriesId,
    /// Counted from 1, in the order of the rule's dates.
    pub number: usize,
    pub of: usize,
    /// `every Tuesday at 1pm`.
    pub words: String,
    pub previous: Option<Neighbour>,
    pub next: Option<Neighbour>,
}

/// The session before or after another of its series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    pub id: SessionId,
    pub slot: Slot,
}

/// A series, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesDetail {
    pub id: SessionSeriesId,
    pub title: String,
    /// The programme whose steps its sessions run, where they run some of one.
    pub programme: Option<Heading>,
    pub words: String,
    pub sessions: Vec<SeriesLine>,
    /// Whether something of it belongs into the reader's calendar: they have a seat, or one is offered to them, or they lead one
    /// that is to come.
    pub in_calendar: bool,
    /// Whether the reader can ask for seats in some of its sessions.
    pub bookable: bool,
    /// The teams that they can book from, code and name.
    pub teams: Vec<Heading>,
    /// For whoever may run it: from which session on it can be changed.
    pub to_change: Option<SessionId>,
    /// How many drafts the reader may schedule.
    pub drafts: usize,
    /// Whether the reader looks back on it: they run or lead one of its sessions, or read the records of a practice that is invited.
    pub sees_practices: bool,
}

/// A session of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesLine {
    pub number: usize,
    pub line: SessionLine,
    /// Why the reader has no seat there and cannot ask for one, where that is so.
    pub why_not: Option<String>,
}

/// A series looked back on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesPractices {
    pub id: SessionSeriesId,
    pub title: String,
    pub words: String,
    /// Its sessions that have taken place, in the order of the rule’s dates.
    pub sessions: Vec<SeriesColumn>,
    pub practices: Vec<PracticeRow>,
    /// What was agreed, what is still to be done first.
    pub actions: Vec<ActionLine>,
    /// Whether the reader runs or leads it, and so keeps its actions.
    pub keeps: bool,
    pub today: NaiveDate,
}

/// A session of a series that has taken place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesColumn {
    pub id: SessionId,
    pub slot: Slot,
    /// Whether its register is closed: until then it says nothing here.
    pub closed: bool,
}

/// How many came from one organisation to each session; none while a register is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeRow {
    pub name: String,
    pub came: Vec<Option<u32>>,
}

/// Something that was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionLine {
    pub id: SeriesActionId,
    pub what: String,
    pub by_whom: String,
    pub due_on: Option<NaiveDate>,
    pub agreed_on: NaiveDate,
    pub done_on: Option<NaiveDate>,
    /// Whether its day has passed and it is not done.
    pub is_late: bool,
}

/// What is changed of several sessions, as it stands in the one that it is changed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesForm {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    pub series: SessionSeriesId,
    pub fields: SharedFields,
    /// How many of each part can still be changed, and who has a seat in them; in the order in which parts are listed.
    pub parts: Vec<(Part, Concerned)>,
}

impl SeriesForm {
    /// All that can still be changed.
    pub fn all(&self) -> Concerned {
        let all = self.parts.iter().find(|(part, _)| *part == Part::All);
        all.map(|(_, concerned)| *concerned).unwrap_or_default()
    }
}

/// What became of one session when somebody asked for a seat in all of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub id: SessionId,
    pub slot: Slot,
    /// The state that the booking came to, or why there is none.
    pub answer: Result<BookingState, String>,
}

/// What the asker is told of all of them: `You have a seat in 5 sessions. You are on the waiting list of 1 session.`
pub fn told(asked: &[Asked]) -> String {
    let came_to = |state: BookingState| asked.iter().filter(|one| one.answer == Ok(state)).count();
    let (booked, waits) = (came_to(BookingState::Booked), came_to(BookingState::Waitlisted));
    let requested = came_to(BookingState::Requested);
    let refused = asked.iter().filter(|one| one.answer.is_err()).count();
    let sessions = |many: usize| crate::figures::counted(many, "session", "sessions");
    let parts = [
        (booked, format!("You have a seat in {}.", sessions(booked))),
        (waits, format!("You are on the waiting list of {}.", sessions(waits))),
        (requested, format!("Your team manager answers first for {}.", sessions(requested))),
        (refused, format!("{} could not be booked: the list says why.", sessions(refused))),
    ];
    let parts = parts.into_iter().filter(|(many, _)| *many > 0).map(|(_, words)| words);
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_each_is_told_in_numbers() {
        let one = |answer| Asked {
            id: "0198f3c0-0000-7000-8000-000000000000".parse().unwrap(),
            slot: Slot { starts: "2026-12-08T13:00:00".parse().unwrap(), minutes: 60 },
            answer,
        };
        let all = [
            one(Ok(BookingState::Booked)),
            one(Ok(BookingState::Booked)),
            one(Ok(BookingState::Waitlisted)),
            one(Err("You are in “Safety plans” then".to_owned())),
        ];
        let expected = "You have a seat in 2 sessions. You are on the waiting list of 1 session. \
                        1 session could not be booked: the list says why.";
        assert_eq!(told(&all), expected);
    }
}
