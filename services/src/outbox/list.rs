//! The outbox as an administrator sees it: to whom, what for, where it stands; never the words. And: try it again.

use super::authorise;
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::db::page_of;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::ids::MailId;
use domain::outbox::views::{MailLine, OutboxList};
use domain::outbox::{Dates, HAND_OVER_MOST, MailKind, MailState};
use domain::paging::Paged;
use domain::refusal::Refusal;
use entities::account;
use entities::mail::{Column, Entity, Model};
use sea_orm::prelude::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, UpdateMany,
};

/// What the list is narrowed down to.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// A part of the address.
    pub search: String,
    pub state: Option<MailState>,
    pub kind: Option<MailKind>,
}

/// A page of the outbox, the latest first.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn list(ctx: &Ctx, asked: &Listing, page: usize) -> Result<OutboxList> {
    authorise(ctx, "this page")?;
    let db = ctx.db().read();
    let given_up = Entity::find().filter(Column::GivenUpAt.is_not_null()).count(db).await?;
    let waiting = Entity::find()
        .filter(Column::NextTryAt.is_not_null())
        .filter(stands(MailState::Waiting, ctx.now))
        .order_by_asc(Column::MadeAt);
    let waiting_since = waiting.one(db).await?.map(|mail| in_london(mail.made_at));
    let mails = lines(ctx, asked, page).await?;
    Ok(OutboxList { mails, given_up: given_up as usize, waiting_since })
}

async fn lines(ctx: &Ctx, asked: &Listing, page: usize) -> Result<Paged<MailLine>> {
    let search = asked.search.trim().to_lowercase();
    let chosen = Condition::all()
        .add_option(asked.state.map(|state| stands(state, ctx.now)))
        .add_option(asked.kind.map(|kind| Column::Kind.eq(kind)))
        .add_option((!search.is_empty()).then(|| account::Column::Email.contains(&search)));
    let found = Entity::find()
        .find_also_related(account::Entity)
        .filter(chosen)
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id);
    let rows = page_of(ctx.db().read(), found, page).await?;
    Ok(rows.map(|(mail, to)| line(ctx, mail, to)))
}

fn line(ctx: &Ctx, mail: Model, to: Option<account::Model>) -> MailLine {
    MailLine {
        id: mail.id,
        to: to.map(|account| account.email).unwrap_or_default(),
        kind: mail.kind,
        state: dates(&mail).state(ctx.now),
        made_at: in_london(mail.made_at),
        sent_at: mail.sent_at.map(in_london),
        next_try_at: mail.next_try_at.map(in_london),
        tries: u32::try_from(mail.tries).unwrap_or_default(),
        last_error: mail.last_error,
    }
}

const fn dates(mail: &Model) -> Dates {
    Dates {
        handed_over_at: mail.handed_over_at,
        sent_at: mail.sent_at,
        given_up_at: mail.given_up_at,
        useful_until: mail.useful_until,
    }
}

/// [`Dates::state`] for the database; a test holds the two equal.
fn stands(state: MailState, now: DateTime<Utc>) -> Condition {
    let open = Condition::all().add(Column::SentAt.is_null()).add(Column::GivenUpAt.is_null());
    let cut_off = now - HAND_OVER_MOST;
    let under_way = Column::HandedOverAt.gte(cut_off);
    let not_under_way =
        Condition::any().add(Column::HandedOverAt.is_null()).add(Column::HandedOverAt.lt(cut_off));
    let useful =
        Condition::any().add(Column::UsefulUntil.is_null()).add(Column::UsefulUntil.gt(now));
    match state {
        MailState::Sent => Condition::all().add(Column::SentAt.is_not_null()),
        MailState::GivenUp => Condition::all().add(Column::GivenUpAt.is_not_null()),
        MailState::BeingSent => open.add(under_way),
        MailState::NotNeeded => open.add(not_under_way).add(Column::UsefulUntil.lte(now)),
        MailState::NotKnown => open.add(Column::HandedOverAt.lt(cut_off)).add(useful),
        MailState::Waiting => open.add(Column::HandedOverAt.is_null()).add(useful),
    }
}

/// Lets a mail be tried again at once; one that was given up has its days anew.
///
/// # Errors
/// Refuses what is sent, being sent or not needed, and whoever may not manage accounts.
pub async fn try_again(ctx: &Ctx, id: MailId) -> Result<()> {
    authorise(ctx, "this mail")?;
    let change = ctx.change(Touches::Nothing).await?;
    let mail = Entity::find_by_id(id).one(change.tx()).await?;
    let mail = mail.ok_or_else(|| Refusal::not_found("this mail"))?;
    let state = dates(&mail).state(ctx.now);
    if !state.may_be_tried_again() {
        let sentence = format!("This mail is not waiting: {}.", state.label().to_lowercase());
        return Err(Refusal::rule("mail-not-waiting", sentence).into());
    }
    at_once(ctx).filter(Column::Id.eq(id)).exec(change.tx()).await?;
    change.commit(Entry::new("try mail again", "mail", id)).await
}

/// The same for everything that was given up and is still worth sending; says how many there were.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn try_all_again(ctx: &Ctx) -> Result<u64> {
    authorise(ctx, "this page")?;
    let change = ctx.change(Touches::Nothing).await?;
    let useful =
        Condition::any().add(Column::UsefulUntil.is_null()).add(Column::UsefulUntil.gt(ctx.now));
    let given_up = at_once(ctx).filter(Column::GivenUpAt.is_not_null()).filter(useful);
    let count = given_up.exec(change.tx()).await?.rows_affected;
    change.commit(Entry::new("try all mail again", "mail", "given up").after(&count)).await?;
    Ok(count)
}

fn at_once(ctx: &Ctx) -> UpdateMany<Entity> {
    let nothing = || Expr::value(None::<DateTime<Utc>>);
    Entity::update_many()
        .col_expr(Column::NextTryAt, Expr::value(ctx.now))
        .col_expr(Column::GivenUpAt, nothing())
        .col_expr(Column::HandedOverAt, nothing())
        .col_expr(Column::FirstTriedAt, nothing())
}
