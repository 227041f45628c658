//! Everything that is computed of a revision, from the facts and the tables as they are: the heavy part, outside any transaction.

mod put_together; // from facts and rows to what the files say

use super::basis::Said;
use super::earlier::Earlier;
use super::kept::{self, Summary, written};
use super::loaded::{Loaded, team_codes, teams_in};
use super::may::readable;
use super::not_found;
use super::pack::{self, File, Papers};
use super::shown::framework_of;
use super::texts::texts;
use super::turn::Turn;
use crate::coverage::counting;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::{local_measures, return_recipients};
use chrono::NaiveDate;
use domain::codes::{JudgementKind, VersionState};
use domain::coverage::Facts;
use domain::frameworks::version_at;
use domain::ids::{AccountId, AreaId, JudgementSequence};
use domain::organisations::{Area, AreaIndex};
use domain::refusal::Refusal;
use domain::returns::checks::Concern;
use domain::returns::local_measures::LocalMeasure;
use domain::returns::recipients::recipient_at;
use domain::returns::rows::place_of;
use domain::returns::{Contents, Frozen, ReturnId};
use entities::{framework_version, judgement, post, post_terms, return_word};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is to be computed.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub id: ReturnId,
    /// Of a correction.
    pub reason: Option<String>,
    /// The submitted returns that it is held against; all where none are named.
    pub beside: Option<Vec<ReturnId>>,
    /// What is said of a need and not stored yet.
    pub said: Option<Said>,
}

/// A revision as it was computed.
#[derive(Clone, Debug)]
pub(super) struct Computed {
    pub contents: Contents,
    pub concerns: Vec<Concern>,
    pub frozen: Frozen,
    pub beside: Vec<ReturnId>,
    /// Whose words or local measures stand in it. No file names them.
    pub wrote: Vec<AccountId>,
    /// The codes of the teams of the place on the day.
    pub teams: BTreeSet<String>,
}

/// The same with its files, ready to be stored.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    pub files: Vec<File>,
    pub digest: String,
    pub beside: Vec<ReturnId>,
    pub teams: BTreeSet<String>,
    pub recipient: String,
    pub concerns: Vec<Concern>,
    /// JSON, as the three are stored.
    pub summary: String,
    pub contents: String,
    pub frozen: String,
}

/// What is said of a need, and by whom: nobody where the operator said it.
struct Word {
    words: String,
    by: Option<AccountId>,
}

/// What it is computed from, besides the facts.
struct Work {
    target: Target,
    /// The place.
    at: AreaIndex,
    framework: String,
    version: i32,
    loaded: Loaded,
    /// Confirmations that were brought in from files.
    brought: BTreeSet<JudgementSequence>,
    /// By what names each need.
    words: BTreeMap<String, Word>,
    local_measures: Vec<LocalMeasure>,
    /// Who brought those in.
    brought_by: BTreeSet<AccountId>,
    recipient: String,
    teams: BTreeSet<String>,
    earlier: Earlier,
    today: NaiveDate,
}

/// Computes a revision from the facts as they are when its turn has come; as many queries, whatever the size of the place.
///
/// # Errors
/// Refuses a day on which no framework was published.
pub(super) async fn compute(ctx: &Ctx, target: Target, turn: &Turn) -> Result<Computed> {
    let facts = ctx.facts().await?;
    // On the heap: it holds many queries, and whoever prepares would carry them along.
    let work = Box::pin(Work::load(ctx, &facts, target)).await?;
    let turn = Arc::clone(turn);
    let computed = counting(&facts, move |facts| {
        let _turn = turn;
        put_together::put_together(facts, work)
    });
    computed.await?
}

/// The files of what was computed, beside what answers browsers.
///
/// # Errors
/// Fails where a file cannot be written.
pub(super) async fn packed(ctx: &Ctx, computed: Computed, turn: Turn) -> Result<Packed> {
    let papers = ctx.papers();
    let packing = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        Packed::of(computed, papers)
    });
    packing.await.map_err(|e| Error::fault("writing a return", e))?
}

/// What the files of a revision would say if they were written from the database as it is. A submitted one is held against the returns
/// that it was held against then.
///
/// # Errors
/// Refuses what the asker may not read, as not found.
pub(crate) async fn contents_of(ctx: &Ctx, id: &ReturnId) -> Result<Contents> {
    let facts = ctx.facts().await?;
    let of = readable(ctx, &facts, id).await?;
    let beside = match of.stored.is_locked() {
        true => Some(kept::kept(ctx.db().read(), of.stored.row.id).await?.summary.beside),
        false => None,
    };
    let target =
        Target { id: id.clone(), reason: of.stored.row.reason.clone(), beside, said: None };
    let turn = ctx.services.turns.take().await?;
    Ok(compute(ctx, target, &turn).await?.contents)
}

