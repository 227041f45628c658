//! Returns: their numbers have no gaps, their events are in order, and their files are those that the last event was about.

use super::Remark;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::returns::pack::{digest, sha256};
use crate::returns::{event_of, files_of};
use chrono::NaiveDate;
use domain::ids::{AreaId, ReturnRevisionId};
use domain::returns::Event;
use domain::returns::history::is_in_order;
use entities::{return_event, return_file, return_kept, return_revision};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

const RESTORE: &str = "Restore the last backup without this fault.";

/// Files are read one revision at a time.
pub(super) async fn check(ctx: &Ctx, tell: &mut (impl FnMut(Remark) + Send)) -> Result<()> {
    let rows = return_revision::Entity::find()
        .order_by_asc(return_revision::Column::Number)
        .all(ctx.db().read())
        .await?;
    numbers(&rows).into_iter().for_each(&mut *tell);
    let events = events(ctx).await?;
    for row in &rows {
        let own = events.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        if own.is_empty() || !is_in_order(own) {
            tell(wrong(row.id, "its events are not in order"));
        }
        let last = own.last().map(|event| event.digest.as_str());
        files(ctx, row.id, last).await?.into_iter().for_each(&mut *tell);
    }
    Ok(())
}

fn wrong(id: ReturnRevisionId, what: &str) -> Remark {
    Remark::Wrong(format!("return_revision {id}: {what}. {RESTORE}"))
}

/// The revisions of one return are numbered from 1.
fn numbers(rows: &[return_revision::Model]) -> Vec<Remark> {
    let mut many: BTreeMap<(AreaId, NaiveDate), i32> = BTreeMap::new();
    let mut remarks = Vec::new();
    for row in rows {
        let expected = many.entry((row.place_id, row.reference_date)).or_default();
        *expected += 1;
        if row.number != *expected {
            remarks.push(wrong(row.id, "there is a gap before its number"));
            *expected = row.number;
        }
    }
    remarks
}

/// Of every revision, in the order of recording.
async fn events(ctx: &Ctx) -> Result<BTreeMap<ReturnRevisionId, Vec<Event>>> {
    let rows = return_event::Entity::find()
        .order_by_asc(return_event::Column::RevisionId)
        .order_by_asc(return_event::Column::Sequence)
        .all(ctx.db().read())
        .await?;
    let mut events: BTreeMap<ReturnRevisionId, Vec<Event>> = BTreeMap::new();
    for row in rows {
        events.entry(row.revision_id).or_default().push(event_of(&row));
    }
    Ok(events)
}

/// Whether the files of a revision, and what pages show of it, are those of a digest; three queries.
async fn files(ctx: &Ctx, id: ReturnRevisionId, last: Option<&str>) -> Result<Vec<Remark>> {
    let db = ctx.db().read();
    let mut remarks = Vec::new();
    let files = files_of(db, id).await?;
    if Some(digest(&files).as_str()) != last {
        remarks.push(wrong(id, "its files are not those that the last event was about"));
    }
    let told: BTreeMap<String, String> = return_file::Entity::find()
        .select_only()
        .columns([return_file::Column::Name, return_file::Column::Sha256])
        .filter(return_file::Column::RevisionId.eq(id))
        .into_tuple::<(String, String)>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    for file in files.iter().filter(|file| told.get(&file.name) != Some(&sha256(&file.content))) {
        let what = format!("the SHA-256 that is told of {} is another's", file.name);
        remarks.push(wrong(id, &what));
    }
    let shown: Option<String> = return_kept::Entity::find_by_id(id)
        .select_only()
        .column(return_kept::Column::Digest)
        .into_tuple()
        .one(db)
        .await?;
    if shown.as_deref() != last {
        remarks.push(wrong(id, "what pages show of it is of other files"));
    }
    Ok(remarks)
}
