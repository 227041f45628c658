//! How much a figure changed: what pages show of a cell, later less earlier.

use crate::coverage::row::Counts;
use crate::coverage::views::Measure;
use serde::{Deserialize, Serialize};

/// The later counts less the earlier ones; what each counts is in section 4 of the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub requirements: i32,
    pub requirements_met: i32,
    /// People; pairs of person and competency where the item is everything.
    pub required: i32,
    pub fully_met: i32,
    /// Of those, by recognition.
    pub recognised: i32,
    pub self_assessed: i32,
    pub assessed: i32,
    pub critical_required: i32,
    pub critical_met: i32,
}

impl Difference {
    pub const NONE: Self = Self {
        requirements: 0,
        requirements_met: 0,
        required: 0,
        fully_met: 0,
        recognised: 0,
        self_assessed: 0,
        assessed: 0,
        critical_required: 0,
        critical_met: 0,
    };

    pub fn between(earlier: &Counts, later: &Counts) -> Self {
        let more = |of: fn(&Counts) -> u32| {
            i32::try_from(i64::from(of(later)) - i64::from(of(earlier))).unwrap_or(i32::MAX)
        };
        Self {
            requirements: more(|c| c.requirements),
            requirements_met: more(|c| c.requirements_met),
            required: more(|c| c.required),
            fully_met: more(|c| c.met_confirmed),
            recognised: more(|c| c.met_recognised),
            self_assessed: more(|c| c.met_self),
            assessed: more(|c| c.assessed),
            critical_required: more(|c| c.critical_required),
            critical_met: more(|c| c.critical_met),
        }
    }

    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            requirements: self.requirements + other.requirements,
            requirements_met: self.requirements_met + other.requirements_met,
            required: self.required + other.required,
            fully_met: self.fully_met + other.fully_met,
            recognised: self.recognised + other.recognised,
            self_assessed: self.self_assessed + other.self_assessed,
            assessed: self.assessed + other.assessed,
            critical_required: self.critical_required + other.critical_required,
            critical_met: self.critical_met + other.critical_met,
        }
    }

    pub fn is_none(&self) -> bool {
        *self == Self::NONE
    }

    /// How the part and the whole of a measure changed.
    pub const fn of(&self, measure: Measure) -> (i32, i32) {
        match measure {
            Measure::Requirements => (self.requirements_met, self.requirements),
            Measure::FullyMet => (self.fully_met, self.required),
            Measure::CriticalMet => (self.critical_met, self.critical_required),
            Measure::SelfAssessed => (self.self_assessed, self.required),
            Measure::Recognised => (self.recognised, self.required),
            Measure::Assessed => (self.assessed, self.required),
            // Whether teams are covered is no sum over people, and FTE is no number of them.
            Measure::CapableTeams | Measure::Fte => (0, 0),
        }
    }
}
