//! A record is brought by its owner: checked against the key it carries, kept as it was signed, and told in pieces of
//! evidence, one for each level. Whether its issuer is trusted is asked when somebody looks, never kept.

use super::rows::predecessors;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::evidence::{may_add, say_about};
use crate::passport::{Read, fingerprint, read};
use domain::brought::{MOST_RECORDS, Match, Predecessor, SamePerson, in_words, matched, may_keep};
use domain::codes::{Evidence, EvidenceSource};
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{BroughtRecordId, CompetencyId, EvidenceItemId, PersonId};
use domain::passport::{HeldCompetency, Passport};
use entities::{brought_evidence, brought_record, evidence_item, signing_key};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, SqlErr,
};
use uuid::Uuid;

const ALTERED: &str = "This record was altered after it was signed, so nothing in it can be relied on. Ask its issuer for it \
                       again, and bring the file as you receive it";
const ISSUED_HERE: &str = "This record was issued here, so everything in it is on record already. Choose one from an earlier \
                           employer";

/// Whether the asker may bring a record of their own: asked before a file is taken in.
///
/// # Errors
/// Refuses whoever has no staff record.
pub fn may_bring(ctx: &Ctx) -> Result<()> {
    may_add(ctx).map(|_| ())
}

/// Keeps a record of the signed-in person's, as evidence. Says whom it names, where that is another name than theirs: people
/// marry, and files are mixed up.
///
/// # Errors
/// Refuses, beside the field `file`, what is no such record or was altered, what was issued here, and what the person has
/// brought before.
pub async fn bring(ctx: &Ctx, file: &[u8]) -> Result<Option<String>> {
    let person = may_add(ctx)?;
    let Read { passport, intact, digest } = read(file).map_err(in_file)?;
    if !intact {
        return Err(in_file(ALTERED));
    }
    may_keep(&passport, ctx.today).map_err(in_file)?;
    let key = fingerprint(&passport.key);
    let own = signing_key::Entity::find_by_id(key.clone()).one(ctx.db().read()).await?;
    if own.is_some() {
        return Err(in_file(ISSUED_HERE));
    }
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    not_too_many(change.tx(), person).await?;
    let predecessors = predecessors(change.tx()).await?;
    let row = kept(ctx, person, &passport, key, digest)?;
    let id = row.id;
    let entry = Entry::new("bring record", "brought_record", id).after(&(
        &row.issuer_name,
        &row.fingerprint,
        row.levels,
    ));
    let row: brought_record::ActiveModel = row.into();
    row.insert(change.tx()).await.map_err(brought_before)?;
    for (line, held) in passport.competencies.iter().enumerate() {
        let about = about(ctx, &facts, &predecessors, held);
        tell(ctx, change.tx(), (person, id, line), in_words(&passport, held), held, about).await?;
    }
    change.commit(entry).await?;
    let name_here = facts.name_of(person);
    let same = SamePerson { there: passport.person, name_here, registration_here: None };
    Ok((!same.names_agree()).then_some(same.there.name))
}

async fn not_too_many(tx: &impl ConnectionTrait, person: PersonId) -> Result<()> {
    let of_them = brought_record::Column::PersonId.eq(person);
    let brought = brought_record::Entity::find().filter(of_them).count(tx).await?;
    if brought < MOST_RECORDS {
        return Ok(());
    }
    Err(in_file(format!("You have brought {MOST_RECORDS} records, which is the most that is kept")))
}

fn in_file(message: impl Into<String>) -> Error {
    FieldErrors::one("file", message).into()
}

fn brought_before(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => {
            in_file("You have brought this very record before. It stands in the list on this page")
        }
        _ => error.into(),
    }
}

fn kept(
    ctx: &Ctx,
    person: PersonId,
    passport: &Passport,
    fingerprint: String,
    digest: String,
) -> Result<brought_record::Model> {
    let document =
        serde_json::to_string(passport).map_err(|e| Error::fault("keeping a record", e))?;
    Ok(brought_record::Model {
        id: BroughtRecordId(Uuid::now_v7()),
        person_id: person,
        issuer_name: passport.issuer.name.clone(),
        issuer_address: passport.issuer.address.clone(),
        fingerprint,
        digest,
        issued_on: passport.issued_on,
        levels: passport.competencies.len() as i32,
        document,
        brought_on: ctx.today,
        recorded_at: ctx.now,
        by_account_id: ctx.actor.account_id(),
    })
}

/// The competencies of today that a level is about: none where no competency of ours came from it.
fn about(
    ctx: &Ctx,
    facts: &Facts,
    predecessors: &[Predecessor],
    held: &HeldCompetency,
) -> Vec<CompetencyId> {
    let Match::Here(here) = matched(facts, predecessors, held.identifier, ctx.today) else {
        return Vec::new();
    };
    here.iter().filter_map(|at| facts.competencies.get(usize::from(*at))).map(|c| c.id).collect()
}

/// A level as a piece of evidence.
async fn tell(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    (person, record, line): (PersonId, BroughtRecordId, usize),
    what: String,
    held: &HeldCompetency,
    about: Vec<CompetencyId>,
) -> Result<()> {
    let id = EvidenceItemId(Uuid::now_v7());
    let item = evidence_item::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        kind: Set(Evidence::PriorLearning),
        what: Set(what),
        link: Set(None),
        happened_on: Set(held.made_on),
        minutes: Set(None),
        participatory: Set(false),
        source: Set(EvidenceSource::Brought),
        recorded_at: Set(ctx.now),
        by_account_id: Set(ctx.actor.account_id()),
    };
    item.insert(tx).await?;
    let row = brought_evidence::ActiveModel {
        item_id: Set(id),
        record_id: Set(record),
        line: Set(line as i32),
    };
    brought_evidence::Entity::insert(row).exec_without_returning(tx).await?;
    say_about(tx, about.into_iter().map(|about| (id, about))).await
}
