//! Which competency of ours a level of a record is about: by the stable identifier of its CASE item, and what became of it.

use crate::coverage::Facts;
use crate::frameworks::version_at;
use crate::ids::CompetencyId;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A competency that came from elsewhere, and the identifier of what it replaced there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Predecessor {
    pub replaced: Uuid,
    pub by: CompetencyId,
}

/// What an identifier means here today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Match {
    /// The competencies in which a level held in it is held: several where it was split.
    Here(Vec<CompetencyIndex>),
    /// It became something wider, or was merged with others: levels are asked again.
    AskedAgain,
    /// No competency of ours came from it.
    Unknown,
}

/// Looks an identifier up among the competencies of every version, then follows it into the version of `day`.
pub fn matched(
    facts: &Facts,
    predecessors: &[Predecessor],
    identifier: Uuid,
    day: NaiveDate,
) -> Match {
    let own = facts.competency_at(CompetencyId(identifier));
    let replaced = predecessors.iter().filter(|known| known.replaced == identifier);
    let elsewhere = replaced.filter_map(|known| facts.competency_at(known.by));
    // Of what is on record here the crosswalk says what became of it, and nothing else does.
    let starts: Vec<CompetencyIndex> = match own {
        Some(own) => vec![own],
        None => elsewhere.collect(),
    };
    let version = version_at(&facts.versions, day);
    let of_today =
        facts.competencies.iter().enumerate().filter(|(_, known)| Some(known.version) == version);
    let (mut here, mut asked_again) = (Vec::new(), false);
    for (at, competency) in of_today {
        let Ok(at) = CompetencyIndex::try_from(at) else { continue };
        let is_held = |start: &CompetencyIndex| {
            *start == at || competency.carried.follows(&|from| from == *start)
        };
        if starts.iter().any(is_held) {
            here.push(at);
        } else if starts.iter().any(|start| competency.carried.earlier.contains(start)) {
            asked_again = true;
        }
    }
    match (here.is_empty(), asked_again) {
        (false, _) => Match::Here(here),
        (true, true) => Match::AskedAgain,
        (true, false) => Match::Unknown,
    }
}
