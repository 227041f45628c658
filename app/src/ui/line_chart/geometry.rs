//! Where a line chart's lines and labels stand, in units of its own picture: percentages upwards, points at equal distances.

/// The whole picture, and within it the field of the lines: left of it are the percentages, below it the days, right of it the labels.
pub(super) const WIDTH: f64 = 800.0;
pub(super) const HEIGHT: f64 = 380.0;
pub(super) const LEFT: f64 = 56.0;
pub(super) const RIGHT: f64 = 560.0;
pub(super) const TOP: f64 = 20.0;
pub(super) const BOTTOM: f64 = 340.0;

/// Where the point with this position stands, of so many; one alone stands at the end.
pub(super) fn across(at: usize, many: usize) -> f64 {
    if many < 2 {
        return RIGHT;
    }
    LEFT + (RIGHT - LEFT) * (at as f64) / ((many - 1) as f64)
}

/// How high tenths of a percent stand: the picture counts downwards.
pub(super) fn high(tenths: u32) -> f64 {
    BOTTOM - (BOTTOM - TOP) * f64::from(tenths.min(1000)) / 1000.0
}

/// The way along the values that there are, as a picture's `path` has it: a gap where one is missing, a dot for one alone.
pub(super) fn path(values: &[Option<u32>]) -> String {
    let is_there =
        |at: Option<usize>| at.and_then(|at| values.get(at)).is_some_and(Option::is_some);
    let mut way = String::new();
    for (at, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let goes_on = is_there(at.checked_sub(1));
        let step = if goes_on { "L" } else { "M" };
        way += &format!("{step}{:.1} {:.1}", across(at, values.len()), high(*value));
        if !goes_on && !is_there(at.checked_add(1)) {
            way += "h0";
        }
    }
    way
}

/// Where labels stand that belong at these heights: at least so far apart and inside the field as far as there is room, the higher
/// above the lower, in the order in which they were given.
pub(super) fn spread(wanted: &[f64], apart: f64) -> Vec<f64> {
    let mut placed: Vec<(usize, f64)> = wanted.iter().copied().enumerate().collect();
    placed.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut free_from = TOP;
    for (_, height) in &mut placed {
        *height = f64::max(*height, free_from);
        free_from = *height + apart;
    }
    let mut free_to = BOTTOM;
    for (_, height) in placed.iter_mut().rev() {
        *height = f64::min(*height, free_to);
        free_to = *height - apart;
    }
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, height)| height).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: f64) -> String {
        format!("{number:.1}")
    }

    #[test]
    fn points_stand_at_equal_distances_from_one_side_to_the_other() {
        let stand = [0, 1, 2].map(|at| shown(across(at, 3)));
        assert_eq!(stand, ["56.0", "308.0", "560.0"]);
        assert_eq!(shown(across(0, 1)), "560.0", "the last day is at the right");
    }

    #[test]
    fn nothing_stands_at_the_bottom_and_everything_at_the_top() {
        // Half of 320 above the bottom; and nothing goes beyond the whole.
        let stand = [0, 500, 1000, 1200].map(|tenths| shown(high(tenths)));
        assert_eq!(stand, ["340.0", "180.0", "20.0", "20.0"]);
    }

    #[test]
    fn a_line_has_a_gap_where_nothing_is_known() {
        let whole = path(&[Some(0), Some(1000), Some(500)]);
        assert_eq!(whole, "M56.0 340.0L308.0 20.0L560.0 180.0");
        // 504 units in four steps are 126 each.
        let gap = path(&[Some(0), Some(0), None, Some(500), Some(500)]);
        assert_eq!(gap, "M56.0 340.0L182.0 340.0M434.0 180.0L560.0 180.0");
        assert_eq!(path(&[None, Some(500), None]), "M308.0 180.0h0", "one alone is a dot");
        assert_eq!(path(&[Some(500)]), "M560.0 180.0h0");
        assert_eq!(path(&[None, None]), "");
        assert_eq!(path(&[]), "");
    }

    #[test]
    fn labels_stand_where_they_belong_unless_they_would_cover_each_other() {
        let stand =
            |wanted: &[f64]| spread(wanted, 20.0).into_iter().map(shown).collect::<Vec<_>>();
        assert_eq!(stand(&[100.0, 50.0, 300.0]), ["100.0", "50.0", "300.0"]);
        assert_eq!(stand(&[100.0, 100.0, 105.0]), ["100.0", "120.0", "140.0"]);
        // At the bottom there is room upwards only, and the order stays.
        assert_eq!(stand(&[340.0, 335.0]), ["340.0", "320.0"]);
        assert_eq!(stand(&[0.0]), ["20.0"]);
        assert_eq!(stand(&[]), Vec::<String>::new());
    }

    #[test]
    fn wherever_they_belong_labels_are_apart_inside_and_in_order() {
        let heights = [20.0, 33.0, 180.0, 181.0, 330.0, 340.0];
        for one in heights {
            for two in heights {
                for three in heights {
                    let (wanted, mut placed) = ([one, two, three], Vec::new());
                    placed.extend(wanted.into_iter().zip(spread(&wanted, 20.0)));
                    placed.sort_by(|a, b| a.1.total_cmp(&b.1));
                    for pair in placed.windows(2) {
                        assert!(pair[1].1 - pair[0].1 >= 19.999, "{placed:?}");
                        assert!(pair[0].0 <= pair[1].0, "{placed:?}");
                    }
                    assert!(placed.iter().all(|(_, at)| (TOP..=BOTTOM).contains(at)), "{placed:?}");
                }
            }
        }
    }
}
