//! Rows of input in the database, and the same as the rules look at them.

use crate::error::Result;
use domain::dates::Period;
use domain::ids::{MentalHealthInputId, TeamId};
use domain::inputs::{Input, Said};
use domain::refusal::Refusal;
use entities::mental_health_input as table;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Every row of these teams, in the order in which they began.
pub(crate) async fn of_teams(db: &impl ConnectionTrait, teams: &[TeamId]) -> Result<Vec<Input>> {
    let rows = table::Entity::find()
        .filter(table::Column::TeamId.is_in(teams.iter().copied()))
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    let mut inputs: Vec<Input> = rows.into_iter().map(input).collect();
    inputs.sort_by_key(|input| (input.held.from, input.id));
    Ok(inputs)
}

/// One row of a team.
///
/// # Errors
/// Refuses rows of other teams as not found.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    team: TeamId,
    id: MentalHealthInputId,
) -> Result<Input> {
    let row = table::Entity::find_by_id(id).filter(table::Column::TeamId.eq(team)).one(db).await?;
    row.map(input).ok_or_else(|| Refusal::not_found("this input").into())
}

fn input(row: table::Model) -> Input {
    Input {
        id: row.id,
        team: row.team_id,
        held: Period::new(row.starts_on, row.ends_on),
        says: Said {
            kind: row.kind,
            population: row.population,
            from_team: row.from_team_id,
            from_person: row.from_person_id,
            wte: row.wte,
            target_wte: row.target_wte,
            case_discussions: row.case_discussions,
            supervisor: row.supervisor_id,
            supervised_every: row.supervised_every,
            times: row.times,
            reach: row.reach,
        },
    }
}

/// The row with every column to be written.
pub(super) fn row(input: &Input) -> table::ActiveModel {
    let says = &input.says;
    table::ActiveModel {
        id: Set(input.id),
        team_id: Set(input.team),
        kind: Set(says.kind),
        starts_on: Set(input.held.from),
        ends_on: Set(input.held.to),
        from_team_id: Set(says.from_team),
        from_person_id: Set(says.from_person),
        wte: Set(says.wte),
        target_wte: Set(says.target_wte),
        population: Set(says.population),
        case_discussions: Set(says.case_discussions),
        supervisor_id: Set(says.supervisor),
        supervised_every: Set(says.supervised_every),
        times: Set(says.times.clone()),
        reach: Set(says.reach.clone()),
    }
}
