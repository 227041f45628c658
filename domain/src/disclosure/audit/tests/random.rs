//! What random places are made of: numbers that try the rule's edges more often than not.

use super::places::{Double, Team};
use proptest::prelude::*;

fn size() -> impl Strategy<Value = u32> {
    prop_oneof![1_u32..8, 8_u32..24, Just(30), 24_u32..64]
}

/// How many are met of how many: few of them, nearly all, or any.
fn counted() -> impl Strategy<Value = (u32, u32)> {
    size().prop_flat_map(|of| {
        let nearly_all = of.saturating_sub(10)..=of;
        (prop_oneof![2 => 0..=of.min(10), 1 => nearly_all, 1 => 0..=of], Just(of))
    })
}

pub(super) fn team() -> impl Strategy<Value = Team> {
    let home = prop_oneof![4 => 0_usize..3, 1 => 3_usize..5, 1 => Just(5)];
    let setting = prop::option::weighted(0.9, 0_usize..2);
    (counted(), home, 0_usize..3, 0_usize..2, setting).prop_map(
        |((met, of), home, organisation, group, setting)| Team {
            met,
            of,
            home,
            organisation,
            group,
            setting,
        },
    )
}

pub(super) fn teams() -> impl Strategy<Value = Vec<Team>> {
    prop::collection::vec(team(), 1..7)
}

/// Teams, and people with posts in two of them.
pub(super) fn with_doubles() -> impl Strategy<Value = (Vec<Team>, Vec<Double>)> {
    prop::collection::vec(team(), 2..6).prop_flat_map(|teams| {
        let many = teams.len();
        let double = (0..many, 1..many, any::<[bool; 2]>())
            .prop_map(move |(one, on, is_met)| (one, (one + on) % many, is_met));
        (Just(teams), prop::collection::vec(double, 1..4))
    })
}

/// Teams, and what some of them are a year later.
pub(super) fn two_years() -> impl Strategy<Value = (Vec<Team>, Vec<Option<(u32, u32)>>)> {
    teams().prop_flat_map(|teams| {
        let later = prop::option::weighted(0.3, counted());
        let many = teams.len();
        (Just(teams), prop::collection::vec(later, many))
    })
}
