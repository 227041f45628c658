//! Cover rules, and who helps which team by its mental health input, from rows to positions.

use super::load::{level, positions};
use crate::db::Db;
use crate::error::Result;
use domain::coverage::Facts;
use domain::coverage::cover::{Arrangement, Asks, Helper, Item, Rule, Whose};
use domain::dates::Period;
use domain::ids::{AreaId, TeamId};
use entities::{cover_rule, mental_health_input};
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::HashMap;

pub(super) async fn load_cover(
    db: &Db,
    facts: &mut Facts,
    teams: &HashMap<TeamId, usize>,
) -> Result<()> {
    let areas = positions(facts.places.areas.iter().map(|area| area.id));
    let rows = cover_rule::Entity::find().order_by_asc(cover_rule::Column::Id);
    let rows = rows.all(db.read()).await?;
    facts.cover_rules = rows.into_iter().filter_map(|row| rule(row, teams, &areas)).collect();
    let rows = mental_health_input::Entity::find().order_by_asc(mental_health_input::Column::Id);
    let rows = rows.all(db.read()).await?;
    facts.arrangements = rows.iter().filter_map(|row| arrangement(row, teams)).collect();
    Ok(())
}

fn rule(
    row: cover_rule::Model,
    teams: &HashMap<TeamId, usize>,
    areas: &HashMap<AreaId, usize>,
) -> Option<Rule> {
    let (asks, held) = (asks_of(&row), Period::new(Some(row.starts_on), row.ends_on));
    let whose = match (row.team_id, row.setting) {
        (Some(team), _) => Whose::Team(*teams.get(&team)?),
        (None, setting) => {
            let area = match row.area_id {
                Some(id) => Some(*areas.get(&id)?),
                None => None,
            };
            Whose::Setting { setting: setting?, area }
        }
    };
    let domain = row.domain_code.map(Item::Domain);
    let item = domain.or_else(|| row.competency_code.map(Item::Competency))?;
    Some(Rule { id: row.id, whose, item, asks, held })
}

/// What a stored rule asks.
pub(crate) fn asks_of(row: &cover_rule::Model) -> Asks {
    let number = |stored: i32| u32::try_from(stored).unwrap_or(1);
    let (people, professions) = (number(row.people), number(row.professions));
    Asks { people, level: level(row.level), professions }
}

/// A row that names somebody means them alone; one that names nobody and no team helps with nothing that could be counted.
fn arrangement(
    row: &mental_health_input::Model,
    teams: &HashMap<TeamId, usize>,
) -> Option<Arrangement> {
    let helper = match (row.from_person_id, row.from_team_id) {
        (Some(person), _) => Helper::Person(person),
        (None, team) => Helper::Team(*teams.get(&team?)?),
    };
    let held = Period::new(row.starts_on, row.ends_on);
    Some(Arrangement { team: *teams.get(&row.team_id)?, held, helper })
}
