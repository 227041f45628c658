//! The teams that lack cover on the day a forecast looks from: what is lost already comes before what may be lost.

use super::Pairs;
use crate::coverage::views::Heading;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A team that is not covered in some domains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lacking {
    pub team: Heading,
    /// The domains in which it is not covered.
    pub domains: Vec<Heading>,
    /// What it requires of these, and how much of that is met.
    pub pairs: Pairs,
}

impl Lacking {
    /// A team with each domain in which it is not covered, and what it requires there; none where there is no such domain.
    pub fn of(team: Heading, lacks: impl IntoIterator<Item = (Heading, Pairs)>) -> Option<Self> {
        let mut lacking = Self { team, domains: Vec::new(), pairs: Pairs::default() };
        for (domain, pairs) in lacks {
            lacking.domains.push(domain);
            lacking.pairs.add(pairs);
        }
        (!lacking.domains.is_empty()).then_some(lacking)
    }

    /// The smaller, the thinner. Of two shares that are the same, more requirements are the wider gap.
    fn thinness(&self) -> (u64, Reverse<u32>, &str, &str) {
        let share = self.pairs.tenths().unwrap_or(u64::MAX);
        (share, Reverse(self.pairs.requirements), &self.team.title, &self.team.code)
    }
}

/// The lowest share of requirements met first, in tenths of a percent; of the same share, most requirements first, then by name.
pub fn thinnest_first(mut teams: Vec<Lacking>) -> Vec<Lacking> {
    teams.sort_by(|a, b| a.thinness().cmp(&b.thinness()));
    teams
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(code: &str) -> Heading {
        Heading { code: code.into(), title: code.into() }
    }

    /// A team with requirements met of all, domain by domain.
    fn team(name: &str, domains: &[(&str, u32, u32)]) -> Option<Lacking> {
        let lacks = domains
            .iter()
            .map(|&(code, met, requirements)| (heading(code), Pairs { requirements, met }));
        Lacking::of(heading(name), lacks)
    }

    #[test]
    fn the_thinnest_team_comes_first_over_all_that_it_lacks() {
        let teams = [
            // 1 of 2 and 0 of 2 are 25%; 10%; 0% of 3 and of 9; nothing that it requires is nobody's worry.
            team("Ash", &[("EMG", 1, 2), ("RSK", 0, 2)]),
            team("Beech", &[("EMG", 1, 10)]),
            team("Cedar", &[("EMG", 0, 3)]),
            team("Elm", &[("EMG", 0, 9)]),
            team("Fir", &[("EMG", 0, 0)]),
        ];
        let teams = thinnest_first(teams.into_iter().flatten().collect());
        let names: Vec<_> = teams.iter().map(|team| &*team.team.title).collect();
        assert_eq!(names, ["Elm", "Cedar", "Beech", "Ash", "Fir"]);
        let ash = teams.iter().find(|team| team.team.code == "Ash").unwrap();
        assert_eq!((ash.pairs, ash.domains.len()), (Pairs { requirements: 4, met: 1 }, 2));
        assert_eq!(team("Hazel", &[]), None, "it lacks nothing");
    }
}
