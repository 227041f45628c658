//! One revision, for whoever checks, approves, submits or reads it.

use super::approvers::approvers;
use super::beside::beside;
use super::files::lines;
use super::kept::{Kept, Summary, kept};
use super::list::line;
use super::may::{Readable, readable};
use super::noted::noted;
use super::stored::Stored;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::Actors;
use domain::coverage::Facts;
use domain::paging::Paged;
use domain::policy::{Action, Resource, may};
use domain::returns::checks::{Concern, Severity, may_be_checked};
use domain::returns::history::{is_beside_all, may_take, next};
use domain::returns::views::{Corrected, CorrectedBy, MayDo, ReturnLine, ReturnPage, Taken};
use domain::returns::{Cell, Change, ReturnId, Step};
use entities::return_event;
use sea_orm::ConnectionTrait;

/// A revision with a page of the cells that it corrects; as many queries, whatever its size.
///
/// # Errors
/// Refuses what the asker may not read, as not found.
pub async fn one(ctx: &Ctx, id: &ReturnId, page: usize) -> Result<ReturnPage> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    let db = ctx.db().read();
    let row = of.stored.row.id;
    let kept = kept(db, row).await?;
    let known: Vec<ReturnId> =
        beside(db, of.place, &kept.teams).await?.into_iter().map(|(id, _)| id).collect();
    let outdated = is_beside_all(id, &kept.summary.beside, &known).err();
    let outdated = outdated.filter(|_| !of.stored.is_locked()).map(|refusal| refusal.to_string());
    let standing = Standing { ctx, of: &of, kept: &kept, outdated };
    let may_do = standing.may_do();
    let line = line_of(&of, &kept);
    let (waits_for, next) = (standing.waits_for(may_do), next(&of.stored.events()));
    let concerns = match of.rights.reads {
        true => noted(db, &of, kept.summary.concerns.clone()).await?,
        false => Vec::new(),
    };
    let is_to_approve = next == Some(Step::Approved) && standing.outdated.is_none();
    let approvers = match is_to_approve && of.rights.reads {
        true => Some(approvers(ctx, &facts, &of, &kept).await?),
        false => None,
    };
    Ok(ReturnPage {
        line,
        history: history(&facts, db, (&of.stored, &kept.digest), of.sees_accounts(ctx)).await?,
        concerns,
        waits_for,
        approvers,
        next,
        may: may_do,
        files: lines(db, row).await?,
        correction: corrected(&kept.summary, page),
        framework: kept.summary.framework,
        findings: kept.summary.findings,
        texts: kept.summary.texts,
        digest: kept.digest,
        has_annex: has_annex(ctx, &facts, &of),
        corrected_by: corrected_by(&of),
        drift: None,
    })
}

/// Whether the asker may open the restricted annex: they have a hand in the return, and see the exact figures of the place anyway.
fn has_annex(ctx: &Ctx, facts: &Facts, of: &Readable<'_>) -> bool {
    let place = facts.places.located_area(of.at);
    let reads_figures = may(&ctx.actor, Action::ReadFigures, Resource::Place(&place));
    reads_figures && (of.rights.prepares || of.rights.approves)
}

/// The line of a revision, as lists show it.
pub(super) fn line_of(of: &Readable<'_>, kept: &Kept) -> ReturnLine {
    let row = &of.stored.row;
    let last = of.stored.taken.last();
    let last = last.map_or((Step::Prepared, row.begun_at), |last| (last.step, last.at));
    let corrects = |other: &&Stored| other.row.number > row.number && other.is_locked();
    let is_corrected = of.all.iter().any(|other| corrects(&other));
    let told = (kept.recipient.clone(), is_corrected);
    line((of.place, of.stored.id.clone()), last, told)
}

/// The revision after it, where it is there for the reader.
fn corrected_by(of: &Readable<'_>) -> Option<CorrectedBy> {
    let number = of.stored.row.number + 1;
    let after = of.all.iter().find(|other| other.row.number == number)?;
    let is_told = of.rights.finds(&after.steps());
    is_told.then(|| CorrectedBy { id: after.id.clone(), is_submitted: after.is_locked() })
}

