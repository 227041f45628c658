//! An entry of the log, for oneself or for several people at once; and taking one back.

use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::reach::subject_posts;
use crate::teams::within;
use domain::fields::FieldErrors;
use domain::ids::{AccountId, PersonId, SupervisionId};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::supervision::LogSupervision;
use entities::supervision;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Writes into the signed-in person's own log.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn log_mine(ctx: &Ctx, logged: LogSupervision) -> Result<()> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::LogSupervision, own, "this page")?;
    let change = ctx.change(Touches::Nothing).await?;
    save(ctx, &change, person, logged).await?;
    let entry = Entry::new("log supervision", "person", person).after(&logged.held_on);
    change.commit(entry).await
}

/// Writes one supervision into the logs of several people of a team: how many they were.
///
/// # Errors
/// Refuses without people, and as not found a team or a person whose log the asker does not keep; then nothing is
/// written for anybody.
pub async fn log_team(
    ctx: &Ctx,
    team: &str,
    people: &[String],
    logged: LogSupervision,
) -> Result<usize> {
    let facts = ctx.facts().await?;
    let (team, members) = within(ctx, &facts, team, Action::LogSupervision)?;
    if people.is_empty() {
        return Err(FieldErrors::one("people", "Choose at least one person").into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    let mut chosen: Vec<PersonId> = Vec::new();
    for id in people {
        let id = id.parse().ok();
        let member = members.iter().find(|member| Some(member.person.id) == id);
        let person = member.ok_or_else(|| Refusal::not_found("one of these people"))?.person.id;
        if !chosen.contains(&person) {
            save(ctx, &change, person, logged).await?;
            chosen.push(person);
        }
    }
    let entry = Entry::new("log supervision", "team", team.id).after(&(logged.held_on, &chosen));
    change.commit(entry).await?;
    Ok(chosen.len())
}

async fn save(
    ctx: &Ctx,
    change: &Change<'_>,
    person: PersonId,
    logged: LogSupervision,
) -> Result<()> {
    let row = supervision::ActiveModel {
        id: Set(SupervisionId(Uuid::now_v7())),
        person_id: Set(person),
        kind: Set(logged.kind),
        held_on: Set(logged.held_on),
        minutes: Set(i32::from(logged.minutes)),
        logged_at: Set(ctx.now),
        logged_by_id: Set(asker(ctx)?),
        taken_back_at: Set(None),
        taken_back_by_id: Set(None),
    };
    row.insert(change.tx()).await?;
    Ok(())
}

fn asker(ctx: &Ctx) -> Result<AccountId> {
    Ok(ctx.actor.account_id().ok_or(Refusal::SignInFirst)?)
}

/// Takes an entry back that the asker wrote, of somebody whose log they still keep. It stays, and counts for nothing.
///
/// # Errors
/// Refuses entries of others, those in a log that the asker keeps no more, and those taken back already, as not found.
pub async fn take_back(ctx: &Ctx, id: SupervisionId) -> Result<()> {
    let asker = asker(ctx)?;
    let facts = ctx.facts().await?;
    let entry = supervision::Entity::find_by_id(id).one(ctx.db().read()).await?;
    let entry = entry.filter(|entry| entry.logged_by_id == asker);
    let person = entry.ok_or_else(|| Refusal::not_found("this entry"))?.person_id;
    let posts = subject_posts(ctx, &facts, person);
    let resource = Resource::Person { person, posts: &posts };
    ctx.authorise(Action::LogSupervision, resource, "this entry")?;
    let change = ctx.change(Touches::Nothing).await?;
    let taken = supervision::Entity::update_many()
        .col_expr(supervision::Column::TakenBackAt, Expr::value(ctx.now))
        .col_expr(supervision::Column::TakenBackById, Expr::value(asker))
        .filter(supervision::Column::Id.eq(id))
        .filter(supervision::Column::LoggedById.eq(asker))
        .filter(supervision::Column::TakenBackAt.is_null())
        .exec(change.tx())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refusal::not_found("this entry").into());
    }
    change.commit(Entry::new("take supervision back", "supervision", id)).await
}
