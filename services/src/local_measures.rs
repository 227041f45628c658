//! Local measures: what places measure besides, brought in as files; read for a return, and beside coverage.

use crate::coverage::kind_of;
use crate::error::Result;
use crate::grants::{scope_at, scope_in, units};
use chrono::NaiveDate;
use domain::coverage::{Facts, ScopeKind, Unit};
use domain::dates::{Period, months_before};
use domain::ids::{AccountId, ImportId};
use domain::organisations::AreaIndex;
use domain::policy::Scope;
use domain::returns::changes::Keyed;
use domain::returns::local_measures::LocalMeasure;
use entities::import_run;
use entities::local_measure::{Column, Entity, Model};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};

/// For how many months up to a day a period that has ended is still told.
const TOLD_MONTHS: u32 = 12;

/// What areas and teams are called: their kind and their code.
type Names = HashMap<Scope, (ScopeKind, String)>;

/// The measures of a place, of the areas in it and of their teams, whose period ended in the twelve months up to the day; in the order
/// of the file that they are published in. Of a value that was corrected, the latest.
///
/// # Errors
/// Fails when the database does.
pub async fn of_return(
    db: &impl ConnectionTrait,
    facts: &Facts,
    place: AreaIndex,
    day: NaiveDate,
) -> Result<Vec<LocalMeasure>> {
    let (measures, _) = with_who_brought(db, facts, (place, day)).await?;
    Ok(measures)
}

/// The same with whose files they came in: the accounts of those that stand, none for the operator. Two queries.
///
/// # Errors
/// As [`of_return`].
pub(crate) async fn with_who_brought(
    db: &impl ConnectionTrait,
    facts: &Facts,
    (place, day): (AreaIndex, NaiveDate),
) -> Result<(Vec<LocalMeasure>, BTreeSet<AccountId>)> {
    let inside = units(facts).filter(|unit| lies_in(facts, *unit, place, day));
    let names = inside.filter_map(|unit| named(facts, unit)).collect();
    let rows = rows(db, &names, day).await?;
    let brought_by = brought_by(db, &rows).await?;
    Ok((measures(rows, &names), brought_by))
}

/// The same of one area or team alone, as its page shows them; there are none of anything else.
///
/// # Errors
/// As [`of_return`].
pub(crate) async fn beside(
    db: &impl ConnectionTrait,
    facts: &Facts,
    unit: Unit,
    day: NaiveDate,
) -> Result<Vec<LocalMeasure>> {
    match named(facts, unit) {
        Some(own) => {
            let names = Names::from([own]);
            Ok(measures(rows(db, &names, day).await?, &names))
        }
        None => Ok(Vec::new()),
    }
}

/// What a measure of a unit is kept under; `None` of what has none: organisations and named groups.
pub(crate) fn named(facts: &Facts, unit: Unit) -> Option<(Scope, (ScopeKind, String))> {
    match unit {
        Unit::Area(_) | Unit::Team(_) => {
            let (code, _) = facts.unit_name(unit)?;
            Some((scope_at(facts, unit)?, (kind_of(facts, unit), code.to_owned())))
        }
        Unit::Organisation(_) | Unit::NamedGroup(_) => None,
    }
}

fn lies_in(facts: &Facts, unit: Unit, place: AreaIndex, day: NaiveDate) -> bool {
    let places = &facts.places;
    match unit {
        Unit::Area(area) => places.upwards(Some(area)).any(|above| above == place),
        Unit::Team(team) => {
            let team = places.teams.get(team);
            team.is_some_and(|team| places.areas_of(team, day).any(|area| area == place))
        }
        Unit::Organisation(_) | Unit::NamedGroup(_) => false,
    }
}

/// One query, whatever it is of.
async fn rows(db: &impl ConnectionTrait, names: &Names, day: NaiveDate) -> Result<Vec<Model>> {
    let areas = names.keys().filter_map(|scope| match scope {
        Scope::Area(area) => Some(*area),
        _ => None,
    });
    let teams = names.keys().filter_map(|scope| match scope {
        Scope::Team(team) => Some(*team),
        _ => None,
    });
    let theirs = Condition::any().add(Column::AreaId.is_in(areas)).add(Column::TeamId.is_in(teams));
    let rows = Entity::find()
        .filter(Column::ReplacedAt.is_null())
        .filter(Column::LastOn.gt(months_before(day, TOLD_MONTHS)))
        .filter(Column::LastOn.lte(day))
        .filter(theirs)
        .all(db)
        .await?;
    Ok(rows)
}

/// Who brought in the files of some rows; one query.
async fn brought_by(db: &impl ConnectionTrait, rows: &[Model]) -> Result<BTreeSet<AccountId>> {
    let files: BTreeSet<ImportId> = rows.iter().map(|row| row.import_id).collect();
    let accounts: Vec<AccountId> = import_run::Entity::find()
        .select_only()
        .column(import_run::Column::AccountId)
        .filter(import_run::Column::Id.is_in(files))
        .filter(import_run::Column::AccountId.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(accounts.into_iter().collect())
}

/// In the order of the file that they are published in.
fn measures(rows: Vec<Model>, names: &Names) -> Vec<LocalMeasure> {
    let named = rows.into_iter().filter_map(|row| {
        let name = names.get(&scope_of(&row))?;
        Some(measure(row, name))
    });
    let mut measures: Vec<LocalMeasure> = named.collect();
    measures.sort_by_cached_key(LocalMeasure::key);
    measures
}

/// What a row is of.
pub(crate) const fn scope_of(row: &Model) -> Scope {
    scope_in((row.area_id, None, row.team_id))
}

fn measure(row: Model, (level, scope_code): &(ScopeKind, String)) -> LocalMeasure {
    LocalMeasure {
        code: row.code,
        definition: row.definition,
        source: row.source,
        unit: row.unit,
        level: *level,
        scope_code: scope_code.clone(),
        period: Period::new(Some(row.first_on), Some(row.last_on)),
        value: row.value,
    }
}
