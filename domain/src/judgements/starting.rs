//! *Start here*: what of a record its owner never assessed, and in which order they are asked.

use super::views::{AskedLevel, Record, RecordDetail, RecordLine};
use crate::frameworks::Level;
use crate::standing::Status;
use serde::{Deserialize, Serialize};

/// One step of *Start here*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// The competency to assess; `None` at the end.
    pub step: Option<Step>,
    /// How many of everything asked are not assessed yet, skipped ones among them.
    pub left: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// How many are not assessed from here on, this one among them.
    pub remaining: usize,
    pub competency: RecordDetail,
}

impl Step {
    /// The place from 1, and the whole, of a sitting that began with `of` unassessed competencies. Skipped or answered,
    /// each moves it on by one.
    pub fn progress(&self, of: Option<usize>) -> (usize, usize) {
        let of = of.unwrap_or_default().max(self.remaining);
        (of - self.remaining + 1, of)
    }
}

/// A domain's competencies, to be assessed in one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    pub domain_code: String,
    pub domain_title: String,
    pub items: Vec<SittingItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SittingItem {
    pub code: String,
    pub title: String,
    pub statement: String,
    pub asked: AskedLevel,
    pub self_level: Option<Level>,
    /// What was chosen and kept, and is not saved yet.
    pub chosen: Option<Level>,
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
}

impl SittingItem {
    /// The level that stands chosen when the page opens.
    pub fn stands(&self) -> Option<Level> {
        self.chosen.or(self.self_level)
    }
}

impl Sitting {
    /// Whether something was chosen and kept, and is not saved yet.
    pub fn is_begun(&self) -> bool {
        self.items.iter().any(|item| item.chosen.is_some())
    }

    /// What has no level yet.
    pub fn left(&self) -> Vec<&SittingItem> {
        self.items.iter().filter(|item| item.stands().is_none()).collect()
    }

    /// What each level means, where it is the same in every competency.
    pub fn meanings_alike(&self) -> Option<&[String]> {
        let first = self.items.first()?;
        self.items
            .iter()
            .all(|item| item.descriptors == first.descriptors)
            .then_some(&first.descriptors)
    }
}

impl Record {
    /// Every competency that is asked and not exempt.
    pub fn asked(&self) -> impl Iterator<Item = &RecordLine> {
        let lines = self.domains.iter().flat_map(|d| &d.competencies);
        lines.filter(|line| line.status.is_some())
    }

    pub fn count(&self, status: Status) -> usize {
        self.asked().filter(|line| line.status == Some(status)).count()
    }

    /// What is not assessed yet, critical or not.
    pub fn unassessed(&self, critical: bool) -> usize {
        self.asked().filter(|line| line.is_unassessed() && line.is_critical() == critical).count()
    }

    /// The competencies still to assess: critical ones first, then in the order of the framework. With the code of one
    /// that was answered or skipped, those that come after it.
    pub fn to_assess(&self, after: Option<&str>) -> Vec<&RecordLine> {
        let mut in_order: Vec<_> = self.asked().collect();
        in_order.sort_by_key(|line| !line.is_critical());
        let passed = after.and_then(|code| in_order.iter().position(|line| line.code == code));
        let from = passed.map_or(0, |at| at + 1);
        in_order.into_iter().skip(from).filter(|line| line.is_unassessed()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::views::RecordDomain;
    use super::*;
    use crate::standing::Standing;

    fn line(code: &str, critical: bool, status: Status) -> RecordLine {
        RecordLine {
            code: code.to_owned(),
            title: String::new(),
            asked: Some(AskedLevel { level: Level::KNOWS_HOW, critical }),
            asked_by: Vec::new(),
            standing: Standing::default(),
            status: Some(status),
        }
    }

    fn record() -> Record {
        let competencies = vec![
            line("HMS-1", false, Status::NotAssessed),
            line("RSK-1", true, Status::NotAssessed),
            line("RSK-2", true, Status::Met),
            line("EMG-1", true, Status::NotAssessed),
            RecordLine { status: None, ..line("OPC-1", true, Status::NotAssessed) },
        ];
        Record {
            domains: vec![RecordDomain { competencies, ..RecordDomain::default() }],
            ..Record::default()
        }
    }

    #[test]
    fn critical_ones_come_first_and_what_is_known_or_exempt_is_not_asked() {
        let record = record();
        let codes = |after| -> Vec<&str> {
            record.to_assess(after).into_iter().map(|line| line.code.as_str()).collect()
        };
        assert_eq!(codes(None), ["RSK-1", "EMG-1", "HMS-1"], "RSK-2 is met, OPC-1 exempt");
        assert_eq!(codes(Some("RSK-1")), ["EMG-1", "HMS-1"]);
        assert_eq!(codes(Some("RSK-2")), ["EMG-1", "HMS-1"]);
        assert!(codes(Some("HMS-1")).is_empty());
        assert_eq!(codes(Some("no such code")).len(), 3);
        assert_eq!((record.unassessed(true), record.unassessed(false)), (2, 1));
    }
}
