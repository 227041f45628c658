//! What pages show of teams: plain values that cross to the browser.

use super::counting::Met;
use super::due::Due;
use crate::codes::{CareLevel, CareSetting, JudgementKind};
use crate::coverage::views::Heading;
use crate::dates::Period;
use crate::entitlement::Entitlement;
use crate::frameworks::Level;
use crate::fte::Fte;
use crate::ids::{PersonId, PostId};
use crate::judgements::views::AskedLevel;
use crate::paging::Paged;
use crate::standing::{Status, apart};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A list of teams.
pub type TeamsList = Paged<TeamLine>;

/// A team, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLine {
    pub team: Heading,
    pub organisation: String,
    pub setting: CareSetting,
    /// People with a post in scope today.
    pub people: u32,
    /// Requirements met, only where the reader may see the team's figures.
    pub met: Option<Met>,
}

/// One team: its facts, its people, who comes and who goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a permission of its own")]
pub struct TeamDetail {
    pub line: TeamLine,
    /// The areas the team counts in today, each with its kind, narrowest first.
    pub areas: Vec<String>,
    pub care_level: Option<CareLevel>,
    pub open: Period,
    pub mental_health_input: Vec<String>,
    /// `None` where the reader may not see people of this team by name.
    pub people: Option<Vec<TeamPerson>>,
    pub starters: Vec<Mover>,
    pub leavers: Vec<Mover>,
    pub may_open_matrix: bool,
    pub may_log_supervision: bool,
    pub may_manage: bool,
    pub may_ask_for_sessions: bool,
    /// How many sessions it is due this year, and how many are booked.
    pub entitlement: Entitlement,
    /// How many bookings wait for an answer, for whoever manages the team's release.
    pub seat_requests: Option<usize>,
}

/// Somebody with a post in the team today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamPerson {
    pub id: PersonId,
    pub name: String,
    pub role: String,
    pub fte: Fte,
    pub away: bool,
    /// Only where the reader may read their record.
    pub met: Option<Met>,
}

/// Somebody who starts or leaves about now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mover {
    pub person: PersonId,
    pub post: PostId,
    pub name: String,
    pub role: String,
    /// The first or the last day.
    pub on: NaiveDate,
}

/// The people of a team with what is due of each, the most pressing first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamDue {
    pub team: Heading,
    pub people: Vec<DueLine>,
    /// Starters whose post has not begun, for whoever manages the team's posts.
    pub not_begun: usize,
    /// Whether the reader may nudge anybody here.
    pub may_nudge: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueLine {
    pub person: PersonId,
    /// `Surname, First name`.
    pub name: String,
    pub role: String,
    pub away: bool,
    pub due: Due,
    pub nudged_on: Option<NaiveDate>,
    /// The reader may nudge them, something is due, and nobody nudged them in the last week.
    pub may_nudge: bool,
}

/// People by competency, for one domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    pub team: Heading,
    pub domains: Vec<Heading>,
    pub domain: Heading,
    pub competencies: Vec<Heading>,
    pub rows: Vec<MatrixRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    pub id: PersonId,
    pub name: String,
    pub role: String,
    pub away: bool,
    /// Whether the whole role was signed off, and that stands.
    pub signed_off: bool,
    /// One for each competency.
    pub cells: Vec<MatrixCell>,
}

/// Where one person stands in one competency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    /// `None` where it is not asked of them.
    pub asked: Option<AskedLevel>,
    pub exempt: bool,
    /// The last confirmed level, current or not, and how it came about.
    pub confirmed: Option<(Level, JudgementKind)>,
    /// `None` where it is not asked, or they are exempt.
    pub status: Option<Status>,
    /// What an assessor is yet to answer: a request, or the first of two signatures.
    pub waits: Option<JudgementKind>,
}

impl MatrixCell {
    /// The status in a word or two.
    pub fn word(&self) -> &'static str {
        match (self.status, self.exempt) {
            (Some(status), _) => status.label(),
            (None, true) => "Not part of this post",
            (None, false) => "Not asked",
        }
    }

    /// The levels in words: `Level 3 confirmed, 4 asked`; or `recognised`, or `accepted`.
    pub fn levels(&self) -> Option<String> {
        let confirmed = self
            .confirmed
            .map(|(level, kind)| format!("Level {level} {}", apart(kind).unwrap_or("confirmed")));
        match (confirmed, self.asked) {
            (None, None) => None,
            (None, Some(asked)) => Some(format!("Level {} asked", asked.level)),
            (Some(confirmed), None) => Some(confirmed),
            (Some(confirmed), Some(asked)) => Some(format!("{confirmed}, {} asked", asked.level)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_everything_in_words() {
        let nothing = MatrixCell::default();
        assert_eq!((nothing.word(), nothing.levels()), ("Not asked", None));
        let asked = Some(AskedLevel { level: Level::PRACTISES_INDEPENDENTLY, critical: false });
        let cell = MatrixCell {
            asked,
            confirmed: Some((Level::KNOWS_HOW, JudgementKind::Confirmed)),
            status: Some(Status::NotMeeting),
            ..MatrixCell::default()
        };
        assert_eq!(cell.word(), "Not meeting");
        assert_eq!(cell.levels().as_deref(), Some("Level 2 confirmed, 4 asked"));
        let recognised = Some((Level::KNOWS_HOW, JudgementKind::Recognised));
        let recognised = MatrixCell { confirmed: recognised, ..cell };
        assert_eq!(recognised.levels().as_deref(), Some("Level 2 recognised, 4 asked"));
        let exempt = MatrixCell { asked, exempt: true, ..MatrixCell::default() };
        assert_eq!(exempt.word(), "Not part of this post");
    }
}
