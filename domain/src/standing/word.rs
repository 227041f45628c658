//! The last word on a confirmed level, and when it is due: one judgement's, or what a merge made of several.

use super::{Confirmed, Event, RECOGNISED_MONTHS};
use crate::codes::JudgementKind;
use crate::dates::months_after;
use crate::frameworks::Level;
use chrono::NaiveDate;

/// The last word on a level. Its due date is a walk through the calendar, so no earlier word's is worked out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Word<'a> {
    Said(&'a Event),
    Merged(Merged),
}

/// Several confirmed levels as one: the lowest, due when the first of them is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Merged {
    level: Level,
    kind: JudgementKind,
    /// The day of the earliest.
    made_on: NaiveDate,
    /// From when the whole refresh period counts: the earliest of those confirmed or accepted.
    from: Option<NaiveDate>,
    /// The earliest of those recognised, which stand for a year at most.
    recognised_on: Option<NaiveDate>,
}

impl Word<'_> {
    /// What the word says, under a refresh period.
    pub fn confirmed(&self, refresh_months: u32) -> Confirmed {
        match self.held() {
            None => Confirmed::Revoked,
            Some(held) => Confirmed::At {
                level: held.level,
                kind: held.kind,
                made_on: held.made_on,
                due_on: held.due_on(refresh_months),
            },
        }
    }

    /// The day of a revocation.
    pub fn revoked_on(&self) -> Option<NaiveDate> {
        match self {
            Self::Said(event) if event.kind == JudgementKind::Revoked => Some(event.day),
            Self::Said(_) | Self::Merged(_) => None,
        }
    }

    /// Two words of competencies that become one, which both must hold at `day`: the lowest level and the earliest due
    /// date, recognised if either is. Two revocations are the later one; anything else says nothing (rules, section 2).
    pub fn and(self, other: Self, refresh_months: u32, day: NaiveDate) -> Option<Self> {
        match (self.held(), other.held()) {
            (None, None) => Some(if self.revoked_on() < other.revoked_on() { other } else { self }),
            (Some(one), Some(two)) => {
                let current = |held: &Merged| day <= held.due_on(refresh_months);
                (current(&one) && current(&two)).then(|| Word::Merged(one.and(&two)))
            }
            _ => None,
        }
    }

    /// Whether it is a revocation, or a level that is current at `day`.
    pub fn stands(&self, refresh_months: u32, day: NaiveDate) -> bool {
        self.held().is_none_or(|held| day <= held.due_on(refresh_months))
    }

    /// The level with its dates; none where it was revoked.
    fn held(&self) -> Option<Merged> {
        match self {
            Self::Merged(merged) => Some(*merged),
            Self::Said(event) => {
                let level = event.level.filter(|_| event.kind != JudgementKind::Revoked)?;
                let (kind, made_on) = (event.kind, event.day);
                let recognised = kind == JudgementKind::Recognised;
                // Taken over, it counts from the original's day.
                let original = event.original.filter(|_| kind == JudgementKind::Accepted);
                let from = (!recognised).then_some(original.unwrap_or(made_on));
                let recognised_on = recognised.then_some(made_on);
                Some(Merged { level, kind, made_on, from, recognised_on })
            }
        }
    }
}

impl Merged {
    /// The last day on which all of it is current.
    fn due_on(&self, refresh_months: u32) -> NaiveDate {
        let whole = self.from.map(|day| months_after(day, refresh_months));
        let short =
            self.recognised_on.map(|day| months_after(day, refresh_months.min(RECOGNISED_MONTHS)));
        whole.into_iter().chain(short).min().unwrap_or(self.made_on)
    }

    fn and(&self, other: &Self) -> Self {
        let earliest =
            |one: Option<NaiveDate>, two: Option<NaiveDate>| one.into_iter().chain(two).min();
        let any = |kind| [self.kind, other.kind].contains(&kind);
        let kinds = [JudgementKind::Recognised, JudgementKind::Confirmed];
        Self {
            level: self.level.min(other.level),
            kind: kinds.into_iter().find(|kind| any(*kind)).unwrap_or(self.kind),
            made_on: self.made_on.min(other.made_on),
            from: earliest(self.from, other.from),
            recognised_on: earliest(self.recognised_on, other.recognised_on),
        }
    }
}
