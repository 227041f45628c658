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

codes! {
    /// Which teams a table of cover shows, where it does not show all of them.
    Only, "choice of teams" {
        NotCovered "not_covered" "Not covered",
        OnePerson "one_person" "Depends on one person",
    }
}

impl Only {
    /// Whether a team of which this is said is among them: in one domain at least.
    pub fn takes(self, mut said: impl Iterator<Item = Verdict>) -> bool {
        said.any(|verdict| match self {
            Self::NotCovered => !verdict.is_capable(),
            Self::OnePerson => verdict.one_person,
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_among_those_that_are_not_covered_or_depend_on_one_person_where_one_domain_is() {
        let said = |covered, one_person| Verdict { covered, one_person };
        let (fine, not) = (said(Covered::InTeam, false), said(Covered::NotCovered, false));
        let hangs = said(Covered::ByArrangement, true);
        let takes = |only: Only, said: &[Verdict]| only.takes(said.iter().copied());
        assert!(takes(Only::NotCovered, &[fine, not]) && takes(Only::OnePerson, &[hangs, not]));
        assert!(!takes(Only::NotCovered, &[fine, hangs]) && !takes(Only::OnePerson, &[fine, not]));
        assert!(!takes(Only::NotCovered, &[]) && !takes(Only::OnePerson, &[]));
    }
}
