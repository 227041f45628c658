//! The answers of a plan in words, for whoever checks them.

use super::{Plan, Step, named};
use crate::dates::{parse_time, parse_written, spoken_day, spoken_minutes, spoken_time};
use crate::fields::FieldErrors;
use crate::sessions::format::Format;
use crate::sessions::forms::EVERYBODY;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The page that asks it.
    pub step: Step,
    /// The name of its field, and what it is called.
    pub field: &'static str,
    pub label: &'static str,
    /// The answer; where it cannot be used, why not.
    pub words: String,
}

impl Plan {
    /// Every answer, in the order of the pages.
    pub fn answers(&self) -> Vec<Answer> {
        let wrong = self.wrong();
        let all =
            Step::ALL.iter().flat_map(|step| step.fields().iter().map(move |of| (*step, *of)));
        all.map(|(step, (field, label))| {
            let words = self.in_words(step, field, &wrong);
            Answer { step, field, label, words }
        })
        .collect()
    }

    fn in_words(&self, step: Step, field: &str, wrong: &FieldErrors) -> String {
        let mut fields = self.form.fields.clone();
        let found = named(&mut fields).into_iter().find(|(name, _)| *name == field);
        let typed = found.map_or("", |(_, typed)| typed.trim());
        if typed.is_empty() && !self.answered.contains(&step) {
            return "Not answered yet".to_owned();
        }
        match wrong.of(field) {
            Some(message) => message.to_owned(),
            None if typed.is_empty() => self.without(field).to_owned(),
            None => self.spoken(field, typed).unwrap_or_else(|| typed.to_owned()),
        }
    }

    /// What was typed or chosen as people say it, where that differs.
    fn spoken(&self, field: &str, typed: &str) -> Option<String> {
        match field {
            "format" => typed.parse().ok().map(|format: Format| format.label().to_owned()),
            "day" | "booking_opens" | "booking_ends" => parse_written(typed).ok().map(spoken_day),
            "time" | "booking_opens_time" => parse_time(typed).ok().map(spoken_time),
            "minutes" => typed.parse().ok().map(spoken_minutes),
            "held_for" if typed == EVERYBODY => Some("Everybody".to_owned()),
            "held_for" => {
                let place = self.form.places.iter().find(|place| place.code == typed);
                place.map(|place| place.title.clone())
            }
            "invited_only" => Some("Only teams that are invited".to_owned()),
            _ => None,
        }
    }

    /// What a blank answer means.
    fn without(&self, field: &str) -> &'static str {
        let no_day = self.form.fields.booking_opens.trim().is_empty();
        match field {
            "booking_opens_time" if !no_day => "At the beginning of that day",
            "booking_opens" | "booking_opens_time" => "Once it is scheduled",
            "booking_ends" => "Until it starts",
            "invited_only" => "Everyone it is held for",
            _ => "None",
        }
    }
}
