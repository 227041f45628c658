//! A framework file beside the version in use: what differs is a fault, because a published version never changes.

use super::line::CompetencyLine;
use crate::error::Result;
use crate::imports::changes::{Changes, yes_no};
use crate::imports::check::Check;
use crate::imports::lines::Line;
use crate::imports::version;
use domain::imports::Sort;
use entities::{competency, competency_domain, framework_version};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::BTreeMap;

/// One thing in which a file differs from the version in use: the line, its code, and what is wrong with it.
pub(super) type Differs = (u64, String, String);

/// Every line that says something else than the version in use, and every competency that is missing.
pub(super) async fn compare(
    check: &Check<'_>,
    version: &framework_version::Model,
    lines: &[Line<CompetencyLine>],
) -> Result<Vec<Differs>> {
    let of_it = competency_domain::Column::VersionId.eq(version.id);
    let on_record = competency_domain::Entity::find().filter(of_it).all(check.db()).await?;
    let rows = version::of_version(check.db(), version.id).await?.into_iter();
    let mut left: BTreeMap<String, competency::Model> =
        rows.map(|row| (row.code.clone(), row)).collect();
    let mut differs = Vec::new();
    for line in lines {
        let before = left.remove(&line.says.code);
        let domain = before.as_ref().and_then(|b| on_record.iter().find(|d| d.id == b.domain_id));
        let changes = before.as_ref().zip(domain).map(|(b, d)| differences(b, d, &line.says));
        differs.extend(differ(version, line, changes.as_ref()));
    }
    if !left.is_empty() {
        let missing: Vec<String> = left.into_keys().collect();
        let message = format!("{} not in the file; {}", missing.join(", "), never_changes(version));
        differs.push((0, String::new(), message));
    }
    Ok(differs)
}

/// Notes what differs as faults, and the rest as unchanged.
pub(super) fn tell(check: &mut Check<'_>, differs: Vec<Differs>, (lines, domains): (usize, usize)) {
    let other = differs.iter().filter(|(line, ..)| *line > 0).count();
    check.report.count_many("domains", Sort::Unchanged, domains as u64);
    check.report.count_many("competencies", Sort::Unchanged, lines.saturating_sub(other) as u64);
    for (line, code, message) in differs {
        let column = if code.is_empty() { "" } else { "code" };
        check.report.faults.add(line, column, &code, message);
    }
}

pub(super) fn never_changes(version: &framework_version::Model) -> String {
    let number = version.number;
    format!(
        "version {number} is in use, and a published version never changes: draft a new version"
    )
}

fn differ(
    version: &framework_version::Model,
    line: &Line<CompetencyLine>,
    changes: Option<&Changes>,
) -> Option<Differs> {
    let what = match changes {
        Some(changes) if changes.is_none() => return None,
        Some(changes) => changes.words(),
        None => "this competency is new".to_owned(),
    };
    let message = format!("{what}; {}", never_changes(version));
    Some((line.number, line.says.code.clone(), message))
}

pub(super) fn differences(
    before: &competency::Model,
    domain: &competency_domain::Model,
    says: &CompetencyLine,
) -> Changes {
    let rare = says.rare_event(Some(before.rare_event));
    let changes = Changes::default()
        .of("domain", &domain.code, &says.domain.code)
        .of("title of the domain", &domain.title, says.domain.title(Some(&domain.title)))
        .of("origin", domain.origin, says.domain.origin(Some(domain.origin)))
        .of("title", &before.title, &says.title)
        .of("statement", &before.statement, &says.statement)
        .of("refresh period", before.refresh_months, says.refresh_months)
        .of("strand", before.strand, says.strand(Some(before.strand)))
        .of("rare event", yes_no(before.rare_event), yes_no(rare));
    let competency::Model { level_1, level_2, level_3, level_4, level_5, .. } = before;
    let levels = [level_1, level_2, level_3, level_4, level_5].into_iter().zip(&says.levels);
    levels.fold(changes, |changes, (before, said)| {
        let after = said.clone().or(before.clone());
        changes.of_maybe("level descriptor", before.as_ref(), after.as_ref())
    })
}
