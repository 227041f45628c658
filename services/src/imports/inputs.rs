//! Mental health input from the column of a team file: shorthand for one row that says the kind alone.

use super::check::Check;
use super::row::Said;
use crate::error::Result;
use domain::codes::InputKind;
use domain::ids::{MentalHealthInputId, TeamId};
use entities::mental_health_input;
use sea_orm::EntityTrait;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What stands of the input of each team.
#[derive(Default)]
pub(super) struct OnRecord {
    /// The row that the column stands for.
    shorthand: HashMap<TeamId, mental_health_input::Model>,
    /// Teams with rows that say more: those are kept on the team's page, and the column says nothing of them.
    kept: HashSet<TeamId>,
}

pub(super) async fn on_record(check: &Check<'_>) -> Result<OnRecord> {
    let mut found = OnRecord::default();
    for row in mental_health_input::Entity::find().all(check.db()).await? {
        if is_shorthand(&row) {
            found.shorthand.insert(row.team_id, row);
        } else {
            found.kept.insert(row.team_id);
        }
    }
    Ok(found)
}

fn is_shorthand(row: &mental_health_input::Model) -> bool {
    let mental_health_input::Model { id, team_id, kind, .. } = *row;
    *row == bare(id, team_id, kind)
}

const fn bare(
    id: MentalHealthInputId,
    team_id: TeamId,
    kind: InputKind,
) -> mental_health_input::Model {
    mental_health_input::Model {
        id,
        team_id,
        kind,
        starts_on: None,
        ends_on: None,
        from_team_id: None,
        from_person_id: None,
        wte: None,
        target_wte: None,
        population: None,
        case_discussions: None,
        supervisor_id: None,
        supervised_every: None,
        times: None,
        reach: None,
    }
}

impl OnRecord {
    /// What the column says of a team, where it has a say.
    pub fn heard(&self, team: TeamId, says: Said<InputKind>) -> Said<InputKind> {
        if self.kept.contains(&team) { Said::Nothing } else { says }
    }

    /// The kind that the column stands for.
    pub fn kind(&self, team: TeamId) -> Option<InputKind> {
        self.shorthand.get(&team).map(|row| row.kind)
    }

    pub fn settle(&self, check: &mut Check<'_>, team: TeamId, says: Said<InputKind>) {
        let before = self.shorthand.get(&team);
        let kind = says.or(before.map(|row| row.kind));
        match (kind, before) {
            (Some(kind), Some(before)) if kind != before.kind => {
                check.plan.inputs.correct(bare(before.id, team, kind));
            }
            (Some(kind), None) => {
                let id = MentalHealthInputId(Uuid::now_v7());
                check.plan.inputs.add(bare(id, team, kind));
            }
            (None, Some(before)) => check.plan.inputs_ended.push(before.id),
            _ => {}
        }
    }
}
