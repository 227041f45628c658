//! The steps of a programme one after the other, each in a session of its own: from when on, how often, where, and on which dates.

use super::repeat::{Ends, Repeat, every, ticked};
use crate::dates::{Period, spoken_time};
use crate::fields::{FieldErrors, choice, date};
use crate::sessions::forms::{DescribeSession, SessionFields, minutes, time};
use crate::sessions::series::rule::{MOST, Pace, Recurrence};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// How many more dates there are to choose from than sessions, so that some can be left out.
const SPARE: usize = 4;

/// When the sessions are, as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepsFields {
    /// The day of the first.
    pub day: String,
    pub time: String,
    pub pace: String,
    /// Weeks or months from one session to the next; blank is 1.
    pub every: String,
    /// How long each takes; blank is as long as its step says.
    pub minutes: String,
}

/// For whom and where they are, and how many seats each has, as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepsPlaceFields {
    pub held_for: String,
    pub venue: String,
    pub link: String,
    pub capacity: String,
}

/// *The steps in turn, from then on.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepsInTurn {
    /// Civil time in London.
    pub first: NaiveDateTime,
    pub pace: Pace,
    pub every: u32,
    /// How long each session takes; none where each takes as long as its step.
    pub minutes: Option<u32>,
}

/// When sessions are made, and the rule that gives their dates: from the first of them to the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    pub rule: Recurrence,
    pub first: NaiveDateTime,
    /// When each begins, the first among them.
    pub starts: Vec<NaiveDateTime>,
}

impl StepsFields {
    /// Whether nothing was typed yet.
    pub fn is_blank(&self) -> bool {
        let all = [&self.day, &self.time, &self.pace, &self.every, &self.minutes];
        all.iter().all(|text| text.trim().is_empty())
    }
}

impl StepsPlaceFields {
    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("venue", &self.venue), ("link", &self.link)]
    }
}

impl StepsInTurn {
    /// # Errors
    /// Returns a message for each of `day`, `time`, `pace`, `every` and `minutes` that cannot be used.
    pub fn parse(typed: &StepsFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let day = errors.keep("day", date(&typed.day, "the day of the first session"));
        let time = errors.keep("time", time(&typed.time));
        let pace = errors.keep("pace", choice(&typed.pace, "how the sessions go on"));
        let every = errors.keep("every", every(&typed.every));
        let minutes = match typed.minutes.trim() {
            "" => Some(None),
            text => errors.keep("minutes", minutes(text)).map(Some),
        };
        match (day, time, pace, every, minutes) {
            (Some(day), Some(time), Some(pace), Some(every), Some(minutes)) => {
                Ok(Self { first: day.and_time(time), pace, every, minutes })
            }
            _ => Err(errors),
        }
    }

    /// The rule of the dates to choose from for so many sessions of a programme: some more than there are sessions, and none after
    /// it has ended.
    ///
    /// # Errors
    /// Returns a message for `pace` where not every month has a day like the first, and for `day` where the programme ends before
    /// so many dates.
    pub fn dates(self, sessions: usize, runs: Period) -> Result<Recurrence, FieldErrors> {
        let count = sessions.saturating_add(SPARE).min(MOST as usize) as u32;
        let Self { first, pace, every, .. } = self;
        let rule = Repeat { pace, every, ends: Ends::After(count) }.of(first)?;
        let starts = rule.starts(first).into_iter();
        let running = starts.take_while(|start| !runs.ends_before(start.date())).count();
        if running < sessions {
            let message = "Enter an earlier first day, or choose a shorter time between the sessions: the programme ends before \
                           its last step";
            return Err(FieldErrors::one("day", message));
        }
        Ok(Recurrence { count: running as u32, ..rule })
    }

    /// So many sessions of a programme on the days that are ticked, one on each.
    ///
    /// # Errors
    /// As [`Self::dates`]; and returns a message for `dates` where a day is none of them, or where there are more or fewer than
    /// sessions.
    pub fn laid(
        self,
        (sessions, runs): (usize, Period),
        days: &[String],
    ) -> Result<Laid, FieldErrors> {
        let rule = self.dates(sessions, runs)?;
        let all = rule.starts(self.first);
        let starts = ticked(all.clone(), days)?;
        let ends = starts.first().copied().zip(starts.last().copied());
        let Some((first, last)) = ends.filter(|_| starts.len() == sessions) else {
            let message = format!(
                "Tick {sessions} dates, one for each session. You have ticked {}",
                starts.len()
            );
            return Err(FieldErrors::one("dates", message));
        };
        let count = all.iter().filter(|start| (first..=last).contains(*start)).count() as u32;
        Ok(Laid { rule: Recurrence { count, ..rule }, first, starts })
    }

    /// The session of a step, of which `said` is what the step says.
    ///
    /// # Errors
    /// Returns a message for each of `held_for`, `venue`, `link` and `capacity` that cannot be used.
    pub fn session(
        self,
        said: SessionFields,
        place: &StepsPlaceFields,
        starts: NaiveDateTime,
    ) -> Result<DescribeSession, FieldErrors> {
        let StepsPlaceFields { held_for, venue, link, capacity } = place.clone();
        let minutes = match self.minutes {
            Some(minutes) => minutes.to_string(),
            None => said.minutes.clone(),
        };
        DescribeSession::parse(&SessionFields {
            day: starts.date().to_string(),
            time: spoken_time(starts.time()),
            minutes,
            held_for,
            venue,
            link,
            capacity,
            ..said
        })
    }
}
