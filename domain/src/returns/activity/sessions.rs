//! Sessions of an area, and people of the place in them.

use super::counted::{Counted, add};
use crate::ids::PersonId;
use crate::organisations::AreaIndex;
use crate::returns::sessions::SessionMeasure;
use crate::sessions::CancelReason;
use crate::sessions::format::Format;
use std::collections::{BTreeMap, BTreeSet};

/// A session that was scheduled and is over, or was cancelled.
#[derive(Clone, Debug)]
pub struct Scheduled {
    /// The areas that it was held for, and those in which somebody works who came: each with every area above it.
    pub areas: BTreeSet<AreaIndex>,
    pub format: Format,
    /// Why it did not take place.
    pub cancelled: Option<CancelReason>,
    /// Whether mental health and other professions were there, by its closed register.
    pub is_cross_boundary: bool,
}

/// People of the place, each once however many sessions they were in.
#[derive(Clone, Debug, Default)]
pub struct Seats {
    /// Who asked for a seat.
    pub asked: BTreeSet<PersonId>,
    /// Who was left on a waiting list.
    pub waiting: BTreeSet<PersonId>,
    /// Who had a seat in a session whose register is closed.
    pub seated: BTreeSet<PersonId>,
    /// Who of those came to one in which they had a seat.
    pub came: BTreeSet<PersonId>,
}

pub(super) fn count<'a>(counted: &mut Counted<'_>, sessions: impl Iterator<Item = &'a Scheduled>) {
    let (mut delivered, mut cancelled) = (BTreeMap::new(), BTreeMap::new());
    let mut across = 0;
    for session in sessions {
        match session.cancelled {
            Some(reason) => add(&mut cancelled, told(reason).code(), 1),
            None => add(&mut delivered, session.format.code(), 1),
        }
        across += u32::from(session.is_cross_boundary);
    }
    counted.add_parts(SessionMeasure::Delivered, &delivered);
    counted.add_parts(SessionMeasure::Cancelled, &cancelled);
    counted.add((SessionMeasure::CrossBoundary, ""), Some(across), None);
}

/// The reason that is told. Who was to lead a session is known to whoever was invited, so that somebody was unwell would be told of
/// them: it is among the other reasons, in every area, so that nothing can be subtracted.
const fn told(reason: CancelReason) -> CancelReason {
    match reason {
        CancelReason::EducatorUnwell => CancelReason::Other,
        reason => reason,
    }
}

pub(super) fn count_people(counted: &mut Counted<'_>, seats: &Seats) {
    let (came, of) = (seats.came.len() as u32, seats.seated.len() as u32);
    counted.add((SessionMeasure::Attended, ""), Some(came), Some(of));
}
