//! Confirming together what an assessor saw of several people at once, in a knowledge check or a case discussion: at the end
//! of a session, when its register closes, or by naming them (rules, section 3).

use crate::codes::Evidence;
use crate::dates::{days_after, spoken};
use crate::fields::{FieldErrors, choice, date, once};
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::judgements::confirming::OBSERVED_WITHIN_DAYS;
use crate::judgements::views::Choice;
use crate::paging::Paged;
use crate::refusal::Refusal;
use crate::standing::{Confirmed, Standing};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The highest level that is confirmed together, whatever the evidence.
pub const TOGETHER_MOST: Level = Level::KNOWS_HOW;
/// What shows it of several people at once.
pub const SEEN_TOGETHER: [Evidence; 2] = [Evidence::KnowledgeCheck, Evidence::CaseDiscussion];

/// What one assessor saw of several people on one day. There is none that the rule does not allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    evidence: Evidence,
    on: NaiveDate,
    level: Level,
    codes: Vec<String>,
}

/// What was typed or chosen of it, not yet judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeenFields {
    pub evidence: String,
    pub seen_on: String,
    pub level: String,
    pub codes: Vec<String>,
}

impl Seen {
    /// What an assessor may confirm of several people in one act: level 2 at most, on a knowledge check or a case
    /// discussion that they saw in the last 28 days, in each of the competencies once.
    ///
    /// # Errors
    /// Refuses with the first that stands against it, in words that say what would do.
    pub fn of(
        evidence: Evidence,
        on: NaiveDate,
        level: Level,
        codes: Vec<String>,
        today: NaiveDate,
    ) -> Result<Self, Refusal> {
        if level > TOGETHER_MOST {
            return Err(Refusal::rule(
                "above-together",
                format!(
                    "Together you can confirm level {TOGETHER_MOST} at most. Confirm a higher level of each person by \
                     itself."
                ),
            ));
        }
        if !SEEN_TOGETHER.contains(&evidence) {
            return Err(Refusal::rule(
                "not-seen-together",
                "Together you can confirm what a knowledge check or a case discussion showed you. Confirm what rests on \
                 anything else of each person by itself.",
            ));
        }
        if !(days_after(today, -OBSERVED_WITHIN_DAYS)..=today).contains(&on) {
            return Err(Refusal::rule(
                "seen-out-of-range",
                format!(
                    "Choose a day in the last {OBSERVED_WITHIN_DAYS} days: what you saw on {} is too far away.",
                    spoken(on)
                ),
            ));
        }
        Ok(Self { evidence, on, level, codes: once(codes) })
    }

    /// # Errors
    /// Returns a message for each of `evidence`, `seen_on`, `level` and `codes` that cannot be used.
    pub fn parse(fields: &SeenFields, today: NaiveDate) -> Result<Self, Refusal> {
        let mut errors = FieldErrors::default();
        let evidence = errors.keep("evidence", choice(&fields.evidence, "what you saw"));
        let on = errors.keep("seen_on", date(&fields.seen_on, "the day you saw it"));
        let level = errors.keep("level", choice(&fields.level, "the level that you saw"));
        if fields.codes.is_empty() {
            errors.add("codes", "Choose at least one competency");
        }
        match (evidence, on, level) {
            (Some(evidence), Some(on), Some(level)) if errors.0.is_empty() => {
                Self::of(evidence, on, level, fields.codes.clone(), today)
            }
            _ => Err(errors.into()),
        }
    }

    /// Whether it is something new of somebody who stands so: many are confirmed at once, so nobody loses by it what they
    /// hold.
    ///
    /// # Errors
    /// Refuses where a higher level is current, and what was confirmed today already.
    pub fn adds_to(&self, subject: &Standing, today: NaiveDate) -> Result<(), Refusal> {
        match (subject.current(today), subject.confirmed) {
            (Some((held, _)), Confirmed::At { made_on, .. })
                if held == self.level && made_on == today =>
            {
                let sentence = format!("Level {held} was confirmed today already.");
                Err(Refusal::rule("confirmed-today", sentence))
            }
            (Some((held, _)), Confirmed::At { due_on, .. }) if held > self.level => {
                Err(Refusal::rule(
                    "holds-more",
                    format!(
                        "They hold level {held}, current until {}. Level {} would replace it: confirm that by itself if it is \
                         what you mean.",
                        spoken(due_on),
                        self.level
                    ),
                ))
            }
            _ => Ok(()),
        }
    }

    pub const fn evidence(&self) -> Evidence {
        self.evidence
    }

    /// The day it was seen.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub const fn level(&self) -> Level {
        self.level
    }

    /// The competencies in which it was seen, by their codes.
    pub fn codes(&self) -> &[String] {
        &self.codes
    }
}

