//! A session planned one decision a page: which page asks what, and what is answered so far.

mod words; // the answers, to be checked

pub use words::Answer;

use super::forms::{DescribeSession, EVERYBODY, SessionFields};
use super::views::SessionForm;
use crate::dates::parse_written;
use crate::drafts::Draft;
use crate::fields::FieldErrors;
use crate::ids::SessionId;
use crate::macros::codes;
use crate::patient_text::{LetThrough, REASON_FIELD};
use serde::{Deserialize, Serialize};

codes! {
    /// A page of planning, in the order in which they are asked.
    Step, "page of planning a session" {
        What "what" "What the session is",
        When "when" "When it is",
        Where "where" "Where it is",
        ForWhom "for-whom" "For whom it is held",
        Seats "seats" "Seats and booking",
    }
}

/// The name under which the id of the draft that they become is kept with the answers.
pub const BECOMES: &str = "becomes";

/// Whether somebody can plan a session one decision a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stepwise {
    /// Answers are kept with a staff record, and they have none; or the draft begins with something else that is there.
    Never,
    Offered,
    /// They have drafted no session yet, so that is where they begin.
    First,
}

impl Step {
    /// What it asks: the name of each field in [`SessionFields`], and what it is called where answers are checked.
    pub const fn fields(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::What => {
                &[("title", "Title"), ("about", "What it is about"), ("format", "Format")]
            }
            Self::When => &[("day", "Day"), ("time", "Start"), ("minutes", "Length")],
            Self::Where => &[("venue", "Venue"), ("link", "Link to join online")],
            Self::ForWhom => &[("held_for", "Held for")],
            Self::Seats => &[
                ("capacity", "Seats"),
                ("invited_only", "Who can book"),
                ("booking_opens", "Booking opens on"),
                ("booking_opens_time", "Booking opens at"),
                ("booking_ends", "Last day to book"),
                ("people_least", "Fewest people"),
                ("professions_least", "Fewest professions"),
            ],
        }
    }

    /// Its place from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step != self).count() + 1
    }

    fn asks(self, field: &str) -> bool {
        self.fields().iter().any(|(name, _)| *name == field)
    }

    /// What is kept, with what was typed on this page in the place of its earlier answers; and, where that was asked about, with
    /// why it is not about a patient.
    #[must_use]
    pub fn put(self, kept: Draft, typed: &SessionFields, passed: &LetThrough) -> Draft {
        let mut typed = typed.clone();
        let own = named(&mut typed).into_iter().filter(|(name, _)| self.asks(name));
        let own = own.map(|(name, value)| (name.to_owned(), as_kept(name, value)));
        let reason = self.reason_field();
        let why = passed.reason().map(|why| (reason.clone(), why.to_owned()));
        let is_other = |name: &str| !self.asks(name) && name != reason;
        let others = kept.answers.into_iter().filter(|(name, _)| is_other(name));
        Draft { answers: others.chain(own).chain(why).collect() }
    }

    /// Why what is written on this page is not about a patient, as it was said there; empty where it was not asked.
    pub fn reason(self, kept: &Draft) -> &str {
        kept.of(&self.reason_field())
    }

    fn reason_field(self) -> String {
        format!("{REASON_FIELD}-{self}")
    }

    /// What is written in somebody's own words on this page, each with the name of its field.
    pub fn texts(self, typed: &SessionFields) -> Vec<(&'static str, &str)> {
        let SessionFields { title, about, venue, link, .. } = typed;
        let texts = [("title", title), ("about", about), ("venue", venue), ("link", link)];
        let own = texts.into_iter().filter(|(name, _)| self.asks(name));
        own.map(|(name, text)| (name, text.as_str())).collect()
    }
}

/// Each answer by the name of its field.
fn named(fields: &mut SessionFields) -> [(&'static str, &mut String); 16] {
    let SessionFields {
        title,
        about,
        format,
        day,
        time,
        minutes,
        held_for,
        venue,
        link,
        capacity,
        booking_opens,
        booking_opens_time,
        booking_ends,
        invited_only,
        people_least,
        professions_least,
    } = fields;
    [
        ("title", title),
        ("about", about),
        ("format", format),
        ("day", day),
        ("time", time),
        ("minutes", minutes),
        ("held_for", held_for),
        ("venue", venue),
        ("link", link),
        ("capacity", capacity),
        ("booking_opens", booking_opens),
        ("booking_opens_time", booking_opens_time),
        ("booking_ends", booking_ends),
        ("invited_only", invited_only),
        ("people_least", people_least),
        ("professions_least", professions_least),
    ]
}

/// An answer as pages can show it again: a date in the one form that date inputs read, a box ticked or not.
fn as_kept(field: &str, typed: &str) -> String {
    match field {
        "day" | "booking_opens" | "booking_ends" => {
            let day = parse_written(typed.trim());
            day.map_or_else(|_| typed.to_owned(), |day| day.to_string())
        }
        "invited_only" if typed != "yes" => String::new(),
        _ => typed.to_owned(),
    }
}

/// What somebody has answered so far of a session that is no draft yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What the pages offer, with the answers in it.
    pub form: SessionForm,
    /// The pages that were answered.
    pub answered: Vec<Step>,
    /// The id of the draft that the answers become; none where none is kept yet.
    pub becomes: Option<SessionId>,
}

impl Plan {
    /// The form of a new session with what is kept in it.
    pub fn of(mut form: SessionForm, kept: &Draft) -> Self {
        let known = |field: &str| kept.answers.iter().any(|(name, _)| name == field);
        for (name, value) in named(&mut form.fields) {
            if known(name) {
                kept.of(name).clone_into(value);
            }
        }
        let is_answered = |step: &Step| step.fields().iter().all(|(name, _)| known(name));
        Self {
            form,
            answered: Step::ALL.iter().copied().filter(is_answered).collect(),
            becomes: kept.of(BECOMES).parse().ok(),
        }
    }

    /// The first page that is not answered yet.
    pub fn unanswered(&self) -> Option<Step> {
        Step::ALL.iter().copied().find(|step| !self.answered.contains(step))
    }

    /// What is wrong with each answer, or missing, as drafting the session would say it.
    pub fn wrong(&self) -> FieldErrors {
        let mut wrong = DescribeSession::parse(&self.form.fields).err().unwrap_or_default();
        if wrong.of("held_for").is_none() && !self.is_offered(&self.form.fields.held_for) {
            wrong.add("held_for", "Choose for whom it is held from the list");
        }
        wrong
    }

    /// Whether what was answered on a page can be kept.
    ///
    /// # Errors
    /// Returns a message for each of its fields that cannot be used; what other pages ask is left aside.
    pub fn check(&self, step: Step) -> Result<(), FieldErrors> {
        let FieldErrors(wrong) = self.wrong();
        let own = wrong.into_iter().filter(|wrong| step.asks(&wrong.field));
        FieldErrors(own.collect()).into_result()
    }

    fn is_offered(&self, code: &str) -> bool {
        let SessionForm { places, everybody, .. } = &self.form;
        *everybody && code == EVERYBODY || places.iter().any(|place| place.code == code)
    }
}

#[cfg(test)]
mod tests;
