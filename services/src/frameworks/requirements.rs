//! What a draft asks of each role: begun from the crosswalk, edited beside the draft, published with it.

use super::draft::{Draft, may_edit, may_read, title};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::Necessity;
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::frameworks::answering::{Asks, carried_requirements, roles_asked_otherwise};
use domain::frameworks::drafting::SetRequirement;
use domain::frameworks::views::{DraftRequirement, DraftRequirements, DraftRole, DraftRoles};
use domain::ids::{CompetencyId, RequirementId, RoleId};
use domain::refusal::Refusal;
use entities::{competency, requirement, role};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, ModelTrait,
    QueryFilter, QueryOrder,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The roles, with how much a draft asks of each.
///
/// # Errors
/// Refuses unknown numbers, and whoever may neither draft nor publish.
pub async fn roles(ctx: &Ctx, number: i32) -> Result<DraftRoles> {
    may_read(ctx)?;
    let draft = Draft::read(ctx.db().read(), number).await?;
    let rows = asked(ctx.db().read(), &draft).await?;
    let roles = role::Entity::find().order_by_asc(role::Column::Title).all(ctx.db().read()).await?;
    let roles = roles.iter().map(|role| counted(role, &rows)).collect();
    Ok(DraftRoles { version: title(&draft.version), roles })
}

/// Every requirement in the competencies of a draft.
async fn asked(db: &impl ConnectionTrait, draft: &Draft) -> Result<Vec<requirement::Model>> {
    let own = draft.competencies.iter().map(|row| row.id);
    Ok(requirement::Entity::find()
        .filter(requirement::Column::CompetencyId.is_in(own))
        .all(db)
        .await?)
}

fn counted(role: &role::Model, rows: &[requirement::Model]) -> DraftRole {
    let own = rows.iter().filter(|row| row.role_id == role.id && row.required_level > 0);
    let core = own.clone().filter(|row| row.necessity == Necessity::Core);
    DraftRole {
        code: role.code.clone(),
        title: role.title.clone(),
        core: core.clone().count(),
        critical: core.filter(|row| row.critical).count(),
        optional: own.filter(|row| row.necessity == Necessity::Optional).count(),
    }
}

/// What a draft asks of one role, competency by competency.
///
/// # Errors
/// Refuses unknown numbers and roles, and whoever may neither draft nor publish.
pub async fn requirements_of(ctx: &Ctx, number: i32, code: &str) -> Result<DraftRequirements> {
    may_read(ctx)?;
    let draft = Draft::read(ctx.db().read(), number).await?;
    let role = role_with_code(ctx.db().read(), code).await?;
    let rows = asked(ctx.db().read(), &draft).await?;
    let line = |of: &competency::Model| {
        let own = rows.iter().filter(|row| row.role_id == role.id && row.competency_id == of.id);
        let set =
            own.filter_map(set).max_by_key(|set| (set.necessity == Necessity::Core, set.level));
        DraftRequirement {
            code: of.code.clone(),
            title: of.title.clone(),
            level: set.map(|set| set.level),
            way: set.map_or("core", |set| set.way()).to_owned(),
        }
    };
    let domains = draft.domains.iter();
    let domains =
        domains.map(|domain| (domain.title.clone(), draft.of_domain(domain).map(line).collect()));
    Ok(DraftRequirements {
        version: title(&draft.version),
        role: counted(&role, &rows),
        domains: domains.collect(),
        is_open: draft.is_open(),
        may_edit: draft.is_open() && may_edit(ctx).is_ok(),
    })
}

fn set(row: &requirement::Model) -> Option<SetRequirement> {
    let level = Level::try_from(u8::try_from(row.required_level).ok()?).ok()?;
    Some(SetRequirement { level, necessity: row.necessity, critical: row.critical })
}

async fn role_with_code(db: &impl ConnectionTrait, code: &str) -> Result<role::Model> {
    let found = role::Entity::find().filter(role::Column::Code.eq(code)).one(db).await?;
    found.ok_or_else(|| Refusal::not_found("this role").into())
}

