//! Whether a team can do what it must: in the team, by arrangement or not; and whether that hangs on one person.

use crate::macros::codes;
use serde::{Deserialize, Serialize};

codes! {
    /// Whether a team is covered, the best first.
    Covered, "cover" {
        InTeam "in_team" "Covered",
        ByArrangement "by_arrangement" "By arrangement",
        NotCovered "not_covered" "Not covered",
    }
}

/// What is said of a team, in a competency, a domain or all that it requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub covered: Covered,
    /// A single point of failure: covered, and not if some one person left.
    pub one_person: bool,
}

impl Verdict {
    /// Whether the team counts as capable: covered either way.
    pub fn is_capable(self) -> bool {
        self.covered != Covered::NotCovered
    }

    /// Both together: covered only where both are, and by arrangement where one is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let covered = self.covered.max(other.covered);
        let one_person = covered != Covered::NotCovered && (self.one_person || other.one_person);
        Self { covered, one_person }
    }
}
