//! What the set that ships asks: its competencies, and what each role asks of them.

use crate::error::{Error, Result};
use crate::reference;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// A competency of the set, as far as a history needs it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Competency {
    pub(super) code: String,
    pub(super) domain_code: String,
    pub(super) refresh_months: u32,
    #[serde(deserialize_with = "yes")]
    pub(super) rare_event: bool,
}

/// What a role asks in one competency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) competency: usize,
    pub(super) level: u8,
    pub(super) core: bool,
    pub(super) critical: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) competencies: Vec<Competency>,
    by_role: BTreeMap<String, Vec<Asked>>,
}

#[derive(Deserialize)]
struct Requirement {
    role_code: String,
    competency_code: String,
    required_level: u8,
    necessity: String,
    #[serde(deserialize_with = "yes")]
    critical: bool,
}

impl Set {
    /// The set that ships.
    ///
    /// # Errors
    /// Fails where its files are not as they should be.
    pub(super) fn shipped() -> Result<Self> {
        Self::read(reference::FRAMEWORK, reference::REQUIREMENTS)
    }

    fn read(framework: &str, requirements: &str) -> Result<Self> {
        let competencies: Vec<Competency> = rows(framework)?;
        let mut by_role: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
        for row in rows::<Requirement>(requirements)? {
            let at = competencies.iter().position(|c| c.code == row.competency_code);
            let Some(competency) = at.filter(|_| row.required_level > 0) else { continue };
            let (level, core) = (row.required_level, row.necessity != "optional");
            let asked = Asked { competency, level, core, critical: row.critical };
            by_role.entry(row.role_code).or_default().push(asked);
        }
        Ok(Self { competencies, by_role })
    }

    /// What a role asks, optional competencies among it.
    pub(super) fn asked_of(&self, role: &str) -> &[Asked] {
        self.by_role.get(role).map_or(&[], Vec::as_slice)
    }

    pub(super) fn position(&self, code: &str) -> Option<usize> {
        self.competencies.iter().position(|c| c.code == code)
    }
}

fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let rows: std::result::Result<Vec<T>, _> = reader.deserialize().collect();
    rows.map_err(|e| Error::fault("reading the set that ships", e))
}

fn yes<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<bool, D::Error> {
    Ok(String::deserialize(deserializer)? == "yes")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The set that ships.
    pub(crate) fn shipped() -> Set {
        Set::shipped().unwrap()
    }

    #[test]
    fn the_set_is_read_whole() {
        let set = shipped();
        assert_eq!(set.competencies.len(), 61);
        assert_eq!(set.asked_of("PN").iter().filter(|a| a.core).count(), 30);
    }
}
