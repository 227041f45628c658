//! What was done to a post, in the sentence that says so.

use crate::dates::spoken;
use crate::ids::PersonId;
use chrono::NaiveDate;
use std::fmt;

/// Somebody has a new post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Started {
    pub person: PersonId,
    pub person_name: String,
    pub role_title: String,
    pub starts_on: NaiveDate,
}

impl fmt::Display for Started {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { person_name, role_title, starts_on, .. } = self;
        write!(f, "{person_name}’s post as {role_title} starts on {}", spoken(*starts_on))
    }
}

/// A post is different from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub person_name: String,
    pub from: NaiveDate,
}

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}’s post changes on {}", self.person_name, spoken(self.from))
    }
}

/// A post has a last day, or none any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub person_name: String,
    pub last_day: Option<NaiveDate>,
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last_day {
            Some(day) => write!(f, "{}’s post ends on {}", self.person_name, spoken(day)),
            None => write!(f, "{}’s post has no last day any more", self.person_name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_the_person_and_the_day() {
        let last_day = "2026-05-04".parse().ok();
        let ended = |last_day| Ended { person_name: "Nadia Miah".into(), last_day }.to_string();
        assert_eq!(ended(last_day), "Nadia Miah’s post ends on 4 May 2026");
        assert_eq!(ended(None), "Nadia Miah’s post has no last day any more");
    }
}
