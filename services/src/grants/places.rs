//! Where a grant applies: by code, by what is stored, and by name.

use crate::coverage::unit_with_code;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::{Facts, Unit};
use domain::fields::FieldErrors;
use domain::ids::{AreaId, OrganisationId, TeamId};
use domain::policy::{Located, Scope};
use entities::grant;
use std::collections::HashMap;

/// Where a grant is to apply.
#[derive(Clone, Debug)]
pub struct PlaceOfGrant {
    pub(super) scope: Scope,
    /// `None` for everywhere.
    pub(super) located: Option<Located>,
}

/// Finds the area, organisation or team with this code; without a code, everywhere.
///
/// # Errors
/// Refuses codes that are not known.
pub async fn find_place(ctx: &Ctx, code: Option<&str>) -> Result<PlaceOfGrant> {
    let Some(code) = code.map(str::trim).filter(|c| !c.is_empty()) else {
        return Ok(PlaceOfGrant { scope: Scope::Everywhere, located: None });
    };
    let facts = ctx.facts().await?;
    let unit = unit_with_code(&facts, code);
    unit.and_then(|unit| place_of(&facts, unit, ctx.today)).ok_or_else(|| {
        let message = format!("There is no area, organisation or team with the code '{code}'");
        FieldErrors::one("place", message).into()
    })
}

/// An area, organisation or team as the place of a grant.
pub(super) fn place_of(facts: &Facts, unit: Unit, day: NaiveDate) -> Option<PlaceOfGrant> {
    let located = located_at(facts, unit, day)?;
    Some(PlaceOfGrant { scope: scope_at(facts, unit)?, located: Some(located) })
}

/// Where an area, organisation or team lies on a day.
pub(crate) fn located_at(facts: &Facts, unit: Unit, day: NaiveDate) -> Option<Located> {
    let places = &facts.places;
    match unit {
        Unit::Area(at) => Some(places.located_area(at)),
        Unit::Organisation(at) => places.located_organisation(at, day),
        Unit::Team(at) => places.located_team(at, day),
        Unit::NamedGroup(_) => None,
    }
}

/// An area, organisation or team as it is stored; a named group is no place for grants or sessions.
pub(crate) fn scope_at(facts: &Facts, unit: Unit) -> Option<Scope> {
    let places = &facts.places;
    Some(match unit {
        Unit::Area(at) => Scope::Area(places.areas.get(at)?.id),
        Unit::Organisation(at) => Scope::Organisation(places.organisations.get(at)?.id),
        Unit::Team(at) => Scope::Team(places.teams.get(at)?.id),
        Unit::NamedGroup(_) => return None,
    })
}

/// Every area, organisation and team, widest first.
pub(crate) fn units(facts: &Facts) -> impl Iterator<Item = Unit> {
    let places = &facts.places;
    let areas = (0..places.areas.len()).map(Unit::Area);
    let organisations = (0..places.organisations.len()).map(Unit::Organisation);
    areas.chain(organisations).chain((0..places.teams.len()).map(Unit::Team))
}

/// What each stored scope is among the facts.
pub(super) fn by_scope(facts: &Facts) -> HashMap<Scope, Unit> {
    units(facts).filter_map(|unit| Some((scope_at(facts, unit)?, unit))).collect()
}

/// Where a stored grant applies.
pub(crate) const fn scope_of(grant: &grant::Model) -> Scope {
    scope_in((grant.area_id, grant.organisation_id, grant.team_id))
}

/// The columns that hold a scope; none of them is everywhere.
pub(crate) type Columns = (Option<AreaId>, Option<OrganisationId>, Option<TeamId>);

pub(crate) const fn scope_in(columns: Columns) -> Scope {
    match columns {
        (_, _, Some(team)) => Scope::Team(team),
        (_, Some(organisation), None) => Scope::Organisation(organisation),
        (Some(area), None, None) => Scope::Area(area),
        (None, None, None) => Scope::Everywhere,
    }
}

pub(crate) const fn columns(scope: Scope) -> Columns {
    match scope {
        Scope::Everywhere => (None, None, None),
        Scope::Area(area) => (Some(area), None, None),
        Scope::Organisation(organisation) => (None, Some(organisation), None),
        Scope::Team(team) => (None, None, Some(team)),
    }
}
