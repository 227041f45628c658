//! What is changed in several sessions of a series at once, and that several of them do not take place.

use crate::fields::{FieldErrors, choice, optional_text, required_text};
use crate::sessions::CancelReason;
use crate::sessions::forms::{
    ABOUT_MOST, CancelSession, PLACE_MOST, TITLE_MOST, link, seats, time,
};
use crate::sessions::series::{Part, Shared};
use serde::{Deserialize, Serialize};

/// What sessions of a series are alike in, as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedFields {
    /// Which sessions are meant: the code of a [`Part`].
    pub part: String,
    pub title: String,
    pub about: String,
    pub time: String,
    pub venue: String,
    pub link: String,
    pub capacity: String,
}

/// *This of them is to be so.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSeries {
    pub part: Part,
    pub shared: Shared,
}

impl ChangeSeries {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`SharedFields`].
    pub fn parse(typed: &SharedFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let part = errors.keep("part", part(&typed.part));
        let title = errors.keep("title", required_text(&typed.title, "a title", TITLE_MOST));
        let about = optional_text(&typed.about, "what it is about", ABOUT_MOST);
        let about = errors.keep("about", about);
        let time = errors.keep("time", time(&typed.time));
        let venue = errors.keep("venue", optional_text(&typed.venue, "the venue", PLACE_MOST));
        let link = errors.keep("link", link(&typed.link));
        let capacity = errors.keep("capacity", seats(&typed.capacity));
        match (part, title, about, time, venue, link, capacity) {
            (
                Some(part),
                Some(title),
                Some(about),
                Some(time),
                Some(venue),
                Some(link),
                Some(capacity),
            ) => Ok(Self { part, shared: Shared { title, about, time, venue, link, capacity } }),
            _ => Err(errors),
        }
    }
}

/// *They do not take place, because …*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CancelSeries {
    pub part: Part,
    pub reason: CancelReason,
}

impl CancelSeries {
    /// # Errors
    /// Returns a message for each of `part` and `reason` that was not chosen.
    pub fn parse(part_code: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let part = errors.keep("part", part(part_code));
        let reason = match CancelSession::parse(reason) {
            Ok(CancelSession(reason)) => Some(reason),
            Err(FieldErrors(told)) => {
                errors.0.extend(told);
                None
            }
        };
        match (part, reason) {
            (Some(part), Some(reason)) => Ok(Self { part, reason }),
            _ => Err(errors),
        }
    }
}

fn part(code: &str) -> Result<Part, String> {
    choice(code, "which sessions are meant")
}
