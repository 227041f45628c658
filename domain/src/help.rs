//! Who can help? Informal advice without a referral, from colleagues who hold a skill and have agreed to be asked for it
//! (rules, section 8).

pub mod forms; // the decision behind the form
pub mod listing; // who is listed, for whom
#[cfg(test)]
mod tests; // who is listed: worked cases, and what holds for every place
pub mod views; // what pages show

use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::macros::codes;
use crate::refusal::Refusal;
use crate::standing::Standing;
use chrono::NaiveDate;

/// Whoever holds this level, confirmed and current, may agree to be asked.
pub const HELPS_FROM: Level = Level::PRACTISES_INDEPENDENTLY;

/// The level at which somebody who stands so can be asked on `day`; `None` below [`HELPS_FROM`], or where it is not current.
pub fn helps_at(standing: &Standing, day: NaiveDate) -> Option<Level> {
    standing.current(day).map(|(level, _)| level).filter(|level| *level >= HELPS_FROM)
}

codes! {
    /// What somebody says about being asked. It is theirs alone to say.
    HelpWord, "word on being asked" {
        Agreed "agreed" "Agreed to be asked",
        Ended "ended" "No longer to be asked",
    }
}

/// What somebody said about being asked, on a day. Nothing is changed: the last word counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub person: PersonId,
    pub word: HelpWord,
    pub made_on: NaiveDate,
    /// How and when to reach them, in their words; their work email counts where there are none.
    pub reach: Option<String>,
    /// The codes of the domains they want to be asked about; all of them where there are none.
    pub domains: Vec<String>,
}

impl Agreement {
    /// Whether they may be asked about this domain.
    pub fn covers(&self, domain: &str) -> bool {
        self.domains.is_empty() || self.domains.iter().any(|known| known == domain)
    }
}

/// The agreements that stand, from everything that was said in the order in which it was recorded: one a person at most.
pub fn standing(said: Vec<Agreement>) -> Vec<Agreement> {
    let mut last: Vec<Agreement> = Vec::new();
    for word in said {
        last.retain(|earlier| earlier.person != word.person);
        last.push(word);
    }
    last.retain(|word| word.word == HelpWord::Agreed);
    last
}

/// Whether somebody who holds so many competencies at [`HELPS_FROM`] may agree to be asked.
///
/// # Errors
/// Refuses whoever holds none: nobody would find them.
pub fn may_agree(held: usize) -> Result<(), Refusal> {
    if held > 0 {
        return Ok(());
    }
    Err(Refusal::rule(
        "holds-nothing",
        "You can agree to be asked once a level 4 or 5 of yours is confirmed and current. See your next steps.",
    ))
}