/// The page on which several people are confirmed together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TogetherPage {
    pub today: NaiveDate,
    /// The competencies in which the reader may confirm.
    pub competencies: Vec<Choice>,
    /// What was seen, once all of it is chosen.
    pub seen: Option<Seen>,
    /// What is wrong with what was chosen, where something was.
    pub wrong: Vec<String>,
    /// Those who were looked for.
    pub people: Paged<SeenPerson>,
}

/// Somebody who may have been there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenPerson {
    pub person: PersonId,
    /// `Surname, First name`.
    pub name: String,
    pub team_name: String,
    /// Whether at least one of the competencies can be confirmed.
    pub may_confirm: bool,
    /// What cannot, each with why.
    pub cannot: Vec<(String, String)>,
}

/// Whether a name and the names of teams, as one text in small letters, hold all the words of one of several searches that
/// are parted by commas: the people of a session come from many teams.
pub fn is_looked_for(text: &str, searches: &str) -> bool {
    let holds = |search: &str| {
        let mut words = search.split_whitespace().peekable();
        words.peek().is_some() && words.all(|word| text.contains(&word.to_lowercase()))
    };
    searches.split(',').any(holds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::JudgementKind;

    const TODAY: &str = "2026-06-01";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn level(number: u8) -> Level {
        Level::try_from(number).unwrap()
    }

    fn told(result: Result<Seen, Refusal>) -> String {
        match result {
            Ok(_) => "allowed".to_owned(),
            Err(Refusal::Rule { code, .. }) => code,
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn together_level_two_is_the_most_whatever_the_evidence() {
        for evidence in Evidence::ALL.iter().copied() {
            for number in 1..=5 {
                let seen = Seen::of(evidence, day(TODAY), level(number), vec![], day(TODAY));
                let shown = matches!(evidence, Evidence::KnowledgeCheck | Evidence::CaseDiscussion);
                let expected = match (number, shown) {
                    (3.., _) => "above-together",
                    (_, false) => "not-seen-together",
                    (_, true) => "allowed",
                };
                assert_eq!(told(seen), expected, "{evidence:?} for {number}");
            }
        }
    }

    #[test]
    fn what_was_seen_together_is_confirmed_for_28_days() {
        let seen =
            |on| told(Seen::of(Evidence::CaseDiscussion, day(on), level(2), vec![], day(TODAY)));
        assert_eq!(seen("2026-05-04"), "allowed");
        assert_eq!(seen("2026-05-03"), "seen-out-of-range");
        assert_eq!(seen("2026-06-02"), "seen-out-of-range", "it has not happened yet");
    }

    #[test]
    fn a_competency_that_a_form_sends_twice_is_confirmed_once() {
        let codes = ["RSK-2", "RSK-1", "RSK-2"].map(str::to_owned);
        let fields = SeenFields {
            evidence: "case_discussion".to_owned(),
            seen_on: TODAY.to_owned(),
            level: "2".to_owned(),
            codes: codes.to_vec(),
        };
        let seen = Seen::parse(&fields, day(TODAY)).unwrap();
        assert_eq!(seen.codes(), ["RSK-2", "RSK-1"]);
    }

    #[test]
    fn nobody_loses_a_higher_level_because_many_are_confirmed_at_once() {
        let two =
            Seen::of(Evidence::CaseDiscussion, day(TODAY), level(2), vec![], day(TODAY)).unwrap();
        let held = |number, due_on| {
            let (kind, made_on) = (JudgementKind::Confirmed, day("2025-01-01"));
            let confirmed =
                Confirmed::At { level: level(number), kind, made_on, due_on: day(due_on) };
            two.adds_to(&Standing { confirmed, ..Standing::default() }, day(TODAY)).is_ok()
        };
        assert!(!held(3, "2026-06-01"));
        assert!(held(3, "2026-05-31"), "expired");
        assert!(held(2, "2026-06-01") && held(1, "2026-06-01"));
        let (kind, due_on) = (JudgementKind::Confirmed, day("2028-06-01"));
        let confirmed = Confirmed::At { level: level(2), kind, made_on: day(TODAY), due_on };
        let again = two.adds_to(&Standing { confirmed, ..Standing::default() }, day(TODAY));
        assert!(matches!(again, Err(Refusal::Rule { code, .. }) if code == "confirmed-today"));
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let Refusal::Fields(errors) = Seen::parse(&SeenFields::default(), day(TODAY)).unwrap_err()
        else {
            panic!("messages by field")
        };
        let named: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(named, ["evidence", "seen_on", "level", "codes"]);
    }

    #[test]
    fn people_are_looked_for_by_several_names_and_teams_at_once() {
        let found = |searches| is_looked_for("amina khan practice 1 team", searches);
        assert!(found("Bow, amina KHAN") && found("practice 1"));
        assert!(!found("amina bow") && !found(" , ") && !found(""));
    }
}
