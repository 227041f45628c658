//! *Start here*, one competency at a time; and a whole domain in one sitting.

use super::myself;
use super::record::{own_competency, record};
use crate::ctx::Ctx;
use crate::drafts;
use crate::error::Result;
use crate::frameworks::descriptors;
use domain::frameworks::{Level, version_at};
use domain::judgements::starting::{Sitting, SittingItem, Start, Step};
use domain::judgements::views::RecordLine;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::competency;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// How the names of a sitting's drafts begin; the domain's code follows.
pub(super) const SITTING: &str = "sitting-";

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
    let competency = own_competency(ctx, &line.code).await?;
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
    let begun = drafts::kept(ctx, myself(ctx)?, &format!("{SITTING}{domain_code}")).await?;
    let begun = begun.unwrap_or_default();
    let item = |line: RecordLine| {
        let asked = line.asked.filter(|_| line.status.is_some())?;
        let row = worded.iter().find(|row| row.code == line.code)?;
        Some(SittingItem {
            code: line.code,
            title: line.title,
            statement: row.statement.clone(),
            asked,
            self_level: line.standing.self_level,
            chosen: begun.of(&row.code).parse().ok(),
            descriptors: descriptors(row),
        })
    };
    let items = domain.competencies.into_iter().filter_map(item).collect();
    Ok(Sitting { domain_code: domain.code, domain_title: domain.title, items })
}

/// Keeps the levels chosen so far in a domain's sitting: nobody else sees them, and they count for nothing until they are
/// saved. Says how many there are.
///
/// # Errors
/// Refuses unknown domains as not found, and whoever has no staff record.
pub async fn keep_sitting(ctx: &Ctx, domain: &str, levels: &[(String, String)]) -> Result<usize> {
    let person = myself(ctx)?;
    ctx.authorise(Action::SelfAssess, Resource::Person { person, posts: &[] }, "this page")?;
    let sitting = sitting(ctx, domain).await?;
    let asked = |code: &str| sitting.items.iter().any(|item| item.code == code);
    let chosen = |level: &str| level.parse::<Level>().is_ok();
    let kept = levels.iter().filter(|(code, level)| asked(code) && chosen(level));
    let kept: Vec<_> = kept.cloned().collect();
    drafts::keep(ctx, person, &format!("{SITTING}{domain}"), &kept).await?;
    Ok(kept.len())
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
