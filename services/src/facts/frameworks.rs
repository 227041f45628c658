//! Framework versions, domains, competencies, roles and what roles ask, from rows to positions.

use super::load::{level, positions};
use crate::db::Db;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::VersionState;
use domain::coverage::facts::Domain;
use domain::coverage::{Competency, Facts, Role};
use domain::dates::Period;
use domain::frameworks::Version;
use domain::frameworks::crosswalk::{Answer, Carried};
use domain::ids::{CompetencyId, RoleId};
use domain::requirements::{CompetencyIndex, Requirement};
use entities::{competency, competency_domain, crosswalk, framework_version, requirement, role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

/// The states of versions that hold, or held, from some day on.
const PUBLISHED: [VersionState; 2] = [VersionState::Published, VersionState::Retired];

pub(super) async fn load_framework(
    db: &Db,
    facts: &mut Facts,
) -> Result<HashMap<CompetencyId, usize>> {
    // A draft enters no figure and no page that reads of the framework.
    let versions = framework_version::Entity::find()
        .filter(framework_version::Column::State.is_in(PUBLISHED))
        .order_by_asc(framework_version::Column::Number)
        .all(db.read())
        .await?;
    let version_at = positions(versions.iter().map(|r| r.id));
    let version = |r: &framework_version::Model| Version {
        number: r.number,
        state: r.state,
        published_from: r.published_from,
    };
    let published = || versions.iter().map(|version| version.id);
    let domains = competency_domain::Entity::find()
        .filter(competency_domain::Column::VersionId.is_in(published()))
        .order_by_asc(competency_domain::Column::Position)
        .all(db.read())
        .await?;
    let domain_at = positions(domains.iter().map(|r| r.id));
    facts.domains = domains.into_iter().map(|r| Domain { code: r.code, title: r.title }).collect();
    let mut rows = competency::Entity::find()
        .filter(competency::Column::VersionId.is_in(published()))
        .order_by_asc(competency::Column::Position)
        .all(db.read())
        .await?;
    // A new version comes after the earlier ones, whose competencies stay where they are.
    rows.sort_by_key(|row| version_at.get(&row.version_id).copied());
    let competencies = positions(rows.iter().map(|r| r.id));
    facts.competencies = rows
        .into_iter()
        .map(|r| {
            let version = version_at.get(&r.version_id).copied().unwrap_or(usize::MAX);
            let domain = domain_at.get(&r.domain_id).copied().unwrap_or(usize::MAX);
            as_ruled(r, version, domain)
        })
        .collect();
    facts.versions = versions.iter().map(version).collect();
    let answers = crosswalk::Entity::find()
        .filter(crosswalk::Column::VersionId.is_in(published()))
        .order_by_asc(crosswalk::Column::Id);
    let answers = answers.all(db.read()).await?;
    facts.crosswalk = answers.iter().filter_map(|row| answer(row, &competencies)).collect();
    facts.carry();
    Ok(competencies)
}

fn as_ruled(row: competency::Model, version: usize, domain: usize) -> Competency {
    Competency {
        id: row.id,
        code: row.code,
        title: row.title,
        strand: row.strand,
        refresh_months: u32::try_from(row.refresh_months).unwrap_or(0),
        rare_event: row.rare_event,
        version,
        domain,
        carried: Carried::default(),
    }
}

/// Adds a draft to the facts as if it were published from a day on, with what it asks.
pub(crate) fn published(
    facts: &mut Facts,
    (version, from): (&framework_version::Model, NaiveDate),
    (domains, competencies): (&[competency_domain::Model], &[competency::Model]),
    answers: &[crosswalk::Model],
    asks: &[requirement::Model],
) {
    let (state, published_from) = (VersionState::Published, Some(from));
    facts.versions.push(Version { number: version.number, state, published_from });
    let (at, first) = (facts.versions.len() - 1, facts.domains.len());
    let domain_at = positions(domains.iter().map(|row| row.id));
    let domain = |row: &competency_domain::Model| Domain {
        code: row.code.clone(),
        title: row.title.clone(),
    };
    facts.domains.extend(domains.iter().map(domain));
    facts.competencies.extend(competencies.iter().map(|row| {
        let domain = domain_at.get(&row.domain_id).map_or(usize::MAX, |domain| first + domain);
        as_ruled(row.clone(), at, domain)
    }));
    let competency_at = positions(facts.competencies.iter().map(|competency| competency.id));
    facts.crosswalk.extend(answers.iter().filter_map(|row| answer(row, &competency_at)));
    let roles = positions(facts.roles.iter().map(|role| role.id));
    for row in asks {
        let role = roles.get(&row.role_id).and_then(|&at| facts.roles.get_mut(at));
        if let (Some(role), Some(&competency)) = (role, competency_at.get(&row.competency_id)) {
            role.requirements.push(asked(row, competency));
        }
    }
    facts.carry();
}

/// One answer of a crosswalk, by position.
fn answer(row: &crosswalk::Model, competencies: &HashMap<CompetencyId, usize>) -> Option<Answer> {
    let at = |id: CompetencyId| CompetencyIndex::try_from(*competencies.get(&id)?).ok();
    let new = match row.new_competency_id {
        Some(id) => Some(at(id)?),
        None => None,
    };
    let (relation, asked_again) = (row.relation, row.asked_again);
    Some(Answer { old: at(row.old_competency_id)?, relation, asked_again, new })
}

pub(super) async fn load_roles(
    db: &Db,
    facts: &mut Facts,
    competencies: &HashMap<CompetencyId, usize>,
) -> Result<HashMap<RoleId, usize>> {
    let rows = role::Entity::find().order_by_asc(role::Column::Code).all(db.read()).await?;
    let roles = positions(rows.iter().map(|r| r.id));
    facts.roles = rows
        .into_iter()
        .map(|r| Role {
            id: r.id,
            code: r.code,
            title: r.title,
            profession: r.profession,
            gpw_staff_group: r.gpw_staff_group,
            esr_staff_group: r.esr_staff_group,
            mental_health_professional: r.mental_health_professional,
            requirements: Vec::new(),
        })
        .collect();
    for row in requirement::Entity::find().all(db.read()).await? {
        let Some(&competency) = competencies.get(&row.competency_id) else { continue };
        let role = roles.get(&row.role_id).and_then(|&at| facts.roles.get_mut(at));
        if let Some(role) = role {
            role.requirements.push(asked(&row, competency));
        }
    }
    Ok(roles)
}

fn asked(row: &requirement::Model, competency: usize) -> Requirement {
    Requirement {
        competency: competency as CompetencyIndex,
        level: level(Some(row.required_level)),
        necessity: row.necessity,
        critical: row.critical,
        period: Period::new(row.effective_from, row.effective_to),
    }
}
