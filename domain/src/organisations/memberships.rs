//! Memberships of one organisation taken together: no two may start on one day, or nobody could say which holds (rules,
//! section 1).

use crate::dates::Period;

/// The first two memberships that start on one day in different networks, by position; blank starts count as one day.
pub fn starting_together<N: PartialEq>(memberships: &[(N, Period)]) -> Option<(usize, usize)> {
    let numbered = || memberships.iter().enumerate();
    numbered().find_map(|(later, (network, period))| {
        let together = |&(_, (other, earlier)): &(usize, &(N, Period))| {
            other != network && earlier.from == period.from
        };
        numbered().take(later).find(together).map(|(earlier, _)| (earlier, later))
    })
}

/// Of two memberships that start on one day, whether the first lasts longer; a missing end is the longest.
pub fn outlasts(one: Period, other: Period) -> bool {
    match (one.to, other.to) {
        (None, Some(_)) => true,
        (Some(one), Some(other)) => one > other,
        (_, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period::new(from.parse().ok(), to.parse().ok())
    }

    #[test]
    fn two_networks_from_one_day_cannot_be_told_apart() {
        let blank = [("N1", period("", "2026-03-31")), ("N2", period("", ""))];
        assert_eq!(starting_together(&blank), Some((0, 1)));
        let moved = [("N1", period("", "2026-05-31")), ("N2", period("2026-02-01", ""))];
        assert_eq!(
            starting_together(&moved),
            None,
            "an overlap is no fault: the later start holds"
        );
    }

    #[test]
    fn the_open_ended_one_outlasts() {
        let brief = period("2024-10-01", "2024-10-01");
        let open = period("2024-10-01", "");
        assert!(outlasts(open, brief) && !outlasts(brief, open) && !outlasts(open, open));
        assert!(outlasts(period("", "2026-01-02"), period("", "2026-01-01")));
    }
}
