//! Returns: their numbers have no gaps, their events are in order, their files are those that the last event was about, and say what pages
//! show.

use super::Remark;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::returns::pack::{File, digest, sha256, unlike_package};
use crate::returns::{event_of, files_of, unlike_files};
use chrono::NaiveDate;
use domain::ids::{AreaId, ReturnRevisionId};
use domain::returns::history::is_in_order;
use domain::returns::{Event, ReturnId};
use entities::{area, return_event, return_file, return_kept, return_revision};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

const RESTORE: &str = "Restore the last backup without this fault.";

/// Files are read one revision at a time.
pub(super) async fn check(ctx: &Ctx, tell: &mut (impl FnMut(Remark) + Send)) -> Result<()> {
    let rows = return_revision::Entity::find()
        .order_by_asc(return_revision::Column::Number)
        .all(ctx.db().read())
        .await?;
    let places = places(ctx).await?;
    numbers(&rows, &places).into_iter().for_each(&mut *tell);
    let events = events(ctx).await?;
    for row in &rows {
        let own = events.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let mut faults = Vec::new();
        if own.is_empty() || !is_in_order(own) {
            faults.push("its events are not in order".to_owned());
        }
        let last = own.last().map(|event| event.digest.as_str());
        faults.extend(files(ctx, row.id, last).await?);
        faults.iter().map(|what| wrong(&places, row, what)).for_each(&mut *tell);
    }
    Ok(())
}

/// The code of every place, for the names of returns.
async fn places(ctx: &Ctx) -> Result<BTreeMap<AreaId, String>> {
    let codes: Vec<(AreaId, String)> = area::Entity::find()
        .select_only()
        .columns([area::Column::Id, area::Column::Code])
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    Ok(codes.into_iter().collect())
}

fn wrong(places: &BTreeMap<AreaId, String>, row: &return_revision::Model, what: &str) -> Remark {
    let place = places.get(&row.place_id).cloned().unwrap_or_default();
    let revision = u32::try_from(row.number).unwrap_or_default();
    let id = ReturnId { place, date: row.reference_date, revision };
    Remark::Wrong(format!("return_revision {id}: {what}. {RESTORE}"))
}

/// The revisions of one return are numbered from 1.
fn numbers(rows: &[return_revision::Model], places: &BTreeMap<AreaId, String>) -> Vec<Remark> {
    let mut many: BTreeMap<(AreaId, NaiveDate), i32> = BTreeMap::new();
    let mut remarks = Vec::new();
    for row in rows {
        let expected = many.entry((row.place_id, row.reference_date)).or_default();
        *expected += 1;
        if row.number != *expected {
            remarks.push(wrong(places, row, "there is a gap before its number"));
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

/// Whether the files of a revision are those of a digest, and what pages show of it is what they say; four queries.
async fn files(ctx: &Ctx, id: ReturnRevisionId, last: Option<&str>) -> Result<Vec<String>> {
    let db = ctx.db().read();
    let files = files_of(db, id).await?;
    let mut faults = Vec::new();
    if Some(digest(&files).as_str()) != last {
        faults.push(other_files(&files));
    }
    faults.extend(told_otherwise(ctx, id, &files).await?);
    let shown: Option<String> = return_kept::Entity::find_by_id(id)
        .select_only()
        .column(return_kept::Column::Digest)
        .into_tuple()
        .one(db)
        .await?;
    if shown.as_deref() != last {
        faults.push("what pages show of it is of other files".to_owned());
    }
    faults.extend(unlike_files(db, id, files).await?);
    Ok(faults)
}

/// Which of them, where their own package tells.
fn other_files(files: &[File]) -> String {
    let sentence = "its files are not those that the last event was about";
    let names: Vec<String> = unlike_package(files).into_iter().collect();
    match names.as_slice() {
        [] => sentence.to_owned(),
        names => format!("{sentence}: {}", names.join(", ")),
    }
}

/// What lists of files say of each, which is told without reading it.
async fn told_otherwise(ctx: &Ctx, id: ReturnRevisionId, files: &[File]) -> Result<Vec<String>> {
    let told: Vec<(String, i32, String)> = return_file::Entity::find()
        .select_only()
        .columns([
            return_file::Column::Name,
            return_file::Column::Bytes,
            return_file::Column::Sha256,
        ])
        .filter(return_file::Column::RevisionId.eq(id))
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let mut faults = Vec::new();
    for file in files {
        let told = told.iter().find(|(name, ..)| *name == file.name);
        if told.is_none_or(|(_, _, told)| *told != sha256(&file.content)) {
            faults.push(format!("the SHA-256 that is told of {} is another's", file.name));
        }
        if told.is_none_or(|(_, bytes, _)| usize::try_from(*bytes) != Ok(file.content.len())) {
            faults.push(format!("the length that is told of {} is another's", file.name));
        }
    }
    Ok(faults)
}