/// A revision as it stands, before whoever reads it.
struct Standing<'a> {
    ctx: &'a Ctx,
    of: &'a Readable<'a>,
    kept: &'a Kept,
    /// Why it has to be prepared again first.
    outdated: Option<String>,
}

impl Standing<'_> {
    /// What the reader may do now.
    fn may_do(&self) -> MayDo {
        let Readable { rights, stored, all, .. } = self.of;
        let takes =
            |step| self.outdated.is_none() && rights.takes_now(self.ctx, (stored, self.kept), step);
        let is_locked = stored.is_locked();
        let is_last = all.last().is_some_and(|last| last.id == stored.id);
        MayDo {
            prepare_again: rights.prepares && !is_locked,
            check: takes(Step::Checked) && self.must_be_mended().is_none(),
            approve: takes(Step::Approved),
            submit: takes(Step::Submitted),
            revise: rights.prepares && is_locked && is_last,
            say: rights.prepares && !is_locked,
            hand_over: (rights.prepares || rights.approves) && is_locked,
        }
    }

    /// What is missing; `None` where the reader may take the next step, and where there is none.
    fn waits_for(&self, may: MayDo) -> Option<String> {
        let step = next(&self.of.stored.events())?;
        if let Some(sentence) = &self.outdated {
            return Some(sentence.clone());
        }
        match step {
            Step::Prepared => None,
            Step::Checked => self.must_be_mended().or_else(|| {
                let sentence =
                    "It waits to be checked by somebody who prepares returns of this place";
                (!may.check).then(|| sentence.to_owned())
            }),
            Step::Approved => (!may.approve).then(|| self.why_not_approved()),
            Step::Submitted => (!may.submit).then(|| "It waits to be submitted".to_owned()),
        }
    }

    fn must_be_mended(&self) -> Option<String> {
        let must = |concern: &&Concern| concern.severity == Severity::Must;
        let must: Vec<Concern> = self.kept.summary.concerns.iter().filter(must).cloned().collect();
        may_be_checked(&must, &[]).err().map(|refusal| refusal.to_string())
    }

    fn why_not_approved(&self) -> String {
        let Readable { rights, stored, .. } = self.of;
        let by = (self.ctx.actor.account_id(), self.kept.digest.as_str());
        let (events, wrote) = (stored.events(), &self.kept.summary.wrote);
        let own = may_take(&stored.id, (&events, wrote), Step::Approved, by).err();
        let own = own.filter(|_| rights.approves).map(|refusal| refusal.to_string());
        let others = "It waits for approval by somebody who neither prepared nor checked it";
        own.unwrap_or_else(|| others.to_owned())
    }
}

/// All that was done with it; one query for the names.
async fn history(
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, digest): (&Stored, &str),
    sees_accounts: bool,
) -> Result<Vec<Taken>> {
    let accounts = stored.taken.iter().filter_map(|row| row.by_account_id);
    let actors = Actors::of(facts, db, accounts).await?;
    let taken = |row: &return_event::Model| Taken {
        step: row.step,
        by: by_whom(&actors, row, sees_accounts),
        at: in_london(row.at),
        is_outdated: row.digest != digest,
    };
    Ok(stored.taken.iter().map(taken).collect())
}

pub(super) fn by_whom(actors: &Actors, row: &return_event::Model, sees_accounts: bool) -> String {
    let named = row.by_account_id.and_then(|account| actors.name_to(account, sees_accounts));
    match named {
        Some(name) => name.to_owned(),
        None if row.by_itself => "a scheduled job".to_owned(),
        None => "the operator".to_owned(),
    }
}

/// `None` of a first revision.
fn corrected(summary: &Summary, page: usize) -> Option<Corrected> {
    let correction = summary.correction.as_ref()?;
    let changes = Paged::of(correction.cells.iter().collect(), page);
    let told = |change: &Change<Cell>| change.told(&summary.titles).unwrap_or_default();
    Some(Corrected {
        of: correction.of.clone(),
        reason: correction.reason.clone(),
        changes: changes.map(told),
        others: correction.others_told(),
    })
}
