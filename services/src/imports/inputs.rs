//! Mental health input from the column of a team file: shorthand for one row without dates, source and hours.

use super::check::Check;
use super::row::Said;
use crate::error::Result;
use domain::codes::InputKind;
use domain::ids::{MentalHealthInputId, TeamId};
use entities::mental_health_input;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;
use uuid::Uuid;

/// The row of each team that the column stands for.
pub(super) async fn shorthand(
    check: &Check<'_>,
) -> Result<HashMap<TeamId, mental_health_input::Model>> {
    use mental_health_input::Column as C;
    let bare = mental_health_input::Entity::find()
        .filter(C::StartsOn.is_null())
        .filter(C::EndsOn.is_null())
        .filter(C::FromTeamId.is_null())
        .filter(C::FromPersonId.is_null())
        .filter(C::Wte.is_null());
    Ok(bare.all(check.db()).await?.into_iter().map(|row| (row.team_id, row)).collect())
}

pub(super) fn settle(
    check: &mut Check<'_>,
    team_id: TeamId,
    says: Said<InputKind>,
    before: Option<&mental_health_input::Model>,
) {
    let kind = says.or(before.map(|row| row.kind));
    match (kind, before) {
        (Some(kind), Some(before)) if kind != before.kind => {
            check.plan.inputs.correct(mental_health_input::Model { kind, ..before.clone() });
        }
        (Some(kind), None) => check.plan.inputs.add(mental_health_input::Model {
            id: MentalHealthInputId(Uuid::now_v7()),
            team_id,
            kind,
            starts_on: None,
            ends_on: None,
            from_team_id: None,
            from_person_id: None,
            wte: None,
        }),
        (None, Some(before)) => check.plan.inputs_ended.push(before.id),
        _ => {}
    }
}
