//! Protected time of those who teach: promised, used and lost (rules, section 5).

use super::counted::{Counted, add};
use crate::dates::Period;
use crate::protected_time::allocation::Allocation;
use crate::protected_time::ledger::{Spent, Standing, Totals};
use crate::protected_time::{TimeUse, WhyLost};
use crate::returns::sessions::SessionMeasure;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Of fewer people who had protected time than this, what it was used for and why it was lost would be told of each: that somebody was
/// absent is mostly that they were ill.
const EDUCATORS_LEAST: usize = 3;

/// One person's time over the twelve months.
#[derive(Clone, Debug, Default)]
pub struct EducatorTime {
    pub allocations: Vec<Allocation>,
    /// Sessions that took place, and what the ledger says was used; in minutes.
    pub used: Vec<(NaiveDate, TimeUse, u32)>,
    /// In minutes.
    pub lost: Vec<(NaiveDate, WhyLost, u32)>,
}

impl EducatorTime {
    /// What the period comes to.
    pub(super) fn totals(&self, period: Period) -> Totals {
        let spent = |on, minutes, standing| Spent { on, minutes, standing };
        let used = self.used.iter().map(|(on, _, many)| spent(*on, *many, Standing::Delivered));
        let lost = self.lost.iter().map(|(on, _, many)| spent(*on, *many, Standing::Lost));
        Totals::of(&self.allocations, &used.chain(lost).collect::<Vec<_>>(), period)
    }
}

pub(super) fn count(counted: &mut Counted<'_>, educators: &[EducatorTime]) {
    let promised = promised(educators, counted.period);
    counted.add((SessionMeasure::MinutesPromised, ""), Some(promised), None);
    let mut used = BTreeMap::new();
    for (_, time_use, minutes) in educators.iter().flat_map(|one| &one.used) {
        add(&mut used, time_use.code(), *minutes);
    }
    let is_told_apart = is_told_apart(educators, counted.period);
    for (measure, parts) in
        [(SessionMeasure::MinutesUsed, used), (SessionMeasure::MinutesLost, lost(educators))]
    {
        match is_told_apart {
            true => counted.add_parts(measure, &parts),
            false => counted.add_sum(measure, &parts),
        }
    }
}

/// Whether uses and reasons are told, or all of them together and nothing else: then there is nothing to subtract.
pub(super) fn is_told_apart(educators: &[EducatorTime], period: Period) -> bool {
    let had_time = |one: &&EducatorTime| one.totals(period).allocated > 0;
    educators.iter().filter(had_time).count() >= EDUCATORS_LEAST
}

/// What all were promised, rounded once.
pub(super) fn promised(educators: &[EducatorTime], period: Period) -> u32 {
    let all = educators.iter().flat_map(|one| one.allocations.iter().cloned());
    Totals::of(&all.collect::<Vec<_>>(), &[], period).allocated
}

/// What all lost, by reason.
pub(super) fn lost(educators: &[EducatorTime]) -> BTreeMap<&'static str, u32> {
    let mut lost = BTreeMap::new();
    for (_, why, minutes) in educators.iter().flat_map(|one| &one.lost) {
        add(&mut lost, why.code(), *minutes);
    }
    lost
}
