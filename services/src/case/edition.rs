//! A framework version with everything in it, as it is stored.

use chrono::{DateTime, Utc};
use domain::codes::VersionState;
use domain::ids::{CompetencyId, DomainId};
use entities::{competency, competency_domain, framework_source, framework_version, predecessor};
use std::collections::HashMap;

/// Rows of one version; domains and competencies in the order in which pages show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edition {
    pub version: framework_version::Model,
    /// Who made it; none for what was made here.
    pub source: Option<framework_source::Model>,
    pub domains: Vec<competency_domain::Model>,
    pub competencies: Vec<competency::Model>,
    /// What its competencies have replaced, by the identifier of what was replaced.
    pub predecessors: Vec<predecessor::Model>,
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

impl Edition {
    /// What has replaced something, with everything it has replaced, in the order of the package.
    pub fn replacements(&self) -> Vec<(&competency::Model, Vec<&predecessor::Model>)> {
        let mut of: HashMap<CompetencyId, Vec<&predecessor::Model>> = HashMap::new();
        for row in &self.predecessors {
            of.entry(row.competency_id).or_default().push(row);
        }
        let in_order = self.chapters().into_iter().flat_map(|(_, within)| within);
        in_order.filter_map(|competency| Some((competency, of.remove(&competency.id)?))).collect()
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
