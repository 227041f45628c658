//! One person's protected time in a year: to themselves, and to the workforce lead who promises it.

use super::books::{Book, Books, spent};
use super::may_give;
use super::rows::{line as allocation_line, minutes};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::viewings;
use domain::ids::PersonId;
use domain::paging::Paged;
use domain::policy::{Action, Resource};
use domain::protected_time::EntryKind;
use domain::protected_time::ledger::Totals;
use domain::protected_time::views::{AllocationLine, EducatorTime, EntryLine, TimeOfYear};
use domain::years::Year;
use entities::protected_time_entry;

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
    Ok(TimeOfYear {
        year,
        today: ctx.today,
        totals: Totals::of(&allocations, &spent, year.period()),
        months: months.collect(),
        allocations: lines,
        entries: Paged::of(latest, page).map(|row| entry_line(ctx, row, own)),
    })
}

fn entry_line(ctx: &Ctx, row: protected_time_entry::Model, own: bool) -> EntryLine {
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
        note: row.note,
        may_take_back: own && written,
    }
}
