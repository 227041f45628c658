//! Loads the demonstration: through the imports that everybody uses, then accounts and what waits for their holders.

use super::places::Places;
use super::plan::Plan;
use super::set::Set;
use super::{
    accounts, groups, helpers, links, paying, promises, releasing, requests, teaching, training,
};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::imports::{self, Kind, Options, Source, Watch};
use crate::{reference, sharing};
use domain::codes::Sharing;
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use domain::sharing::SetSharing;
use entities::{audit_entry, person};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// How many people a demonstration can have.
const STAFF: RangeInclusive<u32> = 50..=100_000;

/// What the audit log says when the loading has ended.
const SUBJECT: &str = "demonstration";
const LOAD: &str = "load";

/// What was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demonstration {
    pub teams: usize,
    pub people: usize,
    pub judgements: usize,
    /// Requests that wait for an assessor.
    pub requests: usize,
    /// Teaching sessions of the last year and the next months.
    pub sessions: usize,
}

/// Loads a place of `staff` people into a database that has none. The same seed and day give the same place.
///
/// # Errors
/// Refuses a database with people in it, numbers out of range, and whoever may not bring in people.
pub async fn load(ctx: &Ctx, staff: u32, seed: u64) -> Result<Demonstration> {
    ctx.authorise(Action::ImportPeople, Resource::Installation, "the demonstration")?;
    refuse_unless_empty(ctx).await?;
    if !STAFF.contains(&staff) {
        let (least, most) = (STAFF.start(), STAFF.end());
        let sentence = format!("A demonstration has from {least} to {most} people.");
        return Err(Refusal::rule("demonstration-size", sentence).into());
    }
    reference::load(ctx, &Watch::default()).await?;
    let plan = Plan::new(staff, seed, ctx.today, Set::shipped()?);
    bring(ctx, Kind::Areas, &plan.places.areas_file()).await?;
    training::run_a_year(ctx).await?;
    bring(ctx, Kind::Organisations, &plan.places.organisations_file()).await?;
    share(ctx, &plan.places).await?;
    bring(ctx, Kind::Teams, &plan.places.teams_file()).await?;
    bring(ctx, Kind::Staff, &plan.staff_file()).await?;
    accounts::open(ctx).await?;
    let mut history = plan.history();
    let mut judgements = 0;
    while let Some(file) = history.next_file() {
        bring(ctx, Kind::Judgements, &file).await?;
        judgements += file.lines().count() - 1;
    }
    let requests = requests::make(ctx, &plan, &history.asking()).await?;
    links::record(ctx, &plan).await?;
    helpers::agree(ctx, &plan).await?;
    // Before the sessions, which ask for a reason where there is none.
    promises::give(ctx, &plan).await?;
    let taught = teaching::programme(&plan);
    bring(ctx, Kind::Sessions, &taught.sessions).await?;
    bring(ctx, Kind::Attendance, &taught.attendance).await?;
    teaching::lead_from_outside(ctx, &plan, &taught).await?;
    releasing::keep(ctx, &plan).await?;
    paying::add_scheme(ctx, &plan).await?;
    groups::keep(ctx, &plan).await?;
    note_end(ctx, seed).await?;
    let (teams, people, sessions) = (plan.places.teams.len(), plan.people.len(), taught.many);
    Ok(Demonstration { teams, people, judgements, requests, sessions })
}

/// Says in the audit log that all of it is there.
async fn note_end(ctx: &Ctx, seed: u64) -> Result<()> {
    let change = ctx.change(Touches::Nothing).await?;
    change.commit(Entry::new(LOAD, SUBJECT, seed)).await
}

/// Whether a demonstration in this database has all that it should have.
///
/// # Errors
/// Refuses a database with the accounts of a demonstration whose loading has not ended.
pub async fn refuse_half_loaded(ctx: &Ctx) -> Result<()> {
    use audit_entry::Column::{Action, Subject};
    let loaded = audit_entry::Entity::find().filter(Subject.eq(SUBJECT)).filter(Action.eq(LOAD));
    if accounts::sign_ins(ctx).await?.is_empty() || loaded.count(ctx.db().read()).await? > 0 {
        return Ok(());
    }
    let sentence = "The demonstration in this database is not complete: another process is still loading it, or its \
                    loading was interrupted. If nothing is loading it, start with an empty database; make clean-demo \
                    removes the one of make run.";
    Err(Refusal::rule("demonstration-incomplete", sentence).into())
}

async fn refuse_unless_empty(ctx: &Ctx) -> Result<()> {
    if person::Entity::find().count(ctx.db().read()).await? == 0 {
        return Ok(());
    }
    let sentence = "There are people in this database, and a demonstration never overwrites any. Use an empty one.";
    Err(Refusal::rule("demonstration-over-people", sentence).into())
}

/// Brings one file in as anybody would.
async fn bring(ctx: &Ctx, kind: Kind, text: &str) -> Result<()> {
    let source = Source::text(&format!("demonstration/{kind}.csv"), text);
    let options = Options::at(ctx.today);
    imports::bring_in(ctx, kind, &source, &options, &Watch::default()).await?;
    Ok(())
}

/// Sets what organisations share, where they do not share it already.
async fn share(ctx: &Ctx, places: &Places) -> Result<()> {
    let facts = ctx.facts().await?;
    let known: HashMap<&str, Sharing> = facts
        .places
        .organisations
        .iter()
        .map(|known| (&*known.code, known.sharing_at(ctx.today)))
        .collect();
    for organisation in &places.organisations {
        let typed = SetSharing { level: organisation.sharing, from: ctx.today };
        if known.get(&*organisation.code) != Some(&typed.level) {
            sharing::set(ctx, &organisation.code, typed).await?;
        }
    }
    Ok(())
}
