//! A count that is to be published, and which numbers it could be for whoever reads what is shown.

use super::super::{PERCENT_FROM, Shown, people, requirements};

/// A count, and what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// `met` of `of` people (clauses 1 to 5).
    People { met: u32, of: u32 },
    /// `met` of `of` requirements, which `people` people have together (clause 8).
    Requirements { met: u32, of: u32, people: u32 },
}

/// Whole numbers from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub low: i64,
    pub high: i64,
}

impl Figure {
    pub const fn met(self) -> u32 {
        match self {
            Self::People { met, .. } | Self::Requirements { met, .. } => met,
        }
    }

    pub const fn of(self) -> u32 {
        match self {
            Self::People { of, .. } | Self::Requirements { of, .. } => of,
        }
    }

    /// How many people it tells of: the fewer, the less is lost where it is held back.
    pub const fn people(self) -> u32 {
        match self {
            Self::People { of, .. } => of,
            Self::Requirements { people, .. } => people,
        }
    }

    /// As clauses 1 to 8 show it.
    pub fn shown(self) -> Shown {
        match self {
            Self::People { met, of } => people(met, of),
            Self::Requirements { met, of, people } => requirements(met, of, people),
        }
    }

    /// Held back without a word more (clause 9).
    pub const fn held(self) -> Shown {
        let of = match self {
            Self::People { of, .. } => Some(of),
            Self::Requirements { .. } => None,
        };
        Shown::Held { of, band: None }
    }

    const fn with(self, met: u32) -> Self {
        match self {
            Self::People { of, .. } => Self::People { met, of },
            Self::Requirements { of, people, .. } => Self::Requirements { met, of, people },
        }
    }

    /// The numbers around the true one of which something holds too.
    fn around(self, holds: impl Fn(Self) -> bool) -> Span {
        let met = self.met();
        let too = |other: &u32| holds(self.with(*other));
        let low = (0..met).rev().take_while(too).last().unwrap_or(met);
        let high = (met..=self.of()).skip(1).take_while(too).last().unwrap_or(met);
        Span { low: low.into(), high: high.into() }
    }

    /// What it could be for whoever knows that clauses 1 to 8 made it what is shown.
    pub(super) fn by_its_clause(self) -> Span {
        let shown = self.shown();
        self.around(|other| other.shown() == shown)
    }

    /// What it could be where it is held for another's sake. From 40 people on the missing band says that it is not small.
    pub(super) fn for_another(self) -> Span {
        match self {
            Self::People { of, .. } if of >= PERCENT_FROM => {
                self.around(|other| !other.shown().is_held())
            }
            Self::People { .. } | Self::Requirements { .. } => self.any(),
        }
    }

    /// What it could be where nobody can tell why it is held.
    pub(super) fn any(self) -> Span {
        Span { low: 0, high: i64::from(self.of().max(self.met())) }
    }

    /// What it could be for whoever saw it shown so in an earlier return, and knows why it was held. What does not follow from the
    /// rule is taken as known.
    pub(super) fn after(self, shown: Shown) -> Span {
        let met = i64::from(self.met());
        match (shown, self.shown()) {
            (earlier, itself) if earlier == itself => self.by_its_clause(),
            (Shown::Held { band: None, .. }, Shown::Held { .. }) => self.any(),
            (Shown::Held { band: None, .. }, _) => self.for_another(),
            _ => Span { low: met, high: met },
        }
    }

    /// What it could be for whoever saw it shown so in an earlier return, and cannot tell why it was held.
    pub(super) fn after_unsaid(self, shown: Shown) -> Span {
        match shown {
            Shown::Held { band: None, .. } => self.any(),
            _ => self.after(shown),
        }
    }
}

impl Span {
    /// What is in both; both hold the true number.
    pub(super) fn and(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    pub(super) const fn holds(self, number: i64) -> bool {
        self.low <= number && number <= self.high
    }

    /// How many numbers are in it.
    pub(super) const fn size(self) -> i64 {
        self.high - self.low + 1
    }
}
