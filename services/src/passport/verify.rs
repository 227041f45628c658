//! What is said of a file that somebody was shown: its issuer and day, whether it is intact, whether it was revoked since.
//!
//! Open to everybody, so there is nobody to ask the policy about: the answer holds no name and no level, and nothing that is
//! not in the file already but whether it still stands. The database is asked only about what one of our own keys signed.

use super::read::Read;
use super::seal::fingerprint;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::issuers;
use domain::passport::views::{Finding, Verdict};
use domain::passport::{Issue, Key, Since, revoked_since, since};
use entities::{passport, signing_key};
use sea_orm::EntityTrait;

/// What is said of a passport that was read.
///
/// # Errors
/// Fails when the database does.
pub async fn verify(ctx: &Ctx, read: Read) -> Result<Verdict> {
    let finding = if read.intact { vouched(ctx, &read).await? } else { Finding::Altered };
    let Read { passport, .. } = read;
    Ok(Verdict { issuer: passport.issuer, issued_on: passport.issued_on, finding })
}

async fn vouched(ctx: &Ctx, read: &Read) -> Result<Finding> {
    let fingerprint = fingerprint(&read.passport.key);
    let own = signing_key::Entity::find_by_id(fingerprint.clone()).one(ctx.db().read()).await?;
    match own {
        Some(key) => {
            let key = Key { compromised_from: key.compromised_from };
            Ok(Finding::Ours(ours(ctx, read, key).await?))
        }
        None => {
            let issuer = issuers::trusting(ctx, ctx.db().read(), &fingerprint).await?;
            Ok(Finding::Elsewhere { fingerprint, trusted: issuer.map(|row| row.name) })
        }
    }
}

async fn ours(ctx: &Ctx, read: &Read, key: Key) -> Result<Since> {
    let signed = &read.passport;
    let row = passport::Entity::find_by_id(signed.id).one(ctx.db().read()).await?;
    let Some(row) = row else { return Ok(since(signed.issued_on, None, key)) };
    let facts = ctx.facts().await?;
    let person = facts.person(row.person_id);
    let issue = Issue {
        same: row.digest == read.digest,
        withdrawn: row.withdrawn_at.is_some(),
        revoked: person
            .is_some_and(|person| revoked_since(&facts, person, signed, row.last_judgement)),
    };
    Ok(since(signed.issued_on, Some(issue), key))
}
