//! What falls most.

use super::ForecastRow;
use std::cmp::Reverse;

/// The rows of the item with this code that fall, the furthest first: by percentage points of requirements met, then by how many
/// fewer are met.
pub fn falling<'r>(rows: &'r [ForecastRow], item_code: &str) -> Vec<&'r ForecastRow> {
    let falls = |row: &&ForecastRow| row.item_code == item_code && row.forecast.fall() > 0;
    let mut falling: Vec<&ForecastRow> = rows.iter().filter(falls).collect();
    falling.sort_by_cached_key(|row| {
        let (name, code) = (row.scope_name.clone(), row.scope_code.clone());
        (Reverse(row.forecast.fall()), Reverse(row.forecast.lost()), name, code)
    });
    falling
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::forecast::{Forecast, Pairs};

    /// Requirements met of all today, and at the low end.
    fn row(name: &str, item: &str, today: (u32, u32), low: (u32, u32)) -> ForecastRow {
        let pairs = |(met, requirements)| Pairs { requirements, met };
        ForecastRow {
            scope_code: name.into(),
            scope_name: name.into(),
            item_code: item.into(),
            group: "all".into(),
            forecast: Forecast {
                today: pairs(today),
                low: pairs(low),
                high: pairs(low),
                ..Forecast::default()
            },
        }
    }

    #[test]
    fn the_furthest_fall_comes_first_and_what_does_not_fall_is_left_out() {
        let rows = [
            // 50% to 40%, 100% to nobody, 50% to 40% with twice as many people, 100% to 50%.
            row("Ash", "EMG", (5, 10), (4, 10)),
            row("Beech", "EMG", (3, 3), (0, 0)),
            row("Cedar", "EMG", (10, 20), (8, 20)),
            row("Elm", "EMG", (2, 2), (1, 2)),
            // The same, better, nothing asked before; and another item.
            row("Fir", "EMG", (1, 2), (1, 2)),
            row("Hazel", "EMG", (1, 2), (2, 2)),
            row("Larch", "EMG", (0, 0), (0, 4)),
            row("Maple", "RSK", (2, 2), (0, 2)),
        ];
        let names: Vec<_> = falling(&rows, "EMG").iter().map(|row| &*row.scope_name).collect();
        assert_eq!(names, ["Beech", "Elm", "Cedar", "Ash"]);
    }
}
