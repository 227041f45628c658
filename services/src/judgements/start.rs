//! *Start here*, one competency at a time; and a whole domain in one sitting.

use super::record::{competency, record};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::frameworks::descriptors;
use domain::frameworks::version_at;
use domain::judgements::starting::{Sitting, SittingItem, Start, Step};
use domain::judgements::views::RecordLine;
use domain::refusal::Refusal;
use entities::competency;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The next competency that the signed-in person has to assess; with the code of one that was answered or skipped, the
/// first that comes after it.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn start(ctx: &Ctx, after: Option<&str>) -> Result<Start> {
    let record = record(ctx, None, ctx.today).await?;
    let left = record.unassessed(true) + record.unassessed(false);
    let open = record.to_assess(after);
    let Some(line) = open.first() else {
        return Ok(Start { step: None, left });
    };
    let competency = competency(ctx, None, &line.code).await?;
    let step = Step { remaining: open.len(), competency };
    Ok(Start { step: Some(step), left })
}

/// What is asked of the signed-in person in one domain, with the level they last said.
///
/// # Errors
/// Refuses unknown domains as not found, and whoever has no staff record.
pub async fn sitting(ctx: &Ctx, domain_code: &str) -> Result<Sitting> {
    let record = record(ctx, None, ctx.today).await?;
    let domain = record.domains.into_iter().find(|domain| domain.code == domain_code);
    let domain = domain.ok_or_else(|| Refusal::not_found("this domain"))?;
    let worded = worded(ctx, &domain.competencies).await?;
    let item = |line: RecordLine| {
        let asked = line.asked.filter(|_| line.status.is_some())?;
        let row = worded.iter().find(|row| row.code == line.code)?;
        Some(SittingItem {
            code: line.code,
            title: line.title,
            statement: row.statement.clone(),
            asked,
            self_level: line.standing.self_level,
            descriptors: descriptors(row),
        })
    };
    let items = domain.competencies.into_iter().filter_map(item).collect();
    Ok(Sitting { domain_code: domain.code, domain_title: domain.title, items })
}

/// The wording of these competencies in the version that holds today.
async fn worded(ctx: &Ctx, lines: &[RecordLine]) -> Result<Vec<competency::Model>> {
    let facts = ctx.facts().await?;
    let version = version_at(&facts.versions, ctx.today);
    let of_today = facts.competencies.iter().filter(|c| Some(c.version) == version);
    let asked = of_today.filter(|c| lines.iter().any(|line| line.code == c.code));
    let rows = competency::Entity::find()
        .filter(competency::Column::Id.is_in(asked.map(|c| c.id)))
        .all(ctx.db().read())
        .await?;
    Ok(rows)
}
