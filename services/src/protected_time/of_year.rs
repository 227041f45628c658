//! One person's protected time in a year: to themselves, and to the workforce lead who promises it.

use super::books::{Book, Books, spent};
use super::may_give;
use super::outside::since;
use super::rows::{line as allocation_line, minutes};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::sessions::slot_of;
use crate::viewings;
use domain::ids::{PersonId, SessionId};
use domain::paging::Paged;
use domain::policy::{Action, Resource};
use domain::protected_time::EntryKind;
use domain::protected_time::ledger::Totals;
use domain::protected_time::views::{AllocationLine, EducatorTime, EntryLine, TimeOfYear};
use domain::sessions::times::Slot;
use domain::years::Year;
use entities::{protected_time_entry, session};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The signed-in person's own, in the year that begins in this calendar year; the present one where it is no year.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx, year: &str, page: usize) -> Result<TimeOfYear> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::KeepOwnTime, own, "this page")?;
    of(ctx, person, (year, page)).await
}

/// Somebody's, for whoever promises it. That they were looked at is noted.
///
/// # Errors
/// Refuses people to whom the asker gives no time, as not found.
pub async fn of_person(
    ctx: &Ctx,
    person: PersonId,
    year: &str,
    page: usize,
) -> Result<EducatorTime> {
    let facts = ctx.facts().await?;
    may_give(ctx, &facts, person)?;
    viewings::note_record(ctx, person).await?;
    let time = of(ctx, person, (year, page)).await?;
    Ok(EducatorTime { person, name: facts.name_of(person), time })
}

async fn of(ctx: &Ctx, person: PersonId, (year, page): (&str, usize)) -> Result<TimeOfYear> {
    let year = Year::beginning_in(year).unwrap_or_else(|| Year::of(ctx.today));
    let book = Books::of(ctx.db().read(), &[person], year).await?.take(person);
    let spent = book.spent(ctx);
    let Book { allocations, entries, .. } = book;
    let months = year.months().into_iter();
    let months =
        months.filter_map(|month| Some((month.from?, Totals::of(&allocations, &spent, month))));
    let mut lines: Vec<AllocationLine> =
        allocations.iter().map(|one| allocation_line(one, ctx.today)).collect();
    lines.sort_by_key(|line| line.when);
    let own = ctx.actor.person() == Some(person);
    let latest: Vec<protected_time_entry::Model> = entries.into_iter().rev().collect();
    let latest = Paged::of(latest, page);
    let sessions = sessions_of(ctx, &latest.entries).await?;
    let became = |row: &protected_time_entry::Model| {
        since(row, sessions.get(&row.session_id?).copied()?, &allocations)
    };
    Ok(TimeOfYear {
        year,
        today: ctx.today,
        totals: Totals::of(&allocations, &spent, year.period()),
        months: months.collect(),
        allocations: lines,
        entries: latest.map(|row| entry_line(ctx, (became(&row), row), own)),
    })
}

/// When each session that a reason is about is by now, and none where it was cancelled; one query.
async fn sessions_of(
    ctx: &Ctx,
    entries: &[protected_time_entry::Model],
) -> Result<HashMap<SessionId, Option<Slot>>> {
    let ids = entries.iter().filter_map(|row| row.session_id);
    let found =
        session::Entity::find().filter(session::Column::Id.is_in(ids)).all(ctx.db().read()).await?;
    let by_now = |row: &session::Model| (row.id, row.cancelled_at.is_none().then(|| slot_of(row)));
    Ok(found.iter().map(by_now).collect())
}

/// An entry, with what has become of its session since.
fn entry_line(
    ctx: &Ctx,
    (since, row): (Option<String>, protected_time_entry::Model),
    own: bool,
) -> EntryLine {
    let written = matches!(row.kind, EntryKind::Used | EntryKind::Lost);
    EntryLine {
        id: row.id,
        on: row.spent_on,
        kind: row.kind,
        time_use: row.time_use,
        minutes: minutes(row.minutes),
        standing: spent(ctx, &row).map(|spent| spent.standing),
        why_lost: row.why_lost,
        shortfall: row.shortfall,
        session: row.session_id,
        since,
        note: row.note,
        may_take_back: own && written,
    }
}
