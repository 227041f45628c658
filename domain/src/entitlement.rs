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

/// A session of the year, as it looks to one team that is invited to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The people of the team who are in scope on the session's day.
    pub in_scope: usize,
    /// How many of them hold a seat.
    pub seats: usize,
    /// How many of them came, once the register is closed; none while it can still say something else.
    pub came: Option<usize>,
}

/// What a team is due in a year, and what of it is booked and was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entitlement {
    pub due: u16,
    /// Sessions that are ahead, or whose register is open, that count by the seats that the team's people hold.
    pub booked: usize,
    /// Sessions whose register is closed, that count by those who came.
    pub delivered: usize,
}

impl Entitlement {
    /// Of the sessions of a year to which a team is invited; each counts once, as booked or as delivered.
    pub fn of(due: u16, sessions: impl IntoIterator<Item = Offered>) -> Self {
        let nothing = Self { due, booked: 0, delivered: 0 };
        sessions.into_iter().fold(nothing, |sum, one| match one.came {
            Some(came) => {
                Self { delivered: sum.delivered + usize::from(counts(one.in_scope, came)), ..sum }
            }
            None => {
                Self { booked: sum.booked + usize::from(counts(one.in_scope, one.seats)), ..sum }
            }
        })
    }

    /// How many more are to be booked.
    pub fn missing(self) -> usize {
        usize::from(self.due).saturating_sub(self.booked + self.delivered)
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
    fn a_session_counts_by_its_seats_until_its_register_is_closed_and_then_by_those_who_came() {
        let session = |in_scope, seats, came| Offered { in_scope, seats, came };
        let year = [
            session(10, 3, None),
            session(10, 2, None),
            session(4, 4, Some(2)),
            // Enough had a seat, and too few came.
            session(10, 5, Some(2)),
            // They walked in.
            session(10, 0, Some(3)),
            session(0, 1, Some(1)),
        ];
        let entitlement = Entitlement::of(5, year);
        assert_eq!(entitlement, Entitlement { due: 5, booked: 1, delivered: 2 });
        assert_eq!(entitlement.missing(), 2);
        assert_eq!(Entitlement { due: 2, ..entitlement }.missing(), 0);
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
