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
    /// Its place, from 1, among `of` competencies that are asked.
    pub position: usize,
    pub of: usize,
    pub competency: RecordDetail,
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
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
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

    /// The next competency to assess, with its place from 1: critical ones first, then in the order of the framework.
    /// With the code of one that was answered or skipped, the first that comes after it.
    pub fn next_to_assess(&self, after: Option<&str>) -> Option<(usize, &RecordLine)> {
        let mut in_order: Vec<_> = self.asked().collect();
        in_order.sort_by_key(|line| !line.is_critical());
        let passed = after.and_then(|code| in_order.iter().position(|line| line.code == code));
        let from = passed.map_or(0, |at| at + 1);
        let mut numbered = (1..).zip(in_order).skip(from);
        numbered.find(|(_, line)| line.is_unassessed())
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
        let next = |after| record.next_to_assess(after).map(|(at, line)| (at, line.code.as_str()));
        assert_eq!(next(None), Some((1, "RSK-1")));
        assert_eq!(next(Some("RSK-1")), Some((3, "EMG-1")), "RSK-2 is met");
        assert_eq!(next(Some("EMG-1")), Some((4, "HMS-1")));
        assert_eq!(next(Some("HMS-1")), None);
        assert_eq!(next(Some("no such code")), Some((1, "RSK-1")));
        assert_eq!((record.unassessed(true), record.unassessed(false)), (2, 1));
    }
}
