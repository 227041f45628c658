//! The reader's own sessions: those they have a booking in, those they lead, and those that ask for their feedback.

use super::came::last_words;
use super::feedback::feedback_asked;
use super::lines::lines;
use super::list::{as_lines, chosen};
use super::may_read;
use crate::ctx::Ctx;
use crate::db::page_of;
use crate::error::Result;
use crate::judgements::myself;
use domain::sessions::views::{MySessions, SessionLine};
use entities::{attendance_event, booking_event, session, session_lead};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// Sessions to come in which the signed-in person has a booking, those that they lead, a page of those past in which they ever had a
/// booking or stand in the register, and those that ask for their feedback now.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx, page: usize) -> Result<MySessions> {
    may_read(ctx)?;
    let person = myself(ctx)?;
    let facts = ctx.facts().await?;
    let booked = || {
        let own = booking_event::Entity::find()
            .select_only()
            .column(booking_event::Column::SessionId)
            .filter(booking_event::Column::PersonId.eq(person));
        session::Column::Id.in_subquery(own.into_query())
    };
    // Whoever walked in never had a booking.
    let of_them = Condition::all().add(attendance_event::Column::PersonId.eq(person));
    let registered = attendance_event::Entity::find()
        .select_only()
        .column(attendance_event::Column::SessionId)
        .filter(last_words(of_them))
        .into_query();
    let registered = session::Column::Id.in_subquery(registered);
    let led = session_lead::Entity::find()
        .select_only()
        .column(session_lead::Column::SessionId)
        .filter(session_lead::Column::PersonId.eq(person))
        .into_query();
    let to_come = chosen(ctx, &facts, false).await?;
    let db = ctx.db().read();
    let coming = to_come.clone().filter(booked()).all(db).await?;
    let leading = to_come.filter(session::Column::Id.in_subquery(led)).all(db).await?;
    let own = Condition::any().add(booked()).add(registered);
    let past = chosen(ctx, &facts, true).await?.filter(own);
    let is_live = |line: &SessionLine| line.own.is_some_and(|state| !state.is_over());
    let mut coming = lines(ctx, &facts, &coming).await?;
    coming.retain(is_live);
    Ok(MySessions {
        asked: feedback_asked(ctx, person).await?,
        coming,
        leading: lines(ctx, &facts, &leading).await?,
        past: as_lines(ctx, &facts, page_of(db, past, page).await?).await?,
    })
}
