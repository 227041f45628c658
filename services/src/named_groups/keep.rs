//! A named group is added with its first member, renamed, and ended for all its members at once.

use super::kept;
use super::rows::{Told, held, insert, meant, of_group};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::changing::EndOn;
use domain::coverage::named_groups::forms::AddNamedGroup;
use domain::coverage::named_groups::refuse_over;
use domain::dates::Period;
use domain::fields::FieldErrors;
use domain::ids::NamedGroupId;
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::{area, named_group as table, named_group_member, organisation, team};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

/// Adds a group.
///
/// # Errors
/// Refuses whoever keeps no groups as not found; and beside its field a code that something has, a first member that is not known or not
/// the asker's to make one, and a name that could identify a patient.
pub async fn add(ctx: &Ctx, says: &AddNamedGroup) -> Result<NamedGroupId> {
    ctx.authorise_somewhere(Action::KeepNamedGroups, "this page")?;
    let passed = ctx.guard(&[("name", says.name.as_str())])?;
    let facts = ctx.facts().await?;
    let unit = meant(ctx, &facts, (says.made_of, says.member.unit.as_str()))?;
    let id = NamedGroupId(Uuid::now_v7());
    let change = ctx.change(Touches::Places).await?;
    refuse_taken(change.tx(), &says.code).await?;
    let row = table::Model {
        id,
        code: says.code.clone(),
        name: says.name.clone(),
        made_of: says.made_of,
        kept_at: ctx.now,
        kept_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    let first = insert((ctx, change.tx()), &facts, id, (unit, &says.member)).await?;
    let told = Told { group: id, code: &says.member.unit, held: held(&first) };
    let group = Entry::new("add named group", "named_group", id).after(&says.code);
    let member = Entry::new("add group member", "named_group_member", first.id).after(&told);
    change.commit_all(vec![group.let_through(passed), member]).await?;
    Ok(id)
}

/// Gives a group another name: a correction, for every day.
///
/// # Errors
/// Refuses groups that are others' to keep as not found, and a name that could identify a patient.
pub async fn rename(ctx: &Ctx, id: NamedGroupId, name: &str) -> Result<()> {
    let facts = ctx.facts().await?;
    kept(ctx, &facts, id)?;
    let passed = ctx.guard(&[("name", name)])?;
    let change = ctx.change(Touches::Places).await?;
    table::Entity::update_many()
        .col_expr(table::Column::Name, Expr::value(name))
        .filter(table::Column::Id.eq(id))
        .exec(change.tx())
        .await?;
    let entry = Entry::new("rename named group", "named_group", id);
    change.commit(entry.let_through(passed)).await
}

/// Ends a group: a last day for every member that has not left by then. Of one that would have begun later, nothing comes.
///
/// # Errors
/// Refuses groups that are others' to keep as not found, what is over, and a day before the group's first.
pub async fn end(ctx: &Ctx, id: NamedGroupId, last_day: &str) -> Result<EndOn> {
    let facts = ctx.facts().await?;
    let group = kept(ctx, &facts, id)?;
    refuse_over(group.when(ctx.today))?;
    let ended = EndOn::parse(last_day, Period::new(group.first_day(), None))?;
    let change = ctx.change(Touches::Places).await?;
    let before = of_group(change.tx(), id).await?;
    let last = named_group_member::Column::EndsOn;
    named_group_member::Entity::update_many()
        .col_expr(last, Expr::value(ended.last_day))
        .filter(named_group_member::Column::GroupId.eq(id))
        .filter(Condition::any().add(last.is_null()).add(last.gt(ended.last_day)))
        .exec(change.tx())
        .await?;
    let stood: Vec<_> = before.iter().map(|row| (row.id, row.ends_on)).collect();
    let entry = Entry::new("end named group", "named_group", id);
    change.commit(entry.before(&stood).after(&ended.last_day)).await?;
    Ok(ended)
}

/// # Errors
/// Refuses, beside its field, a code that an area, organisation, team or another group has: a code means one thing wherever it is entered.
async fn refuse_taken(tx: &impl ConnectionTrait, code: &str) -> Result<()> {
    let area = area::Entity::find().filter(area::Column::Code.eq(code));
    let own = organisation::Entity::find().filter(organisation::Column::Code.eq(code));
    let team = team::Entity::find().filter(team::Column::Code.eq(code));
    let group = table::Entity::find().filter(table::Column::Code.eq(code));
    let whose = if area.one(tx).await?.is_some() {
        "an area"
    } else if own.one(tx).await?.is_some() {
        "an organisation"
    } else if team.one(tx).await?.is_some() {
        "a team"
    } else if group.one(tx).await?.is_some() {
        "another named group"
    } else {
        return Ok(());
    };
    let message = format!("This is the code of {whose}. Enter another code");
    Err(FieldErrors::one("code", message).into())
}
