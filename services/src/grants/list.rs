//! Grants as lists: those within the asker's right to grant, and those of one account.

use super::lines::Names;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::GrantKind;
use domain::grants::views::GrantLine;
use domain::ids::{AccountId, GrantId};
use domain::paging::Paged;
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::grant;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

/// What a list of grants is narrowed down to.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Words of a name, an address or a place.
    pub search: String,
    pub kind: Option<GrantKind>,
    /// Those that are over too.
    pub past: bool,
}

/// The grants within the asker's right to grant: a workforce lead's, those they could have given in their scope.
///
/// # Errors
/// Refuses whoever may give no grants.
pub async fn list(ctx: &Ctx, asked: &Listing, page: usize) -> Result<Paged<GrantLine>> {
    ctx.authorise_somewhere(Action::GiveGrants, "this page")?;
    let mut chosen = Condition::all();
    if let Some(kind) = asked.kind {
        chosen = chosen.add(grant::Column::Kind.eq(kind));
    }
    if !asked.past {
        let last = grant::Column::EndsOn;
        chosen = chosen.add(Condition::any().add(last.is_null()).add(last.gte(ctx.today)));
    }
    let rows = grant::Entity::find().filter(chosen).all(ctx.db().read()).await?;
    let names = Names::of(ctx, &rows).await?;
    let within = rows.iter().filter(|row| names.within_right(row));
    let mut lines: Vec<GrantLine> = within.filter_map(|row| names.line(row)).collect();
    lines.retain(|line| answers(line, &asked.search));
    lines.sort_by_cached_key(|line| (line.is_past, line.to.name().to_lowercase(), line.kind));
    Ok(Paged::of(lines, page))
}

/// Whether the holder answers to the search, or the place has it in its name.
fn answers(line: &GrantLine, search: &str) -> bool {
    let search = search.trim();
    line.to.answers_to(search) || line.place.to_lowercase().contains(&search.to_lowercase())
}

/// One grant that is not over, within the asker's right to grant.
///
/// # Errors
/// Refuses every other with *not found*.
pub async fn one(ctx: &Ctx, id: GrantId) -> Result<GrantLine> {
    ctx.authorise_somewhere(Action::GiveGrants, "this page")?;
    let row = grant::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let row = row.ok_or_else(|| Refusal::not_found("this grant"))?;
    let names = Names::of(ctx, std::slice::from_ref(&row)).await?;
    let line = names.line(&row).filter(|line| !line.is_past && names.within_right(&row));
    line.ok_or_else(|| Refusal::not_found("this grant").into())
}

/// Every grant of an account, those in force first; the caller has made sure that the asker may see them.
pub(crate) async fn of(ctx: &Ctx, account: AccountId) -> Result<Vec<GrantLine>> {
    let rows = grant::Entity::find()
        .filter(grant::Column::AccountId.eq(account))
        .order_by_desc(grant::Column::GivenAt)
        .all(ctx.db().read())
        .await?;
    let names = Names::of(ctx, &rows).await?;
    let mut lines: Vec<GrantLine> = rows.iter().filter_map(|row| names.line(row)).collect();
    lines.sort_by_key(|line| line.is_past);
    Ok(lines)
}
