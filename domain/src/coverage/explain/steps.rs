//! What each part of a change did to a measure, in numbers and in percentage points.

use super::{Change, Formula, Part, PartOfChange};
use crate::coverage::row::tenths;
use crate::coverage::views::Measure;
use serde::{Deserialize, Serialize};

/// What one part did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub part: Part,
    /// How many more count as met; fewer where it is negative.
    pub met: i32,
    /// How many more are asked.
    pub asked: i32,
    /// In tenths of a percentage point: the share after this part less the share before it, each as pages show it. So the points of
    /// all parts are together those of the change. None where nothing is asked before it or after it.
    pub points: Option<i64>,
}

impl Change {
    /// Every part in its order, also those that did nothing.
    pub fn steps(&self, measure: Measure) -> Vec<Step> {
        let Formula { part, whole, .. } = Formula::of(self.then, measure);
        let mut at = (i64::from(part), i64::from(whole));
        let step = |of: &PartOfChange| {
            let before = share(at);
            let (met, asked) = of.difference.of(measure);
            at = (at.0 + i64::from(met), at.1 + i64::from(asked));
            let points = share(at).zip(before).map(|(after, before)| after - before);
            Step { part: of.part, met, asked, points }
        };
        self.parts.iter().map(step).collect()
    }

    /// In tenths of a percentage point, the share of the later day less that of the earlier one; none where either day has no share.
    pub fn points(&self, measure: Measure) -> Option<i64> {
        let [then, now] = [self.then, self.now].map(|counts| Formula::of(counts, measure));
        let shown = |of: Formula| share((i64::from(of.part), i64::from(of.whole)));
        shown(now).zip(shown(then)).map(|(now, then)| now - then)
    }
}

/// In tenths of a percent, half up.
fn share((part, whole): (i64, i64)) -> Option<i64> {
    let share = tenths(u32::try_from(part).ok()?, u32::try_from(whole).ok()?)?;
    i64::try_from(share).ok()
}