/// Sets what a draft asks of a role, by competency code; what says the same as before keeps its dates.
///
/// # Errors
/// Refuses unknown codes, and versions that are published.
pub async fn set_requirements(
    ctx: &Ctx,
    number: i32,
    role: &str,
    asks: &[(String, Option<SetRequirement>)],
) -> Result<()> {
    may_edit(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let tx = change.tx();
    let draft = Draft::open(tx, number).await?;
    let role = role_with_code(tx, role).await?;
    let rows = asked(tx, &draft).await?;
    for (code, says) in asks {
        let of = draft.competencies.iter().find(|row| row.code == *code);
        let of = of.ok_or_else(|| {
            FieldErrors::one(
                &format!("level-{code}"),
                format!("{code} is not in this draft any more"),
            )
        })?;
        let own: Vec<_> = rows
            .iter()
            .filter(|row| row.role_id == role.id && row.competency_id == of.id)
            .collect();
        let before = own
            .iter()
            .filter_map(|row| set(row))
            .max_by_key(|set| (set.necessity == Necessity::Core, set.level));
        if before == *says {
            continue;
        }
        for row in own {
            row.clone().delete(tx).await?;
        }
        if let Some(says) = says {
            let asks = Asks {
                role: role.id,
                competency: of.id,
                level: i32::from(says.level.number()),
                necessity: says.necessity,
                critical: says.critical,
                from: None,
                to: None,
            };
            row(asks).into_active_model().reset_all().insert(tx).await?;
        }
    }
    let entry = Entry::new("set requirements", "framework_version", number).after(&role.code);
    change.commit(entry).await
}

fn row(asks: Asks) -> requirement::Model {
    requirement::Model {
        id: RequirementId(Uuid::now_v7()),
        role_id: asks.role,
        competency_id: asks.competency,
        required_level: asks.level,
        necessity: asks.necessity,
        critical: asks.critical,
        effective_from: asks.from,
        effective_to: asks.to,
    }
}

/// Begins what a draft asks in some of its competencies again, from what is asked in those that lead to them. Says of
/// which roles something else is asked by that, by their titles.
pub(super) async fn start_requirements(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    draft: &Draft,
    of: &[CompetencyId],
) -> Result<Vec<String>> {
    let own = requirement::Column::CompetencyId.is_in(of.iter().copied());
    let before = requirement::Entity::find().filter(own.clone()).all(tx).await?;
    requirement::Entity::delete_many().filter(own).exec(tx).await?;
    let leads: Vec<(CompetencyId, CompetencyId)> = draft
        .answers
        .iter()
        .filter_map(|row| Some((row.old_competency_id, row.new_competency_id?)))
        .filter(|(_, new)| of.contains(new))
        .collect();
    let now = carried(ctx, tx, &leads).await?;
    for row in now.clone() {
        row.into_active_model().reset_all().insert(tx).await?;
    }
    let [before, now] = [before, now].map(|rows| rows.into_iter().map(asks).collect::<Vec<Asks>>());
    titles(tx, &roles_asked_otherwise(&before, &now)).await
}

async fn titles(db: &impl ConnectionTrait, roles: &BTreeSet<RoleId>) -> Result<Vec<String>> {
    let rows = role::Entity::find()
        .filter(role::Column::Id.is_in(roles.iter().copied()))
        .order_by_asc(role::Column::Title)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.title).collect())
}

/// What is asked to begin with in the competencies that old ones lead to; nothing of it is kept yet.
pub(crate) async fn carried(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    leads: &[(CompetencyId, CompetencyId)],
) -> Result<Vec<requirement::Model>> {
    let before = requirement::Entity::find()
        .filter(requirement::Column::CompetencyId.is_in(leads.iter().map(|(old, _)| *old)))
        .all(db)
        .await?;
    let before: Vec<Asks> = before.into_iter().map(asks).collect();
    Ok(carried_requirements(&before, leads, ctx.today).into_iter().map(row).collect())
}

fn asks(row: requirement::Model) -> Asks {
    Asks {
        role: row.role_id,
        competency: row.competency_id,
        level: row.required_level,
        necessity: row.necessity,
        critical: row.critical,
        from: row.effective_from,
        to: row.effective_to,
    }
}
