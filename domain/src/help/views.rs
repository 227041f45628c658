//! What pages show of who can help: plain values that cross to the browser.

use super::HelpWord;
use super::listing::Nearness;
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::inputs::views::InputLine;
use crate::judgements::views::Choice;
use crate::paging::Paged;
use crate::redactions::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whom the signed-in person can ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CanHelp {
    /// Each of their teams with its mental health links today.
    pub teams: Vec<TeamLinks>,
    /// What one can ask about: domains and their competencies.
    pub choices: Vec<Choice>,
    /// The title of what is asked about; `None` for anything.
    pub about: Option<String>,
    pub people: Paged<HelperLine>,
    /// How many there are for anything at all.
    pub in_place: usize,
    pub me: Me,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLinks {
    pub team: String,
    pub links: Vec<InputLine>,
}

/// A colleague who can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperLine {
    pub id: PersonId,
    pub name: String,
    pub near: Nearness,
    /// Role and team of each post.
    pub posts: Vec<(String, String)>,
    /// In their own words.
    pub reach: Option<String>,
    pub email: Option<String>,
    pub holds: Vec<HeldIn>,
}

/// What somebody holds in one domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldIn {
    pub code: String,
    pub domain: String,
    /// Titles and levels, in the order of the framework.
    pub competencies: Vec<(String, Level)>,
}

impl HelperLine {
    /// Whether every word of `words`, in lower case, stands in the name, a role, a team or what they hold.
    pub fn answers_to(&self, words: &[String]) -> bool {
        let posts = self.posts.iter().flat_map(|(role, team)| [role, team]);
        let held = self.holds.iter().flat_map(|held| {
            std::iter::once(&held.domain).chain(held.competencies.iter().map(|(title, _)| title))
        });
        let all: Vec<&str> =
            std::iter::once(&self.name).chain(posts).chain(held).map(String::as_str).collect();
        let text = all.join(" ").to_lowercase();
        words.iter().all(|word| text.contains(word))
    }
}

/// Whether the signed-in person can be asked themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Me {
    HoldsNothing,
    /// They hold so many competencies at level 4 or 5, and have not agreed.
    MayAgree {
        held: usize,
    },
    Agreed,
}

/// What somebody said about being asked, on their own page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnHelp {
    pub holds: Vec<HeldIn>,
    pub email: Option<String>,
    /// The agreement that stands.
    pub agreed: Option<HelpLine>,
    /// Whether colleagues find them: it stands, and they hold something of it.
    pub is_listed: bool,
    /// Everything they said, the latest first.
    pub history: Vec<HelpLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLine {
    pub word: HelpWord,
    pub made_on: NaiveDate,
    pub reach: Option<Words>,
    /// The codes of domains; all of them where there are none.
    pub domains: Vec<String>,
}
