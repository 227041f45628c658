//! Records that wait to be accepted, for whoever may accept them: the list, and one of them with what would become of it.

use super::rows::{accepted, is_accepted, passport_of, predecessors};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::issuers::{trusted_today, trusting};
use crate::judgements::team_name;
use crate::reach::subject_posts;
use crate::viewings;
use chrono::NaiveDate;
use domain::brought::views::{BroughtLevel, BroughtRecord, WaitingRecord};
use domain::brought::{BroughtTo, SamePerson, confirmed_by, levels};
use domain::coverage::{Facts, Person};
use domain::ids::{BroughtRecordId, PersonId};
use domain::paging::Paged;
use domain::passport::Passport;
use domain::policy::{Action, Resource, may, reach};
use domain::refusal::Refusal;
use entities::{brought_record, person, trusted_issuer};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
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

/// Of trusted issuers, and not accepted yet.
fn that_wait(trusted: &HashMap<String, trusted_issuer::Model>) -> Select<brought_record::Entity> {
    use brought_record::Column;
    brought_record::Entity::find()
        .filter(Column::Fingerprint.is_in(trusted.keys().cloned()))
        .filter(Column::Id.not_in_subquery(accepted()))
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

/// A record that waits, with what would become of each level.
///
/// # Errors
/// Refuses with *not found* whoever may not accept it, and records that do not wait.
pub async fn record(ctx: &Ctx, id: BroughtRecordId) -> Result<BroughtRecord> {
    let facts = ctx.facts().await?;
    let opened = Opened::load(ctx, ctx.db().read(), &facts, id).await?;
    viewings::note_record(ctx, opened.row.person_id).await?;
    let lines = opened.levels.iter().filter_map(|level| opened.line(&facts, level)).collect();
    let Opened { row, issuer, same, .. } = opened;
    Ok(BroughtRecord {
        id,
        person: row.person_id,
        same,
        issuer: issuer.name,
        address: row.issuer_address,
        fingerprint: row.fingerprint,
        issued_on: row.issued_on,
        brought_on: row.brought_on,
        lines,
    })
}

/// A record that waits, with everything that accepting it is decided by.
pub(super) struct Opened {
    pub row: brought_record::Model,
    pub issuer: trusted_issuer::Model,
    pub passport: Passport,
    pub same: SamePerson,
    pub levels: Vec<BroughtTo>,
}

impl Opened {
    /// # Errors
    /// Refuses with *not found* whoever may not accept it, records that were accepted, and those whose issuer is not
    /// trusted today.
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &Facts,
        id: BroughtRecordId,
    ) -> Result<Self> {
        let what = "this record among those that wait";
        let not_found = || Refusal::not_found(what);
        ctx.authorise_somewhere(Action::Accept, what)?;
        let row = brought_record::Entity::find_by_id(id).one(db).await?.ok_or_else(not_found)?;
        let posts = subject_posts(ctx, facts, row.person_id);
        let subject = Resource::Person { person: row.person_id, posts: &posts };
        ctx.authorise(Action::Accept, subject, what)?;
        if is_accepted(db, id).await? {
            return Err(not_found().into());
        }
        let issuer = trusting(ctx, db, &row.fingerprint).await?.ok_or_else(not_found)?;
        let subject = facts.person(row.person_id).ok_or_else(not_found)?;
        let known = person::Entity::find_by_id(row.person_id).one(db).await?;
        let passport = passport_of(&row)?;
        let predecessors = predecessors(db).await?;
        let levels = levels(facts, &predecessors, subject, &passport, ctx.today);
        let same = SamePerson {
            there: passport.person.clone(),
            name_here: subject.name(),
            registration_here: known.and_then(|known| known.professional_registration_number),
        };
        Ok(Self { row, issuer, passport, same, levels })
    }

    fn line(&self, facts: &Facts, level: &BroughtTo) -> Option<BroughtLevel> {
        let held = self.passport.competencies.get(level.line)?;
        let here = level.here.and_then(|at| facts.competencies.get(usize::from(at)));
        Some(BroughtLevel {
            there: format!("{} {}", held.code, held.title),
            here: here.map(|ours| format!("{} {}", ours.code, ours.title)),
            level: held.level,
            confirmed_on: held.made_on,
            confirmed_by: confirmed_by(held),
            imported: held.imported,
            fate: level.fate,
        })
    }
}
