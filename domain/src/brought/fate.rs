//! What becomes of one level when its record is accepted: taken over, or left out and why.

use crate::codes::JudgementKind;
use crate::dates::spoken;
use crate::frameworks::Level;
use crate::passport::{Basis, HeldCompetency};
use crate::requirements::CompetencyIndex;
use crate::standing::{Confirmed, Event, Standing, standing};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What would happen to one level in one competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// Taken over, and due here by our refresh period from the original's day.
    Accepted { due_on: NaiveDate },
    /// No competency of ours came from it.
    Unknown,
    /// Its competency is worded so differently here that levels are asked again.
    AskedAgain,
    /// It was granted without being confirmed, or taken over from a third employer.
    NotConfirmedThere(Basis),
    /// It says a day that has not come.
    NotYet,
    /// By our refresh period it has expired.
    Expired { due_on: NaiveDate },
    /// The last word here is that it was revoked.
    RevokedHere,
    /// A lower level was confirmed here after the record's: the later word counts.
    LowerSince { level: Level, made_on: NaiveDate },
    /// What is held here is higher, or the same and due as late or later.
    HeldHere { level: Level, due_on: NaiveDate },
}

impl Fate {
    pub const fn is_accepted(&self) -> bool {
        matches!(self, Self::Accepted { .. })
    }

    /// What would happen, in words.
    pub fn words(&self) -> String {
        let left_out = match self {
            Self::Accepted { due_on } => return format!("Accepted, due on {}", spoken(*due_on)),
            Self::Unknown => "no competency here corresponds to it".to_owned(),
            Self::AskedAgain => "it is worded differently here, so it is asked again".to_owned(),
            Self::NotConfirmedThere(Basis::Recognised) => {
                "it was recognised there and not confirmed".to_owned()
            }
            Self::NotConfirmedThere(_) => {
                "it was confirmed by a third employer, whose own record is needed".to_owned()
            }
            Self::NotYet => "its day has not come".to_owned(),
            Self::Expired { due_on } => format!("it expired on {}", spoken(*due_on)),
            Self::RevokedHere => "it was revoked here; ask an assessor to confirm it".to_owned(),
            Self::LowerSince { level, made_on } => {
                format!("level {level} was confirmed here later, on {}", spoken(*made_on))
            }
            Self::HeldHere { level, due_on } => {
                format!("level {level} is held here, due on {}", spoken(*due_on))
            }
        };
        format!("Left out: {left_out}")
    }
}

/// What stands against a level whatever is held here: only a confirmation of the issuer itself is taken over (rules, section
/// 3: *a confirmation from an issuer*).
pub fn stands_alone(held: &HeldCompetency, today: NaiveDate) -> Result<(), Fate> {
    if held.basis != Basis::Confirmed {
        return Err(Fate::NotConfirmedThere(held.basis));
    }
    if held.made_on > today {
        return Err(Fate::NotYet);
    }
    Ok(())
}

/// What becomes of a level in one competency of ours, given where its holder stands in it today. `refresh_months` is that
/// of our framework version.
pub fn fate(held: &HeldCompetency, here: &Standing, refresh_months: u32, today: NaiveDate) -> Fate {
    if let Err(fate) = stands_alone(held, today) {
        return fate;
    }
    let due_on = due_on(held, refresh_months, today);
    if today > due_on {
        return Fate::Expired { due_on };
    }
    match here.confirmed {
        Confirmed::Revoked => Fate::RevokedHere,
        Confirmed::At { level, due_on: until, .. }
            if today <= until && (level, until) >= (held.level, due_on) =>
        {
            Fate::HeldHere { level, due_on: until }
        }
        Confirmed::At { level, kind: JudgementKind::Confirmed, made_on, .. }
            if level < held.level && made_on > held.made_on =>
        {
            Fate::LowerSince { level, made_on }
        }
        Confirmed::At { .. } | Confirmed::Never => Fate::Accepted { due_on },
    }
}

/// As the standing will say it once the level is taken over.
fn due_on(held: &HeldCompetency, refresh_months: u32, today: NaiveDate) -> NaiveDate {
    let taken_over = Event {
        competency: CompetencyIndex::default(),
        kind: JudgementKind::Accepted,
        level: Some(held.level),
        day: today,
        original: Some(held.made_on),
        sequence: 0,
    };
    match standing(&[taken_over], refresh_months, today).confirmed {
        Confirmed::At { due_on, .. } => due_on,
        Confirmed::Never | Confirmed::Revoked => held.made_on,
    }
}
