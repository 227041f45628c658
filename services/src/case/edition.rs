//! A framework version with everything in it, as it is stored.

use chrono::{DateTime, Utc};
use domain::codes::VersionState;
use domain::ids::DomainId;
use entities::{competency, competency_domain, framework_source, framework_version};
use std::collections::HashMap;

/// Rows of one version; domains and competencies in the order in which pages show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    pub version: framework_version::Model,
    /// Who made it; none for what was made here.
    pub source: Option<framework_source::Model>,
    pub domains: Vec<competency_domain::Model>,
    pub competencies: Vec<competency::Model>,
}

impl Edition {
    /// Each domain with its competencies.
    pub fn chapters(&self) -> Vec<(&competency_domain::Model, Vec<&competency::Model>)> {
        let mut within: HashMap<DomainId, Vec<&competency::Model>> = HashMap::new();
        for competency in &self.competencies {
            within.entry(competency.domain_id).or_default().push(competency);
        }
        let of = |domain: &competency_domain::Model| within.remove(&domain.id).unwrap_or_default();
        self.domains.iter().zip(self.domains.iter().map(of)).collect()
    }
}

/// When a published version last changed: never since the day from which it holds.
pub(super) fn last_change(version: &framework_version::Model) -> DateTime<Utc> {
    let begins = version.published_from.and_then(|day| day.and_hms_opt(0, 0, 0));
    begins.map_or(DateTime::UNIX_EPOCH, |begins| begins.and_utc())
}

/// Whether anybody may read it: a retired version was published once, and records still refer to it.
pub(super) const fn is_public(state: VersionState) -> bool {
    matches!(state, VersionState::Published | VersionState::Retired)
}
