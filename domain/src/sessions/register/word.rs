//! What one event says of somebody: whether they came, or that what was said of them before is taken back.

use super::Attendance;
use crate::codes::UnknownCode;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// How it stands in the database and in the audit log.
const TAKEN_BACK: &str = "taken_back";

/// A word about somebody, as an event keeps it. None takes back what was said before: they stand as if nobody had said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "orm", sea_orm(value_type = "String"))]
pub struct Word(pub Option<Attendance>);

impl From<Attendance> for Word {
    fn from(attendance: Attendance) -> Self {
        Self(Some(attendance))
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.map_or(TAKEN_BACK, Attendance::code))
    }
}

impl FromStr for Word {
    type Err = UnknownCode;
    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        match text {
            TAKEN_BACK => Ok(Self(None)),
            code => code.parse::<Attendance>().map(Self::from),
        }
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What stands under each key after these words, which come in the order of recording: the last one counts, and a key of which
/// it takes back what was said is left out.
pub fn last_said<K: Ord>(words: impl IntoIterator<Item = (K, Word)>) -> BTreeMap<K, Attendance> {
    let last: BTreeMap<K, Word> = words.into_iter().collect();
    last.into_iter().filter_map(|(key, word)| Some((key, word.0?))).collect()
}
