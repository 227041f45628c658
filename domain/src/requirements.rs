//! What a role asks of whoever holds a post in it (rules, section 2).

use crate::codes::Necessity;
use crate::dates::Period;
use crate::frameworks::Level;
use chrono::NaiveDate;
use std::collections::BTreeMap;

pub type CompetencyIndex = u16;

/// One dated requirement of a role.
#[derive(Clone, Copy, Debug)]
pub struct Requirement {
    pub competency: CompetencyIndex,
    /// `None` where the file says 0: not required.
    pub level: Option<Level>,
    pub necessity: Necessity,
    pub critical: bool,
    pub period: Period,
}

/// What is asked in one competency, once overlapping rows, posts and exemptions are resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub competency: CompetencyIndex,
    pub level: Level,
    pub critical: bool,
}

/// What a role asks at `day`, ordered by competency. Only core rows count; where rows overlap, the highest level
/// applies, and it is critical if any of them is.
pub fn asked_at(rows: &[Requirement], day: NaiveDate) -> Vec<Asked> {
    highest(rows.iter().filter_map(|row| {
        let counts = row.necessity == Necessity::Core && row.period.contains(day);
        let level = row.level.filter(|_| counts)?;
        Some(Asked { competency: row.competency, level, critical: row.critical })
    }))
}

/// Several askings made one: the highest level of each competency, critical if any says so.
pub fn highest(asked: impl Iterator<Item = Asked>) -> Vec<Asked> {
    let mut by_competency: BTreeMap<CompetencyIndex, Asked> = BTreeMap::new();
    for one in asked {
        by_competency
            .entry(one.competency)
            .and_modify(|kept| {
                kept.level = kept.level.max(one.level);
                kept.critical |= one.critical;
            })
            .or_insert(one);
    }
    by_competency.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(level: u8, necessity: Necessity, critical: bool, to: Option<&str>) -> Requirement {
        Requirement {
            competency: 3,
            level: Level::try_from(level).ok(),
            necessity,
            critical,
            period: Period::new(None, to.map(|t| t.parse().unwrap())),
        }
    }

    fn at(rows: &[Requirement], day: &str) -> Vec<(u8, bool)> {
        let asked = asked_at(rows, day.parse().unwrap());
        asked.iter().map(|a| (a.level.number(), a.critical)).collect()
    }

    #[test]
    fn overlapping_rows_ask_the_highest_and_critical_if_any_is() {
        let rows = [
            row(4, Necessity::Core, false, Some("2025-12-31")),
            row(2, Necessity::Core, true, None),
        ];
        assert_eq!(at(&rows, "2025-12-31"), [(4, true)]);
        assert_eq!(at(&rows, "2026-01-01"), [(2, true)]);
    }

    #[test]
    fn optional_rows_and_noughts_count_for_nothing() {
        let rows = [
            row(5, Necessity::Optional, true, None),
            row(0, Necessity::Core, true, None),
            row(2, Necessity::Core, false, None),
        ];
        assert_eq!(at(&rows, "2026-01-01"), [(2, false)]);
        assert_eq!(at(&rows[..2], "2026-01-01"), []);
    }
}
