//! Recognition: a level granted on registration or qualification, the way out of an empty start (rules, section 3).

use crate::dates::spoken;
use crate::fields::{FieldErrors, once, required_text};
use crate::figures::grouped;
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::judgements::forms::NOTE_MOST;
use crate::judgements::views::Choice;
use crate::refusal::Refusal;
use crate::standing::{Confirmed, Standing};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The highest level that can be recognised.
pub const HIGHEST: Level = Level::PRACTISES_INDEPENDENTLY;

/// Whether somebody standing at `subject` may be recognised at `level` on `day`.
///
/// # Errors
/// Refuses levels above 4, oneself, and anybody whose level is currently confirmed: recognition never overrides what
/// somebody saw.
pub fn may_recognise(
    level: Level,
    subject: &Standing,
    is_self: bool,
    day: NaiveDate,
) -> Result<(), Refusal> {
    if is_self {
        return Err(Refusal::rule("own-recognition", "You cannot recognise your own level."));
    }
    if level > HIGHEST {
        return Err(Refusal::rule(
            "recognition-too-high",
            "Recognition goes up to level 4. Level 5 needs a confirmation.",
        ));
    }
    match subject.confirmed {
        Confirmed::At { level, due_on, .. } if day <= due_on => Err(Refusal::rule(
            "already-confirmed",
            format!("Already confirmed at level {level} until {}.", spoken(due_on)),
        )),
        _ => Ok(()),
    }
}

/// *These people have what their role asks, because of this*: each of them once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub people: Vec<PersonId>,
    pub reason: String,
}

impl Chosen {
    /// # Errors
    /// Returns a message for each of `people` and `reason` that cannot be used.
    pub fn parse(people: &[String], reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let people: Vec<PersonId> = once(people.iter().filter_map(|id| id.parse().ok()));
        if people.is_empty() {
            errors.add("people", "Choose at least one person");
        }
        let what = "the reason, such as a registration or qualification";
        match errors.keep("reason", required_text(reason, what, NOTE_MOST)) {
            Some(reason) if errors.0.is_empty() => Ok(Self { people, reason }),
            _ => Err(errors),
        }
    }
}

/// What a workforce lead chooses from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// The roles of the people within reach.
    pub roles: Vec<Choice>,
    pub domains: Vec<Choice>,
    /// What the chosen role is given: each competency with its level.
    pub levels: Vec<Granted>,
    /// `None` until a role is chosen.
    pub candidates: Option<Vec<Candidate>>,
}

/// One competency, and the level that recognition gives in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    pub code: String,
    pub title: String,
    pub level: Level,
}

/// A person who could be recognised, and what stands against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub person: PersonId,
    pub name: String,
    pub team_name: String,
    /// How many of the role's core competencies the person does not hold currently.
    pub open: usize,
    pub asked: usize,
}

/// What an act of recognition did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Levels granted, and the number of people they were granted to.
    pub recognised: usize,
    pub people: usize,
    /// Levels left alone because they are currently confirmed or recognised already.
    pub left_alone: usize,
    /// The names of people for whom nothing changed.
    pub unchanged: Vec<String>,
}

impl Outcome {
    /// Adds a person to whom `recognised` of `asked` levels were granted.
    pub fn add(&mut self, name: String, recognised: usize, asked: usize) {
        self.recognised += recognised;
        self.left_alone += asked - recognised.min(asked);
        match recognised {
            0 => self.unchanged.push(name),
            _ => self.people += 1,
        }
    }

    /// The outcome as a notice tells it; of the names, the first few.
    pub fn sentence(&self) -> String {
        const NAMED: usize = 3;
        let counted = |n: usize, one: &str, many: &str| {
            if n == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(n as u64)) }
        };
        let levels = counted(self.recognised, "level", "levels");
        let people = counted(self.people, "person", "people");
        let mut sentence = format!("Recognised {levels} for {people}");
        if self.left_alone > 0 {
            let held = counted(self.left_alone, "level", "levels");
            sentence += &format!(". Left {held} alone that they hold already");
        }
        if !self.unchanged.is_empty() {
            let named: Vec<&str> = self.unchanged.iter().take(NAMED).map(String::as_str).collect();
            sentence += &format!(". Nothing changed for {}", named.join(", "));
            let more = self.unchanged.len() - named.len();
            if more > 0 {
                sentence += &format!(" and {}", counted(more, "other", "others"));
            }
        }
        sentence
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::JudgementKind;

    #[test]
    fn recognition_is_never_given_over_a_current_confirmation() {
        let today: NaiveDate = "2026-06-01".parse().unwrap();
        let held = |due_on: &str| Standing {
            confirmed: Confirmed::At {
                level: Level::AWARE,
                kind: JudgementKind::Confirmed,
                made_on: "2025-06-01".parse().unwrap(),
                due_on: due_on.parse().unwrap(),
            },
            ..Standing::default()
        };
        assert!(may_recognise(HIGHEST, &Standing::default(), false, today).is_ok());
        assert!(may_recognise(HIGHEST, &held("2026-06-01"), false, today).is_err());
        assert!(may_recognise(HIGHEST, &held("2026-05-31"), false, today).is_ok());
        assert!(
            may_recognise(Level::LEADS_AND_TEACHES, &Standing::default(), false, today).is_err()
        );
        assert!(may_recognise(Level::AWARE, &Standing::default(), true, today).is_err());
    }

    #[test]
    fn somebody_who_is_chosen_twice_is_recognised_once() {
        let ids = ["2", "1", "2"].map(|last| format!("01940000-0000-7000-8000-00000000000{last}"));
        let chosen = Chosen::parse(&ids, " Registered nurses ").unwrap();
        let people: Vec<String> = chosen.people.iter().map(ToString::to_string).collect();
        assert_eq!(people, ids[..2]);
        assert_eq!(chosen.reason, "Registered nurses");
        let nothing = Chosen::parse(&["nobody".to_owned()], " ").unwrap_err();
        assert!(nothing.of("people").is_some() && nothing.of("reason").is_some());
    }

    #[test]
    fn an_outcome_tells_who_was_left_alone() {
        let names = ["Ann Lee", "Bo Fox", "Cy Hall", "Di Moss"].map(str::to_owned);
        let mut outcome = Outcome { recognised: 1, people: 1, left_alone: 0, unchanged: vec![] };
        assert_eq!(outcome.sentence(), "Recognised 1 level for 1 person");
        outcome = Outcome { recognised: 34, people: 2, left_alone: 46, unchanged: names.into() };
        assert_eq!(
            outcome.sentence(),
            "Recognised 34 levels for 2 people. Left 46 levels alone that they hold already. \
             Nothing changed for Ann Lee, Bo Fox, Cy Hall and 1 other"
        );
    }
}
