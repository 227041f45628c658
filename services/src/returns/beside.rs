//! The submitted returns that a return is held against: those of its place, and those of other places that have a team which is, or was,
//! of this one. A team that moves takes along what was told of it.

use super::stored::id_in;
use crate::error::Result;
use domain::ids::{AreaId, ReturnRevisionId};
use domain::organisations::Area;
use domain::returns::{ReturnId, Step};
use entities::{area, return_event, return_kept, return_revision};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeSet, HashMap};

/// A submitted revision of any place.
struct Submitted {
    row: ReturnRevisionId,
    place: AreaId,
    id: ReturnId,
    /// The codes of its teams, a line each.
    teams: String,
}

/// Those that a return of a place with these teams is held against, in the order of their names; four queries.
pub(super) async fn beside(
    db: &impl ConnectionTrait,
    place: &Area,
    teams: &BTreeSet<String>,
) -> Result<Vec<(ReturnId, ReturnRevisionId)>> {
    let all = submitted(db).await?;
    let is_own = |one: &Submitted| one.place == place.id;
    let mut ours: BTreeSet<&str> = teams.iter().map(String::as_str).collect();
    ours.extend(all.iter().filter(|one| is_own(one)).flat_map(|one| one.teams.lines()));
    let has_ours = |one: &Submitted| one.teams.lines().any(|team| ours.contains(team));
    let known = all.iter().filter(|one| is_own(one) || has_ours(one));
    let mut beside: Vec<(ReturnId, ReturnRevisionId)> =
        known.map(|one| (one.id.clone(), one.row)).collect();
    beside.sort();
    Ok(beside)
}

/// Every submitted revision, without what it says.
async fn submitted(db: &impl ConnectionTrait) -> Result<Vec<Submitted>> {
    let locked: Vec<ReturnRevisionId> = return_event::Entity::find()
        .select_only()
        .column(return_event::Column::RevisionId)
        .filter(return_event::Column::Step.eq(Step::Submitted))
        .into_tuple()
        .all(db)
        .await?;
    let rows = return_revision::Entity::find()
        .filter(return_revision::Column::Id.is_in(locked.iter().copied()))
        .all(db)
        .await?;
    let teams: Vec<(ReturnRevisionId, String)> = return_kept::Entity::find()
        .select_only()
        .columns([return_kept::Column::RevisionId, return_kept::Column::Teams])
        .filter(return_kept::Column::RevisionId.is_in(locked))
        .into_tuple()
        .all(db)
        .await?;
    let codes: Vec<(AreaId, String)> = area::Entity::find()
        .select_only()
        .columns([area::Column::Id, area::Column::Code])
        .filter(area::Column::Id.is_in(rows.iter().map(|row| row.place_id)))
        .into_tuple()
        .all(db)
        .await?;
    let mut teams: HashMap<ReturnRevisionId, String> = teams.into_iter().collect();
    let codes: HashMap<AreaId, String> = codes.into_iter().collect();
    let whole = |row: &return_revision::Model| {
        let id = id_in(codes.get(&row.place_id)?, row);
        let teams = teams.remove(&row.id).unwrap_or_default();
        Some(Submitted { row: row.id, place: row.place_id, id, teams })
    };
    Ok(rows.iter().filter_map(whole).collect())
}
