//! The table of section 6, the edges of each clause, and what holds of every figure.

use super::*;
use proptest::prelude::*;

#[test]
fn the_table_of_the_rules_reads_as_it_stands() {
    for (met, of, shown) in [
        (0, 0, "z"),
        (4, 6, "c of 6"),
        (3, 22, "c of 22"),
        (18, 22, "c of 22"),
        (12, 12, "c of 12"),
        (3, 45, "c of 45, 20% or less"),
        (8, 17, "10 of 17"),
        (10, 20, "10 of 20"),
        (33, 48, "35 of 48, 73%"),
        (0, 40, "0 of 40, 0%"),
        (97, 105, "95 of 105, 90%"),
        (43, 45, "c of 45, 80% or more"),
    ] {
        assert_eq!(people(met, of).to_string(), shown, "{met} of {of}");
    }
}

#[test]
fn the_edges_of_each_clause() {
    for (met, of, shown) in [
        (7, 7, "c of 7"),
        (0, 8, "c of 8"),
        (8, 16, "10 of 16"),
        (0, 19, "c of 19"),
        (0, 20, "0 of 20"),
        (20, 20, "20 of 20"),
        (23, 23, "23 of 23"),
        (44, 44, "44 of 44, 100%"),
        (7, 39, "c of 39"),
        (7, 40, "c of 40, 20% or less"),
        (8, 40, "10 of 40, 25%"),
        (1_030, 2_587, "1,030 of 2,587, 40%"),
        (3, 2_587, "c of 2,587, 20% or less"),
    ] {
        assert_eq!(people(met, of).to_string(), shown, "{met} of {of}");
    }
}

#[test]
fn of_requirements_a_percentage_is_shown_where_there_are_twenty_people() {
    for (met, of, many, shown) in [
        (0, 0, 0, "z"),
        (12, 25, 1, "c"),
        (190, 200, 19, "c"),
        (190, 200, 20, "95%"),
        (137, 200, 99, "70%"),
        (137, 200, 100, "69%"),
        (5, 200, 99, "5%"),
        (4, 200, 99, "0%"),
    ] {
        assert_eq!(requirements(met, of, many).to_string(), shown, "{met} of {of}, {many}");
    }
}

/// `met` of `of` people, as many as there can be.
fn counted() -> impl Strategy<Value = (u32, u32)> {
    (0_u32..400).prop_flat_map(|of| (0..=of, Just(of)))
}

/// Whether a whole number is a quotient to the nearest, half up: nothing is divided, so nothing is rounded twice.
fn is_nearest(whole: u32, dividend: u32, divisor: u32) -> bool {
    let (twice, whole) = (2 * u64::from(dividend), u64::from(whole));
    let divisor = u64::from(divisor);
    2 * whole * divisor <= twice + divisor && twice < (2 * whole + 1) * divisor
}

proptest! {
    /// Clauses 1 to 4: no small number is shown, nor what is left to the whole, nor all or none of a few.
    #[test]
    fn no_small_number_is_shown((met, of) in counted()) {
        let rest = of - met;
        let points_at_somebody = [of, met, rest].iter().any(|number| (1..=7).contains(number));
        let tells_of_each = of > 0 && of < 20 && (met == 0 || rest == 0);
        prop_assert_eq!(people(met, of).is_held(), points_at_somebody || tells_of_each);
        prop_assert_eq!(people(met, of) == Shown::Nobody, of == 0);
    }

    /// Clause 5: what is shown is the nearest 5, or all; the percentage is of what is shown, half up, from 40 on.
    #[test]
    fn what_is_shown_is_rounded_to_the_nearest_five((met, of) in counted()) {
        if let Shown::People { met: shown, of: whole, percent } = people(met, of) {
            prop_assert!(shown % 5 == 0 || shown == of);
            prop_assert!(shown.abs_diff(met) <= 2);
            prop_assert_eq!(whole, of);
            prop_assert_eq!(percent.is_some(), of >= 40);
            prop_assert!(percent.is_none_or(|percent| is_nearest(percent, 100 * shown, of)));
        }
    }

    /// Clause 7: a band stands only beside 40 or more, and is true.
    #[test]
    fn a_band_is_true((met, of) in counted()) {
        if let Shown::Held { of: whole, band } = people(met, of) {
            prop_assert_eq!(whole, Some(of));
            prop_assert_eq!(band.is_some(), of >= 40);
            let is_true = match band {
                Some(Band::FifthOrLess) => 100 * met <= 20 * of,
                Some(Band::FourFifthsOrMore) => 100 * met >= 80 * of,
                None => true,
            };
            prop_assert!(is_true);
        }
    }

    /// Clause 8: of requirements a percentage and nothing else, to the nearest 5 of fewer than 100 people.
    #[test]
    fn requirements_are_a_percentage_of_twenty_people_or_more(
        (met, of) in counted(), many in 0_u32..200,
    ) {
        let is_told = match requirements(met, of, many) {
            Shown::Nobody => of == 0,
            Shown::Held { of: None, band: None } => many < 20,
            Shown::Percent(percent) if many < 100 => {
                many >= 20 && percent % 5 == 0 && is_nearest(percent / 5, 20 * met, of)
            }
            Shown::Percent(percent) => is_nearest(percent, 100 * met, of),
            Shown::Held { .. } | Shown::People { .. } => false,
        };
        prop_assert!(is_told);
    }
}
