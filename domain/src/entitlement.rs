//! Entitlement: how many sessions a team is due in a year, and which count for it (rules, section 5, *Entitlement*).

use crate::coverage::views::Heading;
use crate::paging::Paged;
use crate::years::Year;
use serde::{Deserialize, Serialize};

/// How many sessions a team is due in a year, where nothing else was said of it.
pub const DUE_A_YEAR: u16 = 3;
/// As many people of a team are always enough.
const ENOUGH: usize = 3;

/// Whether a session counts for a team that is invited to it: at least half of its people in scope that day took part, or three of
/// them, whichever is less. Of a session that is ahead, whoever holds a seat is held to take part.
pub fn counts(in_scope: usize, taking_part: usize) -> bool {
    in_scope > 0 && taking_part >= in_scope.div_ceil(2).min(ENOUGH)
}

/// How many of a team's sessions count: of each, its people in scope that day and those who took part.
pub fn counted(sessions: impl IntoIterator<Item = (usize, usize)>) -> usize {
    sessions.into_iter().filter(|(in_scope, taking_part)| counts(*in_scope, *taking_part)).count()
}

/// What a team is due in a year, and what of it is booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entitlement {
    pub due: u16,
    /// Sessions of the year, past and ahead, that count by the seats that its people hold.
    pub booked: usize,
}

impl Entitlement {
    /// How many more are to be booked.
    pub fn missing(self) -> usize {
        usize::from(self.due).saturating_sub(self.booked)
    }
}

/// A team, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntitlementLine {
    pub team: Heading,
    pub organisation: String,
    pub entitlement: Entitlement,
}

/// Teams, those first that are furthest behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entitlements {
    pub year: Year,
    pub lines: Paged<EntitlementLine>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_of_a_small_team_is_enough_and_three_of_a_large_one() {
        let table = [
            // In scope, and the fewest that count.
            (1, 1),
            (2, 1),
            (3, 2),
            (4, 2),
            (5, 3),
            (6, 3),
            (7, 3),
            (40, 3),
        ];
        for (in_scope, fewest) in table {
            assert!(counts(in_scope, fewest), "{fewest} of {in_scope}");
            assert!(!counts(in_scope, fewest - 1), "{} of {in_scope}", fewest - 1);
        }
        assert!(!counts(0, 0) && !counts(0, 3), "a team without people is due nothing");
    }

    #[test]
    fn each_session_counts_by_itself() {
        assert_eq!(counted([(10, 3), (10, 2), (4, 2), (0, 1)]), 2);
        let entitlement = Entitlement { due: 3, booked: 1 };
        assert_eq!(entitlement.missing(), 2);
        assert_eq!(Entitlement { booked: 5, ..entitlement }.missing(), 0);
    }

    proptest! {
        #[test]
        fn more_people_never_make_it_count_less(in_scope in 1_usize..200, taking_part in 0_usize..200) {
            if counts(in_scope, taking_part) {
                prop_assert!(counts(in_scope, taking_part + 1));
            }
            prop_assert!(counts(in_scope, in_scope));
        }
    }
}
