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

/// How many count no more whose names a reader does not see, and nothing of what becomes of them.
pub fn hidden_go(many: usize) -> String {
    let whose = counted(many, "person whose name", "people whose names");
    let verb = if many == 1 { "counts" } else { "count" };
    format!("{whose} you do not see {verb} no more")
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
        assert_eq!(hidden_go(1), "1 person whose name you do not see counts no more");
        assert_eq!(hidden_go(2), "2 people whose names you do not see count no more");
    }
}
