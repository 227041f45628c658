//! The competency set as it holds today, for everybody with an account.

use super::descriptors;
use super::draft::Draft;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reference;
use domain::codes::Strand;
use domain::coverage::{Facts, Role};
use domain::frameworks::version_at;
use domain::frameworks::views::{
    CompetencyDetail, DomainDetail, DomainLine, Overview, RoleAsks, VersionTitle,
};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::{competency, competency_domain, framework_version};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// The domains of the version that holds today.
///
/// # Errors
/// Refuses whoever is not signed in.
pub async fn overview(ctx: &Ctx) -> Result<Overview> {
    ctx.authorise(Action::ReadFramework, Resource::Installation, "this page")?;
    let Some(version) = version_today(ctx).await? else {
        let may_load = reference::is_open(ctx).await;
        return Ok(Overview { version: None, domains: Vec::new(), may_load });
    };
    let domains = competency_domain::Entity::find()
        .filter(competency_domain::Column::VersionId.eq(version.id))
        .order_by_asc(competency_domain::Column::Position)
        .all(ctx.db().read())
        .await?;
    let competencies = competency::Entity::find()
        .filter(competency::Column::VersionId.eq(version.id))
        .all(ctx.db().read())
        .await?;
    let line = |domain: competency_domain::Model| {
        let own: Vec<_> = competencies.iter().filter(|c| c.domain_id == domain.id).collect();
        line(domain, &own)
    };
    let framework_version::Model { id, number, title, published_from, .. } = version;
    Ok(Overview {
        version: Some(VersionTitle { id, number, title, published_from }),
        domains: domains.into_iter().map(line).collect(),
        may_load: false,
    })
}

/// One domain with its competencies and the roles that ask each today.
///
/// # Errors
/// Refuses unknown codes as not found.
pub async fn domain(ctx: &Ctx, code: &str) -> Result<DomainDetail> {
    ctx.authorise(Action::ReadFramework, Resource::Installation, "this page")?;
    let not_found = || Refusal::not_found("this domain");
    let version = version_today(ctx).await?.ok_or_else(not_found)?;
    let domain = competency_domain::Entity::find()
        .filter(competency_domain::Column::VersionId.eq(version.id))
        .filter(competency_domain::Column::Code.eq(code))
        .one(ctx.db().read())
        .await?;
    let domain = domain.ok_or_else(not_found)?;
    let rows = competency::Entity::find()
        .filter(competency::Column::DomainId.eq(domain.id))
        .order_by_asc(competency::Column::Position)
        .all(ctx.db().read())
        .await?;
    let facts = ctx.facts().await?;
    let line = line(domain, &rows.iter().collect::<Vec<_>>());
    let competencies = rows.into_iter().map(|row| detail(ctx, &facts, row)).collect();
    Ok(DomainDetail { line, competencies })
}

/// A draft as whoever was invited reads it: every word of it, without what roles ask.
pub(super) fn worded_domains(draft: &Draft) -> Vec<DomainDetail> {
    let detail = |domain: &competency_domain::Model| {
        let own: Vec<&competency::Model> = draft.of_domain(domain).collect();
        let competencies = own.iter().map(|row| worded((*row).clone(), Vec::new())).collect();
        DomainDetail { line: line(domain.clone(), &own), competencies }
    };
    draft.domains.iter().map(detail).collect()
}

/// The version that holds today, as it is stored.
async fn version_today(ctx: &Ctx) -> Result<Option<framework_version::Model>> {
    let facts = ctx.facts().await?;
    let version = version_at(&facts.versions, ctx.today).and_then(|at| facts.versions.get(at));
    let Some(version) = version else { return Ok(None) };
    let stored = framework_version::Entity::find()
        .filter(framework_version::Column::Number.eq(version.number))
        .one(ctx.db().read())
        .await?;
    Ok(stored)
}

fn line(domain: competency_domain::Model, own: &[&competency::Model]) -> DomainLine {
    let first: Option<Strand> = own.first().map(|c| c.strand);
    DomainLine {
        code: domain.code,
        title: domain.title,
        origin: domain.origin,
        strand: first.filter(|strand| own.iter().all(|c| c.strand == *strand)),
        competencies: own.len(),
    }
}

fn detail(ctx: &Ctx, facts: &Facts, row: competency::Model) -> CompetencyDetail {
    let asked = facts.roles.iter().filter_map(|role| asks(ctx, facts, role, &row));
    let mut asked_by: Vec<RoleAsks> = asked.collect();
    asked_by.sort_by(|a, b| a.role_title.cmp(&b.role_title));
    worded(row, asked_by)
}

fn worded(row: competency::Model, asked_by: Vec<RoleAsks>) -> CompetencyDetail {
    CompetencyDetail {
        descriptors: descriptors(&row),
        code: row.code,
        title: row.title,
        statement: row.statement,
        refresh_months: u32::try_from(row.refresh_months).unwrap_or(0),
        rare_event: row.rare_event,
        asked_by,
    }
}

/// What a role asks in a competency today: the highest of its core rows, else of its optional ones.
fn asks(ctx: &Ctx, facts: &Facts, role: &Role, of: &competency::Model) -> Option<RoleAsks> {
    let rows = role.requirements.iter().filter(|row| {
        let competency = facts.competencies.get(usize::from(row.competency));
        row.period.contains(ctx.today) && competency.is_some_and(|c| c.id == of.id)
    });
    let rows: Vec<_> =
        rows.filter_map(|row| Some((row.necessity, row.level?, row.critical))).collect();
    let (necessity, ..) = *rows.iter().min_by_key(|(necessity, ..)| *necessity)?;
    let counted = || rows.iter().filter(|(of, ..)| *of == necessity);
    Some(RoleAsks {
        role_title: role.title.clone(),
        level: counted().map(|(_, level, _)| *level).max()?,
        necessity,
        critical: counted().any(|(.., critical)| *critical),
    })
}
