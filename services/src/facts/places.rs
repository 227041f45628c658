//! Areas, organisations with their memberships and sharing levels, and teams, from rows to positions.

use super::load::positions;
use crate::db::Db;
use crate::error::Result;
use domain::dates::Period;
use domain::ids::{AreaId, OrganisationId, TeamId};
use domain::organisations::{Area, Membership, Organisation, Places, Team};
use entities::{area, network_membership, organisation, sharing_level, team};
use sea_orm::{EntityTrait, QueryOrder};
use std::collections::HashMap;

pub(super) async fn load_places(db: &Db, places: &mut Places) -> Result<HashMap<TeamId, usize>> {
    let rows = area::Entity::find().order_by_asc(area::Column::Code).all(db.read()).await?;
    let areas: HashMap<AreaId, usize> = positions(rows.iter().map(|r| r.id));
    places.areas = rows
        .into_iter()
        .map(|r| Area {
            id: r.id,
            code: r.code,
            name: r.name,
            kind: r.kind,
            parent: r.parent_id.and_then(|id| areas.get(&id).copied()),
        })
        .collect();
    let organisations = load_organisations(db, places, &areas).await?;
    let rows = team::Entity::find().order_by_asc(team::Column::Code).all(db.read()).await?;
    let teams = positions(rows.iter().map(|r| r.id));
    places.teams = rows
        .into_iter()
        .map(|r| Team {
            id: r.id,
            code: r.code,
            name: r.name,
            setting: r.setting,
            care_level: r.care_level,
            organisation: organisations.get(&r.organisation_id).copied().unwrap_or(usize::MAX),
            home: r.area_id.and_then(|id| areas.get(&id).copied()),
            open: Period::new(r.opened_on, r.closed_on),
        })
        .collect();
    Ok(teams)
}

async fn load_organisations(
    db: &Db,
    places: &mut Places,
    areas: &HashMap<AreaId, usize>,
) -> Result<HashMap<OrganisationId, usize>> {
    let rows = organisation::Entity::find()
        .order_by_asc(organisation::Column::Code)
        .all(db.read())
        .await?;
    let organisations = positions(rows.iter().map(|r| r.id));
    places.organisations = rows
        .into_iter()
        .map(|r| Organisation {
            id: r.id,
            code: r.code,
            name: r.name,
            sector: r.sector,
            memberships: Vec::new(),
            sharing: Vec::new(),
        })
        .collect();
    for row in network_membership::Entity::find().all(db.read()).await? {
        let Some(&network) = areas.get(&row.network_id) else { continue };
        if let Some(&at) = organisations.get(&row.organisation_id)
            && let Some(organisation) = places.organisations.get_mut(at)
        {
            let period = Period::new(row.starts_on, row.ends_on);
            organisation.memberships.push(Membership { network, period });
        }
    }
    let in_order = sharing_level::Entity::find()
        .order_by_asc(sharing_level::Column::RecordedAt)
        .order_by_asc(sharing_level::Column::Id);
    for row in in_order.all(db.read()).await? {
        if let Some(&at) = organisations.get(&row.organisation_id)
            && let Some(organisation) = places.organisations.get_mut(at)
        {
            organisation.sharing.push((row.starts_on, row.level));
        }
    }
    Ok(organisations)
}
