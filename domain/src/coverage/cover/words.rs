//! Why cover changes for the worse, as people read it.

use super::ahead::{CoverChange, Fails, Goes};
use super::rule::Missing;
use crate::dates::spoken;
use crate::figures::counted;

impl CoverChange {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Lost => "Cover is lost",
            Self::OnePerson => "Comes to depend on one person",
        }
    }
}

impl Goes {
    /// What becomes of somebody with this name, within a sentence: `Amina Begum’s confirmation runs out after 30 June 2026`.
    pub fn words(self, name: &str) -> String {
        match self {
            Self::RunsOut(last_day) => {
                format!("{name}’s confirmation runs out after {}", spoken(last_day))
            }
            Self::Leaves => format!("{name} leaves the team"),
            Self::Away => format!("{name} is away"),
            Self::ComesNoMore => format!("{name} comes to the team no more"),
            Self::NotCarried => format!("what {name} holds is not what is asked"),
        }
    }
}

impl Fails {
    /// What is lacking once all of this is so: `No second profession once Amina Begum is away`. Where nothing is, more is asked.
    pub fn words(self, once: &[String]) -> String {
        let lacking = self.lacking();
        match once {
            [] => format!("{lacking}: more is asked then, or people count as fewer professions"),
            once => format!("{lacking} once {}", together(once)),
        }
    }

    fn lacking(self) -> String {
        match self {
            Self::OnePerson => "Depends on one person".to_owned(),
            Self::Missing(Missing { people: 0, professions: 1 }, need) if need.professions == 2 => {
                "No second profession".to_owned()
            }
            Self::Missing(missing @ Missing { people: 0, .. }, _) => missing.words().join(" and "),
            Self::Missing(missing, need) => {
                format!("{} at level {} or above", missing.words().join(" and "), need.level)
            }
        }
    }
}

/// What is told of those who count no more either, without whom nothing more is lacking: `Also, Amina Begum is away`.
pub fn also(clauses: &[String]) -> String {
    format!("Also, {}", together(clauses))
}

/// `one`, `one and another`, `one, another and a third`.
fn together(clauses: &[String]) -> String {
    match clauses {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        few => few.concat(),
    }
}

/// What becomes of so many whose names a reader does not see, within a sentence; which of the reasons is theirs, is told to whoever sees
/// them.
pub fn hidden_go(many: usize) -> String {
    let whose = counted(many, "person whose name", "people whose names");
    let verb = if many == 1 { "counts" } else { "count" };
    format!("{whose} you do not see {verb} no more")
}

/// On whom a competency hangs: on one person, or on each of several.
pub fn hangs_on(people: usize, competency: &str) -> String {
    match people {
        0 | 1 => format!("Depends on one person: {competency}"),
        several => format!("Would be lost if any one of {several} people left: {competency}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::cover::Need;
    use crate::frameworks::Level;

    fn missing(people: u32, professions: u32) -> Fails {
        let need = Need { people: 2, level: Level::PRACTISES_WITH_SUPPORT, professions: 2 };
        Fails::Missing(Missing { people, professions }, need)
    }

    #[test]
    fn what_is_lacking_is_told_with_those_who_make_it_so() {
        let last_day = "2026-06-30".parse().unwrap();
        let runs_out = Goes::RunsOut(last_day).words("Amina Begum");
        let away = Goes::Away.words("Ben Carter");
        assert_eq!(
            missing(0, 1).words(std::slice::from_ref(&runs_out)),
            "No second profession once Amina Begum’s confirmation runs out after 30 June 2026"
        );
        assert_eq!(
            missing(1, 0).words(&[away.clone(), hidden_go(2)]),
            "1 more person needed at level 3 or above once Ben Carter is away and 2 people whose names you do not see count no more"
        );
        assert_eq!(
            missing(2, 2).words(&[]),
            "2 more people needed and 2 more professions needed at level 3 or above: more is asked then, or people count as fewer \
             professions"
        );
        let three = [runs_out, away, hidden_go(1)];
        assert_eq!(
            also(&three),
            "Also, Amina Begum’s confirmation runs out after 30 June 2026, Ben Carter is away and 1 person whose name you do not see \
             counts no more"
        );
        assert_eq!(
            Fails::OnePerson.words(&[Goes::Leaves.words("Eve Ford")]),
            "Depends on one person once Eve Ford leaves the team"
        );
    }

    #[test]
    fn a_competency_hangs_on_one_person_or_on_each_of_several() {
        assert_eq!(hangs_on(1, "EMG-1"), "Depends on one person: EMG-1");
        assert_eq!(hangs_on(2, "EMG-1"), "Would be lost if any one of 2 people left: EMG-1");
    }
}
