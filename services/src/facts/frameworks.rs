//! Framework versions, domains, competencies, roles and what roles ask, from rows to positions.

use super::load::{level, positions};
use crate::db::Db;
use crate::error::Result;
use domain::coverage::facts::Domain;
use domain::coverage::{Competency, Facts, Role};
use domain::dates::Period;
use domain::frameworks::Version;
use domain::ids::{CompetencyId, RoleId};
use domain::requirements::{CompetencyIndex, Requirement};
use entities::{competency, competency_domain, framework_version, requirement, role};
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::HashMap;

pub(super) async fn load_framework(
    db: &Db,
    facts: &mut Facts,
) -> Result<HashMap<CompetencyId, usize>> {
    let versions = framework_version::Entity::find()
        .order_by_asc(framework_version::Column::Number)
        .all(db.read())
        .await?;
    let version_at = positions(versions.iter().map(|r| r.id));
    let version = |r: framework_version::Model| Version {
        number: r.number,
        state: r.state,
        published_from: r.published_from,
    };
    facts.versions = versions.into_iter().map(version).collect();
    let domains = competency_domain::Entity::find()
        .order_by_asc(competency_domain::Column::Position)
        .all(db.read())
        .await?;
    let domain_at = positions(domains.iter().map(|r| r.id));
    facts.domains = domains.into_iter().map(|r| Domain { code: r.code, title: r.title }).collect();
    let rows = competency::Entity::find()
        .order_by_asc(competency::Column::Position)
        .all(db.read())
        .await?;
    let competencies = positions(rows.iter().map(|r| r.id));
    facts.competencies = rows
        .into_iter()
        .map(|r| Competency {
            id: r.id,
            code: r.code,
            title: r.title,
            refresh_months: u32::try_from(r.refresh_months).unwrap_or(0),
            rare_event: r.rare_event,
            version: version_at.get(&r.version_id).copied().unwrap_or(usize::MAX),
            domain: domain_at.get(&r.domain_id).copied().unwrap_or(usize::MAX),
        })
        .collect();
    Ok(competencies)
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
            role.requirements.push(Requirement {
                competency: competency as CompetencyIndex,
                level: level(Some(row.required_level)),
                necessity: row.necessity,
                critical: row.critical,
                period: Period::new(row.effective_from, row.effective_to),
            });
        }
    }
    Ok(roles)
}
