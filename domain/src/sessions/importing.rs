//! What a file may say of sessions, and of who booked and came (contract, "Input files"). What has taken place is history: it is
//! taken as it was told.

mod attending; // of somebody's booking and attendance

pub use attending::{Said, may_be_said, said, seat_and_note};

use super::forms::link;
use super::{Life, SessionState};
use crate::frameworks::Level;
use crate::ids::OrganisationId;
use crate::policy::{Located, Scope};
use std::collections::BTreeSet;

/// What a file newly makes of a session: `before` is how it stands here, where it is here; `says` what the file says, if
/// anything; `over` whether it has ended by the time in the file. *Delivered* and *closed* are computed from that time and from
/// the register: said of what is over, they mean that it was scheduled, and that its register is closed.
///
/// # Errors
/// Returns what to do where a session cannot become that.
pub fn life(
    before: Option<SessionState>,
    says: Option<SessionState>,
    over: bool,
) -> Result<Life, &'static str> {
    use SessionState::{Cancelled, Closed, Delivered, Draft, Scheduled};
    let nothing = Life::default();
    let scheduled = Life { scheduled: true, ..nothing };
    Ok(match (says, before) {
        (None, Some(_)) | (Some(Draft), None | Some(Draft)) => nothing,
        (Some(Draft), Some(_)) => {
            return Err(
                "is no draft here any more, and does not become one again; leave this blank",
            );
        }
        (Some(Cancelled), Some(Delivered | Closed)) => {
            return Err("has taken place here, so it was not cancelled; leave this blank");
        }
        (Some(Cancelled), Some(Draft)) => Life { cancelled: true, ..nothing },
        (Some(Cancelled), _) => Life { cancelled: true, ..scheduled },
        (Some(_), Some(Cancelled)) => {
            return Err(
                "was cancelled here and stays so; give one that takes its place another code",
            );
        }
        (Some(Delivered | Closed), _) if !over => {
            return Err("has not taken place yet; write scheduled");
        }
        (Some(Closed), _) => Life { closed: true, ..scheduled },
        (None, None) | (Some(Scheduled | Delivered), _) => scheduled,
    })
}

/// The smallest place that holds all of these teams: the one team, their organisation, the nearest area of all; everywhere where
/// there is none, and for no teams.
pub fn smallest_place(teams: &[Located]) -> Scope {
    let Some((first, others)) = teams.split_first() else { return Scope::Everywhere };
    if let Some(team) = first.team.filter(|team| others.iter().all(|o| o.team == Some(*team))) {
        return Scope::Team(team);
    }
    let all_of = |id: &OrganisationId| others.iter().all(|other| other.organisation == Some(*id));
    if let Some(organisation) = first.organisation.filter(all_of) {
        return Scope::Organisation(organisation);
    }
    let nearest =
        first.areas.iter().find(|area| others.iter().all(|other| other.areas.contains(area)));
    nearest.map_or(Scope::Everywhere, |area| Scope::Area(*area))
}

/// Where a session is, as one column tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    Venue(String),
    Link(String),
}

/// Reads where a session is: a link where it begins with `https://`, else a venue.
///
/// # Errors
/// Returns what is wrong with a link.
pub fn location(text: &str) -> Result<Location, String> {
    let text = text.trim();
    if !text.starts_with("https://") {
        return Ok(Location::Venue(text.to_owned()));
    }
    Ok(link(text)?.map_or_else(|| Location::Venue(String::new()), Location::Link))
}

/// Reads what a session builds, such as `RSK-1:3;RSK-2:3`: competency codes, each with a level.
///
/// # Errors
/// Returns what is wrong with one of them.
pub fn outcomes(text: &str) -> Result<Vec<(String, Level)>, String> {
    let mut met = BTreeSet::new();
    let outcome = |part: &str| {
        let (code, level) = part
            .split_once(':')
            .ok_or_else(|| format!("'{part}' has no level; write it like RSK-1:3"))?;
        let code = code.trim().to_owned();
        let level = level.trim().parse::<Level>().map_err(|fault| format!("{code}: {fault}"))?;
        if !met.insert(code.clone()) {
            return Err(format!("'{code}' stands here twice; keep one of them"));
        }
        Ok((code, level))
    };
    parts(text).map(outcome).collect()
}

/// The parts of a cell that holds several, without blank ones.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests;
