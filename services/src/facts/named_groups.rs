//! Named groups and their members, from rows to positions.

use super::load::positions;
use crate::db::Db;
use crate::error::Result;
use domain::coverage::named_groups::{GroupMember, NamedGroup};
use domain::coverage::{Facts, Unit};
use domain::dates::Period;
use domain::ids::{AreaId, OrganisationId, TeamId};
use entities::{named_group, named_group_member};
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::HashMap;

/// Where everything that can be a member stands.
struct Known<'a> {
    areas: HashMap<AreaId, usize>,
    organisations: HashMap<OrganisationId, usize>,
    teams: &'a HashMap<TeamId, usize>,
}

pub(super) async fn load_named_groups(
    db: &Db,
    facts: &mut Facts,
    teams: &HashMap<TeamId, usize>,
) -> Result<()> {
    let areas = positions(facts.places.areas.iter().map(|area| area.id));
    let organisations = positions(facts.places.organisations.iter().map(|own| own.id));
    let known = Known { areas, organisations, teams };
    let rows = named_group::Entity::find().order_by_asc(named_group::Column::Code);
    let rows = rows.all(db.read()).await?;
    let groups = positions(rows.iter().map(|row| row.id));
    facts.named_groups = rows.into_iter().map(without_members).collect();
    let rows = named_group_member::Entity::find()
        .order_by_asc(named_group_member::Column::StartsOn)
        .order_by_asc(named_group_member::Column::Id);
    for row in rows.all(db.read()).await? {
        let Some(unit) = known.unit(&row) else { continue };
        if let Some(&at) = groups.get(&row.group_id)
            && let Some(group) = facts.named_groups.get_mut(at)
        {
            let held = Period::new(Some(row.starts_on), row.ends_on);
            group.members.push(GroupMember { id: row.id, unit, held });
        }
    }
    Ok(())
}

fn without_members(row: named_group::Model) -> NamedGroup {
    let named_group::Model { id, code, name, made_of, .. } = row;
    NamedGroup { id, code, name, made_of, members: Vec::new() }
}

impl Known<'_> {
    fn unit(&self, row: &named_group_member::Model) -> Option<Unit> {
        let area = || Some(Unit::Area(*self.areas.get(&row.area_id?)?));
        let own = || Some(Unit::Organisation(*self.organisations.get(&row.organisation_id?)?));
        let team = || Some(Unit::Team(*self.teams.get(&row.team_id?)?));
        area().or_else(own).or_else(team)
    }
}
