//! All returns that somebody may see, and the places that they may prepare one for.

use super::may::Rights;
use super::stored::id_of;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::codes::AreaKind;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::dates::days_after;
use domain::ids::{AreaId, ReturnRevisionId};
use domain::organisations::{Area, AreaIndex};
use domain::paging::Paged;
use domain::policy::{Action, Resource, may};
use domain::returns::views::{ReturnLine, Returns};
use domain::returns::{ReturnId, Step};
use domain::years::Quarter;
use entities::{return_event, return_kept, return_revision};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A step with a revision, the last one in a list, and when it was taken.
pub(super) type Last = (Step, DateTime<Utc>);

/// A page of the returns that are there for the asker: submitted ones, which are published, and others of places where they may; three
/// queries besides the facts.
///
/// # Errors
/// Refuses whoever has no account.
pub async fn list(ctx: &Ctx, page: usize) -> Result<Returns> {
    ctx.authorise(Action::ReadPublished, Resource::Installation, "this page")?;
    let facts = ctx.facts().await?;
    let (facts, db): (&Facts, _) = (facts.as_ref(), ctx.db().read());
    let rights = rights(ctx, facts);
    let taken = taken(db).await?;
    let rows = return_revision::Entity::find().all(db).await?;
    let mut seen: Vec<Seen<'_>> =
        rows.iter().filter_map(|row| Seen::of((facts, &rights), (row, &taken))).collect();
    // One that is begun corrects nothing yet.
    let submitted = seen.iter().filter(|one| one.last.0 == Step::Submitted);
    let submitted: HashSet<_> = submitted.map(|one| numbered(one.row)).collect();
    seen.sort_by_cached_key(|one| {
        let (date, number) = (one.row.reference_date, one.row.number);
        (Reverse(date), one.place.name.to_lowercase(), one.place.code.clone(), Reverse(number))
    });
    let page = Paged::of(seen, page);
    let recipients = recipients(db, page.entries.iter().map(|one| one.row.id)).await?;
    let lines = page.map(|one| {
        let recipient = recipients.get(&one.row.id).cloned().unwrap_or_default();
        let (place, date, number) = numbered(one.row);
        let is_corrected = submitted.contains(&(place, date, number + 1));
        line((one.place, id_of(one.place, one.row)), one.last, (recipient, is_corrected))
    });
    let offered = days_after(Quarter::of(ctx.today).first_day(), -1);
    let keeps_recipients = may(&ctx.actor, Action::KeepRecipients, Resource::Installation);
    let places = places(facts, &rights);
    let may_schedule = !places.is_empty();
    Ok(Returns { places, offered, may_schedule, keeps_recipients, lines })
}

/// A revision as lists and its page show it.
pub(super) fn line(
    (place, id): (&Area, ReturnId),
    (stands, at): Last,
    (recipient, is_corrected): (String, bool),
) -> ReturnLine {
    let (place_name, on) = (place.name.clone(), in_london(at).date());
    ReturnLine { id, place_name, recipient, stands, on, is_corrected }
}

/// A revision that the asker may read.
struct Seen<'a> {
    row: &'a return_revision::Model,
    place: &'a Area,
    last: Last,
}

impl<'a> Seen<'a> {
    fn of(
        (facts, rights): (&'a Facts, &BTreeMap<AreaIndex, Rights>),
        (row, taken): (&'a return_revision::Model, &HashMap<ReturnRevisionId, Vec<Last>>),
    ) -> Option<Self> {
        let at = facts.places.area_at(row.place_id)?;
        let (place, taken) = (facts.places.areas.get(at)?, taken.get(&row.id)?);
        let steps: Vec<Step> = taken.iter().map(|(step, _)| *step).collect();
        let (rights, last) = (rights.get(&at), *taken.last()?);
        let is_there = rights.map_or(last.0 == Step::Submitted, |rights| rights.finds(&steps));
        is_there.then_some(Self { row, place, last })
    }
}

fn numbered(row: &return_revision::Model) -> (AreaId, NaiveDate, i32) {
    (row.place_id, row.reference_date, row.number)
}

/// What the asker may do in each place.
fn rights(ctx: &Ctx, facts: &Facts) -> BTreeMap<AreaIndex, Rights> {
    let areas = facts.places.areas.iter().enumerate();
    let places = areas.filter(|(_, area)| area.kind == AreaKind::Place);
    places.map(|(at, _)| (at, Rights::at(ctx, facts, at))).collect()
}

/// The places that the asker prepares returns for, by name.
fn places(facts: &Facts, rights: &BTreeMap<AreaIndex, Rights>) -> Vec<Heading> {
    let prepared = rights.iter().filter(|(_, rights)| rights.prepares);
    let areas = prepared.filter_map(|(at, _)| facts.places.areas.get(*at));
    let mut places: Vec<Heading> =
        areas.map(|area| Heading { code: area.code.clone(), title: area.name.clone() }).collect();
    places.sort_by_cached_key(|place| (place.title.to_lowercase(), place.code.clone()));
    places
}

/// The steps with each revision, in their order.
async fn taken(db: &impl ConnectionTrait) -> Result<HashMap<ReturnRevisionId, Vec<Last>>> {
    let steps: Vec<(ReturnRevisionId, Step, DateTime<Utc>)> = return_event::Entity::find()
        .select_only()
        .columns([
            return_event::Column::RevisionId,
            return_event::Column::Step,
            return_event::Column::At,
        ])
        .order_by_asc(return_event::Column::RevisionId)
        .order_by_asc(return_event::Column::Sequence)
        .into_tuple()
        .all(db)
        .await?;
    let mut taken: HashMap<ReturnRevisionId, Vec<Last>> = HashMap::new();
    for (revision, step, at) in steps {
        taken.entry(revision).or_default().push((step, at));
    }
    Ok(taken)
}

async fn recipients(
    db: &impl ConnectionTrait,
    revisions: impl Iterator<Item = ReturnRevisionId>,
) -> Result<HashMap<ReturnRevisionId, String>> {
    let recipients: Vec<(ReturnRevisionId, String)> = return_kept::Entity::find()
        .select_only()
        .columns([return_kept::Column::RevisionId, return_kept::Column::Recipient])
        .filter(return_kept::Column::RevisionId.is_in(revisions))
        .into_tuple()
        .all(db)
        .await?;
    Ok(recipients.into_iter().collect())
}
