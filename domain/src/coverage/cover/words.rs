//! Why cover changes for the worse, as people read it.

use super::ahead::{CoverChange, Goes};
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
    /// What becomes of somebody with this name: `Amina Begum is confirmed until 30 June 2026`.
    pub fn words(self, name: &str) -> String {
        match self {
            Self::RunsOut(last_day) => format!("{name} is confirmed until {}", spoken(last_day)),
            Self::Leaves => format!("{name} leaves the team"),
            Self::Away => format!("{name} will be away"),
            Self::ComesNoMore => format!("{name} comes to the team no more"),
            Self::NotCarried => format!("What {name} holds is not what is asked then"),
        }
    }
}

/// What is said where nobody is lost.
pub const MORE_IS_NEEDED: &str = "More people or professions are needed than count then";

/// How many do not count then whose names a reader does not see; which of the reasons is theirs, is told to whoever sees them.
pub fn hidden_go(many: usize) -> String {
    let whose = counted(many, "person whose name", "people whose names");
    let verb = if many == 1 { "is" } else { "are" };
    format!("{whose} you do not see {verb} not confirmed or not at work in the team by then")
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

    #[test]
    fn reasons_are_told_in_plain_words() {
        let last_day = "2026-06-30".parse().unwrap();
        let told = [Goes::RunsOut(last_day), Goes::Away].map(|goes| goes.words("Amina Begum"));
        assert_eq!(
            told,
            ["Amina Begum is confirmed until 30 June 2026", "Amina Begum will be away"]
        );
        let one = "1 person whose name you do not see is not confirmed or not at work in the team by then";
        assert_eq!(hidden_go(1), one);
        let two = "2 people whose names you do not see are not confirmed or not at work in the team by then";
        assert_eq!(hidden_go(2), two);
        assert_eq!(hangs_on(1, "EMG-1"), "Depends on one person: EMG-1");
        assert_eq!(hangs_on(2, "EMG-1"), "Would be lost if any one of 2 people left: EMG-1");
    }
}