impl Packed {
    fn of(computed: Computed, papers: Option<Papers>) -> Result<Self> {
        let Computed { contents, concerns, frozen, beside, wrote, teams } = computed;
        let files = pack::package(&contents, papers)?;
        let summary = Summary {
            framework: framework_of(&contents),
            findings: contents.findings.clone(),
            concerns: concerns.clone(),
            correction: contents.correction.clone(),
            titles: titles_of_changes(&contents),
            beside: beside.clone(),
            wrote,
            texts: texts(&contents),
        };
        Ok(Self {
            digest: pack::digest(&files),
            files,
            beside,
            teams,
            concerns,
            summary: written(&summary)?,
            contents: written(&contents)?,
            frozen: written(&frozen)?,
            recipient: contents.recipient,
        })
    }
}

/// What the domains of changed figures are called, for the page that lists them.
fn titles_of_changes(contents: &Contents) -> BTreeMap<String, String> {
    let cells = contents.correction.iter().flat_map(|correction| &correction.cells);
    let sides = cells.flat_map(|change| [&change.from, &change.to]).flatten();
    let items: BTreeSet<&String> = sides.map(|cell| &cell.key.item).collect();
    let titled = |item: &String| Some((item.clone(), contents.titles.items.get(item)?.clone()));
    items.into_iter().filter_map(titled).collect()
}

impl Work {
    async fn load(ctx: &Ctx, facts: &Facts, target: Target) -> Result<Self> {
        let db = ctx.db().read();
        let day = target.id.date;
        let at = place_of(facts, &target.id.place).ok_or_else(not_found)?;
        let place = facts.places.areas.get(at).ok_or_else(not_found)?;
        let mut words = words(db, place.id, day).await?;
        if let Some(Said { need, words: said }) = target.said.clone() {
            words.insert(need, Word { words: said, by: ctx.actor.account_id() });
        }
        let (local_measures, brought_by) =
            local_measures::with_who_brought(db, facts, (at, day)).await?;
        let (framework, version) = framework(facts, db, day).await?;
        let added = return_recipients::added(db).await?;
        let named = (&target.id, target.beside.as_deref());
        let teams = team_codes(facts, (at, day));
        Ok(Self {
            framework,
            version,
            loaded: Loaded::load(ctx, facts, (at, day)).await?,
            brought: brought(facts, db, (at, day)).await?,
            words,
            local_measures,
            brought_by,
            recipient: recipient_at(&added, day).map(|of| of.name).unwrap_or_default(),
            earlier: Earlier::load(db, (place, &teams), named).await?,
            teams,
            today: ctx.today,
            at,
            target,
        })
    }

    fn place<'f>(&self, facts: &'f Facts) -> Result<&'f Area> {
        facts.places.areas.get(self.at).ok_or_else(not_found)
    }
}

/// The name and number of the version that holds on a day; one query.
async fn framework(
    facts: &Facts,
    db: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<(String, i32)> {
    let none = || {
        let sentence =
            "There is no published framework, so nothing is asked of anybody; publish one first";
        Refusal::rule("return_framework", sentence)
    };
    let version = version_at(&facts.versions, day).and_then(|at| facts.versions.get(at));
    let number = version.ok_or_else(none)?.number;
    let published = [VersionState::Published, VersionState::Retired];
    let row = framework_version::Entity::find()
        .filter(framework_version::Column::Number.eq(number))
        .filter(framework_version::Column::State.is_in(published))
        .one(db)
        .await?;
    Ok((row.ok_or_else(none)?.title, number))
}

/// The confirmed levels of people of the place that came from files, by their place in the order of recording; one query.
async fn brought(
    facts: &Facts,
    db: &impl ConnectionTrait,
    of: (AreaIndex, NaiveDate),
) -> Result<BTreeSet<JudgementSequence>> {
    use JudgementKind::{Accepted, Confirmed, Recognised};
    let posts = post_terms::Entity::find()
        .select_only()
        .column(post_terms::Column::PostId)
        .filter(post_terms::Column::TeamId.is_in(teams_in(facts, of)))
        .into_query();
    let people = post::Entity::find()
        .select_only()
        .column(post::Column::PersonId)
        .filter(post::Column::Id.in_subquery(posts))
        .into_query();
    let brought: Vec<JudgementSequence> = judgement::Entity::find()
        .select_only()
        .column(judgement::Column::Sequence)
        .filter(judgement::Column::ImportId.is_not_null())
        .filter(judgement::Column::Kind.is_in([Accepted, Confirmed, Recognised]))
        .filter(judgement::Column::PersonId.in_subquery(people))
        .into_tuple()
        .all(db)
        .await?;
    Ok(brought.into_iter().collect())
}

/// What a lead says of each need of a place on a day, the last of it; one query.
async fn words(
    db: &impl ConnectionTrait,
    place: AreaId,
    day: NaiveDate,
) -> Result<BTreeMap<String, Word>> {
    let rows = return_word::Entity::find()
        .filter(return_word::Column::PlaceId.eq(place))
        .filter(return_word::Column::ReferenceDate.eq(day))
        .order_by_asc(return_word::Column::Id)
        .all(db)
        .await?;
    let word = |row: return_word::Model| Word { words: row.words, by: row.said_by_id };
    Ok(rows.into_iter().map(|row| (row.need.clone(), word(row))).collect())
}
