//! A post ends, or does not after all. Its last day is a correction: it may be put right later.

use super::managed::Managed;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{PersonId, PostId};
use domain::people::done::Ended;
use domain::people::forms::EndPost;
use entities::post;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Sets or takes back the last day of a post.
///
/// # Errors
/// Refuses posts the asker does not manage as not found, and a day before the post starts.
pub async fn end_post(ctx: &Ctx, person: PersonId, id: PostId, last_day: &str) -> Result<Ended> {
    let facts = ctx.facts().await?;
    let Managed { person, post: ended, .. } = Managed::find(ctx, &facts, person, id)?;
    let EndPost { last_day } = EndPost::parse(last_day, ended.held)?;
    let change = ctx.change(Touches::Places).await?;
    post::Entity::update_many()
        .col_expr(post::Column::LeavesOn, Expr::value(last_day))
        .filter(post::Column::Id.eq(id))
        .exec(change.tx())
        .await?;
    let entry = Entry::new("end post", "post", id).before(&ended.held.to).after(&last_day);
    change.commit(entry).await?;
    Ok(Ended { person_name: person.name(), last_day })
}
