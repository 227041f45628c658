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

/// What the form showed of that, under names of its own: what differs from it was changed by whoever sends it, and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShownFields {
    pub shown_title: String,
    pub shown_about: String,
    pub shown_time: String,
    pub shown_venue: String,
    pub shown_link: String,
    pub shown_capacity: String,
}

/// *This of them is to be so.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSeries {
    pub part: Part,
    pub shared: Shared,
    /// As the form showed it; none where that is not known.
    pub shown: Option<Shared>,
}

impl ChangeSeries {
    /// # Errors
    /// Returns a message for each field that cannot be used, by its name in [`SharedFields`].
    pub fn parse(typed: &SharedFields, shown: &ShownFields) -> Result<Self, FieldErrors> {
        let shown = shown.clone();
        let shown = SharedFields {
            part: String::new(),
            title: shown.shown_title,
            about: shown.shown_about,
            time: shown.shown_time,
            venue: shown.shown_venue,
            link: shown.shown_link,
            capacity: shown.shown_capacity,
        };
        let mut errors = FieldErrors::default();
        let part = errors.keep("part", part(&typed.part));
        match (part, alike(typed, &mut errors)) {
            (Some(part), Some(shared)) => {
                Ok(Self { part, shared, shown: alike(&shown, &mut FieldErrors::default()) })
            }
            _ => Err(errors),
        }
    }
}

/// What they are to be alike in.
fn alike(typed: &SharedFields, errors: &mut FieldErrors) -> Option<Shared> {
    let title = errors.keep("title", required_text(&typed.title, "a title", TITLE_MOST));
    let about = optional_text(&typed.about, "what it is about", ABOUT_MOST);
    let about = errors.keep("about", about);
    let time = errors.keep("time", time(&typed.time));
    let venue = errors.keep("venue", optional_text(&typed.venue, "the venue", PLACE_MOST));
    let link = errors.keep("link", link(&typed.link));
    let capacity = errors.keep("capacity", seats(&typed.capacity));
    Some(Shared {
        title: title?,
        about: about?,
        time: time?,
        venue: venue?,
        link: link?,
        capacity: capacity?,
    })
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
