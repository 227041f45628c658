//! One line of coverage figures, and how they are rounded.

use crate::coverage::cover::CapableTeams;
use crate::coverage::query::Unit;

/// The counts of one row; what each means is in section 4 of the rules. FTE is in millionths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// People asked something in the item; pairs of person and competency for the item `all`.
    pub required: u32,
    /// People asked something in the item, also where the other counts are of pairs: the disclosure rule goes by them.
    pub people: u32,
    pub met_confirmed: u32,
    pub met_recognised: u32,
    pub met_self: u32,
    pub assessed: u32,
    pub due_soon: u32,
    pub expired: u32,
    /// Pairs left out by exemption.
    pub exempt: u32,
    /// People who would be asked something here if they were not away.
    pub not_in_scope: u32,
    /// Pairs of person and competency asked, whatever the item.
    pub requirements: u32,
    pub requirements_met: u32,
    pub critical_required: u32,
    pub critical_met: u32,
    pub fte_required: i64,
    pub fte_met_confirmed: i64,
}

/// The figures of one scope, item and group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub unit: Unit,
    pub scope_code: String,
    pub scope_name: String,
    /// `all` for the item `all`.
    pub item_code: String,
    /// `all` where no group was asked for.
    pub group: String,
    pub counts: Counts,
    /// Teams that are covered in the item; `None` where they were not asked for, or the row is that of a group.
    pub capable: Option<CapableTeams>,
}

impl Row {
    pub(super) fn key(&self) -> (&[u8], &[u8], &[u8]) {
        (self.scope_code.as_bytes(), self.item_code.as_bytes(), self.group.as_bytes())
    }

    /// The headline: requirements met of requirements, with one decimal, half up.
    pub fn percent(&self) -> String {
        percent(self.counts.requirements_met, self.counts.requirements)
    }
}

/// The counts of several competencies together, in pairs of person and competency: a competency counts people, and each
/// is one pair of it. What is not counted in pairs stays 0: FTE, as for the item `all`, and people, in scope or not. `None`
/// of no rows.
pub fn pairs_of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Option<Counts> {
    let pairs = |row: &Row| Counts {
        people: 0,
        not_in_scope: 0,
        fte_required: 0,
        fte_met_confirmed: 0,
        ..row.counts
    };
    rows.into_iter().map(pairs).reduce(|mut sum, counts| {
        sum.add(&counts);
        sum.exempt += counts.exempt;
        sum
    })
}

/// `part` of `whole` in percent with one decimal, half up; empty where there is no whole.
pub fn percent(part: u32, whole: u32) -> String {
    tenths(part, whole).map_or_else(String::new, |t| format!("{}.{}", t / 10, t % 10))
}

/// `part` of `whole` in whole percent, half up; none where there is no whole.
pub fn whole_percent(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    u32::try_from((part * 200 + whole).checked_div(whole * 2)?).ok()
}

/// `part` of `whole` in tenths of a percent, half up.
pub fn tenths(part: u32, whole: u32) -> Option<u64> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    (part * 2000 + whole).checked_div(whole * 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_rounded_half_up_to_one_decimal() {
        // 1/16 = 6.25% → 6.3; 1/3 = 33.33…% → 33.3; 2/3 = 66.66…% → 66.7.
        for (part, whole, shown) in
            [(1, 16, "6.3"), (1, 3, "33.3"), (2, 3, "66.7"), (0, 7, "0.0"), (7, 7, "100.0")]
        {
            assert_eq!(percent(part, whole), shown);
        }
        assert_eq!(percent(0, 0), "");
    }
}
