//! What a figure divides by what, and by which versions of rule and framework.

use crate::coverage::row::{Counts, percent};
use crate::coverage::views::{Figure, Measure};
use crate::coverage::{Facts, ItemKind, Query};
use crate::frameworks::version_at;
use serde::{Deserialize, Serialize};

/// The version of section 4 of the rules as it is counted here. It changes with every change that could change a figure.
pub const RULE: &str = "coverage-1";

/// By which versions a figure was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    pub rule: String,
    /// The number of the framework version that holds at the date.
    pub framework: Option<i32>,
}

impl Versions {
    pub fn of(facts: &Facts, query: &Query) -> Self {
        let version = version_at(&facts.versions, query.as_at);
        let framework = version.and_then(|at| facts.versions.get(at)).map(|v| v.number);
        Self { rule: RULE.to_owned(), framework }
    }
}

/// A measure with its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formula {
    pub measure: Measure,
    pub part: u32,
    pub whole: u32,
}

impl Formula {
    /// The headline and what stands beside it. Whether teams are covered is another question, with an answer of its own.
    pub const MEASURES: [Measure; 4] =
        [Measure::Requirements, Measure::FullyMet, Measure::CriticalMet, Measure::SelfAssessed];

    /// Those of an item. Of everything asked, what counts people elsewhere counts pairs, which the headline tells.
    pub const fn measures(item: ItemKind) -> &'static [Measure] {
        match item {
            ItemKind::All => &[Measure::Requirements],
            ItemKind::Domain | ItemKind::Competency => &Self::MEASURES,
        }
    }

    /// The measure in which the change of an item is told where this one is shown: the headline where its parts would be no sum.
    pub const fn of_change(item: ItemKind, shown: Measure) -> Measure {
        match (item, shown) {
            (ItemKind::All, _) | (_, Measure::Fte | Measure::CapableTeams) => Measure::Requirements,
            (ItemKind::Domain | ItemKind::Competency, shown) => shown,
        }
    }

    pub fn of(counts: Counts, measure: Measure) -> Self {
        let (part, whole) = Figure::from(counts).of(measure);
        Self { measure, part, whole }
    }

    /// In percent with one decimal, half up; empty where nothing is asked.
    pub fn percent(self) -> String {
        percent(self.part, self.whole)
    }
}
