//! One record for whoever may accept or decline it, with what would become of each level.

use super::rows::{declined_of, is_accepted, passport_of, predecessors};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::issuers::trusting;
use crate::reach::subject_posts;
use crate::viewings;
use domain::brought::views::{BroughtLevel, BroughtRecord};
use domain::brought::{BroughtTo, Declined, SamePerson, confirmed_by, levels};
use domain::coverage::Facts;
use domain::ids::BroughtRecordId;
use domain::passport::Passport;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::{brought_record, person, trusted_issuer};
use sea_orm::{ConnectionTrait, EntityTrait};

/// A record that waits, or was declined, with what would become of each level.
///
/// # Errors
/// As [`decidable`].
pub async fn record(ctx: &Ctx, id: BroughtRecordId) -> Result<BroughtRecord> {
    let facts = ctx.facts().await?;
    let opened = Opened::load(ctx, ctx.db().read(), &facts, id).await?;
    viewings::note_record(ctx, opened.row.person_id).await?;
    let lines = opened.levels.iter().filter_map(|level| opened.line(&facts, level)).collect();
    let Opened { row, issuer, same, declined, .. } = opened;
    Ok(BroughtRecord {
        id,
        person: row.person_id,
        same,
        issuer: issuer.name,
        address: row.issuer_address,
        fingerprint: row.fingerprint,
        issued_on: row.issued_on,
        brought_on: row.brought_on,
        declined,
        lines,
    })
}

/// A record that the asker may accept or decline, and its issuer, who is trusted today.
///
/// # Errors
/// Refuses with *not found* whoever may not accept it, records that were accepted, and those whose issuer is not trusted
/// today.
pub(super) async fn decidable(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    facts: &Facts,
    id: BroughtRecordId,
) -> Result<(brought_record::Model, trusted_issuer::Model)> {
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
    Ok((row, issuer))
}

/// A record with everything that accepting it is decided by.
pub(super) struct Opened {
    pub row: brought_record::Model,
    pub issuer: trusted_issuer::Model,
    pub passport: Passport,
    pub same: SamePerson,
    pub levels: Vec<BroughtTo>,
    pub declined: Option<Declined>,
}

impl Opened {
    /// # Errors
    /// As [`decidable`].
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        facts: &Facts,
        id: BroughtRecordId,
    ) -> Result<Self> {
        let (row, issuer) = decidable(ctx, db, facts, id).await?;
        let subject = facts.person(row.person_id);
        let subject = subject.ok_or_else(|| Refusal::not_found("this record"))?;
        let known = person::Entity::find_by_id(row.person_id).one(db).await?;
        let passport = passport_of(&row)?;
        let predecessors = predecessors(db).await?;
        let levels = levels(facts, &predecessors, subject, &passport, ctx.today);
        let same = SamePerson {
            there: passport.person.clone(),
            name_here: subject.name(),
            registration_here: known.and_then(|known| known.professional_registration_number),
        };
        let declined = declined_of(db, facts, [id]).await?.remove(&id);
        Ok(Self { row, issuer, passport, same, levels, declined })
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
