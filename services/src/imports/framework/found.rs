//! The first framework of an installation: version 1, in use from the import's day.

use super::line::{CompetencyLine, DomainLine};
use crate::imports::check::Check;
use crate::imports::lines::Line;
use crate::imports::row::Said;
use domain::codes::VersionState;
use domain::ids::{CompetencyId, DomainId, FrameworkVersionId};
use domain::imports::Sort;
use entities::{competency, competency_domain, framework_version};
use std::collections::HashMap;
use uuid::Uuid;

/// The title of a framework that nobody has named.
pub(super) const UNTITLED: &str = "Framework";

/// Makes version 1.
pub(super) fn found(check: &mut Check<'_>, lines: &[Line<CompetencyLine>], domains: &[DomainLine]) {
    let version = framework_version::Model {
        id: FrameworkVersionId(Uuid::now_v7()),
        number: 1,
        title: check.options.title.clone().unwrap_or_else(|| UNTITLED.to_owned()),
        state: VersionState::Published,
        published_from: Some(check.options.as_at),
    };
    let mut ids: HashMap<&str, DomainId> = HashMap::new();
    for (position, says) in (1..).zip(domains) {
        let row = domain(says, version.id, position);
        ids.insert(&says.code, row.id);
        check.report.count("domains", Sort::New, || format!("{} ({})", row.title, row.code));
        check.plan.domains.add(row);
    }
    for (position, Line { says, .. }) in (1..).zip(lines) {
        let Some(&domain_id) = ids.get(says.domain.code.as_str()) else { continue };
        let row = competency(says, (version.id, domain_id), position);
        check.report.count("competencies", Sort::New, || format!("{} ({})", row.title, row.code));
        check.plan.competencies.add(row);
    }
    check.plan.versions.add(version);
}

pub(super) fn domain(
    says: &DomainLine,
    version_id: FrameworkVersionId,
    position: i32,
) -> competency_domain::Model {
    competency_domain::Model {
        id: DomainId(Uuid::now_v7()),
        version_id,
        code: says.code.clone(),
        title: says.title(None),
        origin: says.origin(None),
        position,
    }
}

pub(super) fn competency(
    says: &CompetencyLine,
    (version_id, domain_id): (FrameworkVersionId, DomainId),
    position: i32,
) -> competency::Model {
    let [level_1, level_2, level_3, level_4, level_5] = says.levels.clone().map(Said::said);
    competency::Model {
        id: CompetencyId(Uuid::now_v7()),
        version_id,
        domain_id,
        code: says.code.clone(),
        title: says.title.clone(),
        statement: says.statement.clone(),
        strand: says.strand(None),
        refresh_months: says.refresh_months,
        rare_event: says.rare_event(None),
        position,
        level_1,
        level_2,
        level_3,
        level_4,
        level_5,
    }
}
