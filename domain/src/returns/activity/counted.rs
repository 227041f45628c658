//! Figures of one area, as they are counted.

use crate::dates::Period;
use crate::organisations::Area;
use crate::returns::sessions::{SessionFigure, SessionMeasure};
use std::collections::BTreeMap;

/// What was counted of an area so far.
pub(super) struct Counted<'a> {
    area: &'a Area,
    pub period: Period,
    pub figures: Vec<SessionFigure>,
}

impl<'a> Counted<'a> {
    pub const fn of(area: &'a Area, period: Period) -> Self {
        Self { area, period, figures: Vec::new() }
    }

    /// One figure; the value is `None` where it was not recorded.
    pub fn add(
        &mut self,
        (measure, by): (SessionMeasure, &str),
        value: Option<u32>,
        of: Option<u32>,
    ) {
        self.figures.push(SessionFigure {
            level: self.area.kind.into(),
            code: self.area.code.clone(),
            name: self.area.name.clone(),
            period: self.period,
            measure,
            by: by.to_owned(),
            value,
            of,
        });
    }

    /// The sum alone.
    pub fn add_sum(&mut self, measure: SessionMeasure, parts: &BTreeMap<&'static str, u32>) {
        self.add((measure, ""), Some(sum(parts)), None);
    }

    /// The sum, and each part by its code.
    pub fn add_parts(&mut self, measure: SessionMeasure, parts: &BTreeMap<&'static str, u32>) {
        self.add_sum(measure, parts);
        for (by, part) in parts {
            self.add((measure, *by), Some(*part), None);
        }
    }
}

pub(super) fn sum(parts: &BTreeMap<&'static str, u32>) -> u32 {
    parts.values().fold(0, |sum, part| sum.saturating_add(*part))
}

/// Adds to a part.
pub(super) fn add(parts: &mut BTreeMap<&'static str, u32>, code: &'static str, more: u32) {
    let part = parts.entry(code).or_default();
    *part = part.saturating_add(more);
}
