//! Records that wait to be accepted: listed for whoever may accept them, and counted.

use super::rows::{accepted, declined};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::issuers::trusted_today;
use crate::judgements::team_name;
use crate::reach::subject_posts;
use crate::viewings;
use chrono::NaiveDate;
use domain::brought::views::WaitingRecord;
use domain::coverage::{Facts, Person};
use domain::ids::{BroughtRecordId, PersonId};
use domain::paging::Paged;
use domain::policy::{Action, Resource, may, reach};
use entities::{brought_record, trusted_issuer};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;

/// Without the document, which may be large.
type Row = (BroughtRecordId, PersonId, String, NaiveDate, NaiveDate, i32);

/// The records that wait of people whose records the asker may accept, the longest wait first.
///
/// # Errors
/// Refuses whoever accepts nobody's.
pub async fn waiting(ctx: &Ctx, page: usize) -> Result<Paged<WaitingRecord>> {
    use brought_record::Column;
    ctx.authorise_somewhere(Action::Accept, "this page")?;
    let facts = ctx.facts().await?;
    let db = ctx.db().read();
    let trusted = trusted_today(ctx, db).await?;
    let rows: Vec<Row> = that_wait(&trusted)
        .select_only()
        .columns([Column::Id, Column::PersonId, Column::Fingerprint])
        .columns([Column::IssuedOn, Column::BroughtOn, Column::Levels])
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let person = |id| facts.person(id).filter(|_| may_accept(ctx, &facts, id));
    let line = |row: Row| line(ctx, &facts, person(row.1)?, &trusted, row);
    let lines: Vec<WaitingRecord> = rows.into_iter().filter_map(line).collect();
    viewings::note_list(ctx, "records brought from earlier employers").await?;
    Ok(Paged::of(lines, page))
}

/// Of trusted issuers, and neither accepted nor declined.
fn that_wait(trusted: &HashMap<String, trusted_issuer::Model>) -> Select<brought_record::Entity> {
    use brought_record::Column;
    brought_record::Entity::find()
        .filter(Column::Fingerprint.is_in(trusted.keys().cloned()))
        .filter(Column::Id.not_in_subquery(accepted()))
        .filter(Column::Id.not_in_subquery(declined()))
}

/// Whose records wait, once for each record: whoever accepts them is another question.
pub(crate) async fn open_records(ctx: &Ctx) -> Result<Vec<PersonId>> {
    let db = ctx.db().read();
    let trusted = trusted_today(ctx, db).await?;
    let whose = that_wait(&trusted).select_only().column(brought_record::Column::PersonId);
    Ok(whose.into_tuple().all(db).await?)
}

/// Whether the asker may accept a person's records.
pub(crate) fn may_accept(ctx: &Ctx, facts: &Facts, person: PersonId) -> bool {
    let posts = subject_posts(ctx, facts, person);
    may(&ctx.actor, Action::Accept, Resource::Person { person, posts: &posts })
}

/// How many records wait for the asker; no query for whoever accepts nobody's.
pub(crate) async fn records_waiting(ctx: &Ctx) -> Result<usize> {
    if reach(&ctx.actor, Action::Accept).is_empty() {
        return Ok(0);
    }
    let (facts, whose) = (ctx.facts().await?, open_records(ctx).await?);
    Ok(whose.into_iter().filter(|person| may_accept(ctx, &facts, *person)).count())
}

fn line(
    ctx: &Ctx,
    facts: &Facts,
    person: &Person,
    trusted: &HashMap<String, trusted_issuer::Model>,
    (id, _, fingerprint, issued_on, brought_on, levels): Row,
) -> Option<WaitingRecord> {
    Some(WaitingRecord {
        id,
        person_name: person.name(),
        team_name: team_name(ctx, facts, person.id),
        issuer: trusted.get(&fingerprint)?.name.clone(),
        issued_on,
        brought_on,
        levels: levels.unsigned_abs() as usize,
    })
}
