//! For whom a session is held: everybody in one area, organisation or team, or everybody; and who runs sessions there.

use crate::coverage::{heading, kind_of, unit_with_code};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{located_at, scope_at, scope_in, units};
use chrono::NaiveDate;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ScopeKind, Unit};
use domain::fields::FieldErrors;
use domain::organisations::TeamIndex;
use domain::policy::{Action, Located, Resource, Scope, may, reach};
use entities::session;
use sea_orm::{ColumnTrait, Condition};

/// For whom a stored session is held.
pub(super) const fn host_of(row: &session::Model) -> Scope {
    scope_in((row.area_id, row.organisation_id, row.team_id))
}

pub(super) fn unit_of(facts: &Facts, host: Scope) -> Option<Unit> {
    units(facts).find(|unit| scope_at(facts, *unit) == Some(host))
}

/// Whether the asker runs sessions that are held for this place.
pub(super) fn may_run(ctx: &Ctx, facts: &Facts, host: Scope) -> bool {
    if host == Scope::Everywhere {
        return may(&ctx.actor, Action::RunSessions, Resource::Installation);
    }
    unit_of(facts, host).is_some_and(|unit| may_run_in(ctx, facts, unit))
}

pub(super) fn may_run_in(ctx: &Ctx, facts: &Facts, unit: Unit) -> bool {
    let place = located_at(facts, unit, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, Action::RunSessions, Resource::Place(&place)))
}

/// # Errors
/// Refuses whoever runs no sessions that are held for this place, as not found.
pub(super) fn authorise_in(ctx: &Ctx, facts: &Facts, host: Scope) -> Result<()> {
    if may_run(ctx, facts, host) { Ok(()) } else { Err(super::not_found()) }
}

/// The place with this code; everybody where there is none.
///
/// # Errors
/// Refuses codes that are not known beside their field, and places for which the asker runs no sessions as not found.
pub(super) fn chosen(ctx: &Ctx, facts: &Facts, code: Option<&str>) -> Result<Scope> {
    let Some(code) = code else {
        authorise_in(ctx, facts, Scope::Everywhere)?;
        return Ok(Scope::Everywhere);
    };
    let host = unit_with_code(facts, code).and_then(|unit| scope_at(facts, unit));
    let host = host
        .ok_or_else(|| FieldErrors::one("held_for", "Choose for whom it is held from the list"))?;
    authorise_in(ctx, facts, host)?;
    Ok(host)
}

/// The places that the asker holds sessions for, as lists offer them.
pub(super) fn choices(ctx: &Ctx, facts: &Facts) -> Vec<Heading> {
    to_choose(facts, units(facts).filter(|unit| may_run_in(ctx, facts, *unit)))
}

/// Places to choose from: the widest kind first, each kind by name. Each says its kind, because a practice and its team often bear
/// one name.
pub(super) fn to_choose(facts: &Facts, places: impl Iterator<Item = Unit>) -> Vec<Heading> {
    let named = |unit| Some((kind_of(facts, unit), heading(facts, unit)?));
    let mut places: Vec<(ScopeKind, Heading)> = places.filter_map(named).collect();
    places.sort_by_cached_key(|(kind, place)| {
        (*kind, place.title.to_lowercase(), place.code.clone())
    });
    let with_kind = |(kind, place): (ScopeKind, Heading)| {
        let title = format!("{} ({})", place.title, kind.label().to_lowercase());
        Heading { title, ..place }
    };
    places.into_iter().map(with_kind).collect()
}

/// The place by code and name; none where it is held for everybody.
pub(super) fn named(facts: &Facts, host: Scope) -> Option<Heading> {
    heading(facts, unit_of(facts, host)?)
}

/// Whether a team lies within the place on a day.
pub(super) fn holds(facts: &Facts, host: Scope, team: TeamIndex, day: NaiveDate) -> bool {
    facts.places.located_team(team, day).is_some_and(|place| lies_in(&place, host))
}

/// Whether a place is another one or lies within it.
pub(super) fn lies_in(place: &Located, whole: Scope) -> bool {
    match whole {
        Scope::Everywhere => true,
        Scope::Area(area) => place.areas.contains(&area),
        Scope::Organisation(organisation) => place.organisation == Some(organisation),
        Scope::Team(team) => place.team == Some(team),
    }
}

/// Which rows the asker may see: those that were scheduled, and drafts that they may run. None where that is all of them.
pub(super) fn seen(ctx: &Ctx, facts: &Facts) -> Option<Condition> {
    let scheduled = session::Column::ScheduledAt.is_not_null();
    run_by(ctx, facts).map(|run| Condition::any().add(scheduled).add(run))
}

/// The sessions that the asker runs. None where that is all of them.
pub(super) fn run_by(ctx: &Ctx, facts: &Facts) -> Option<Condition> {
    if may(&ctx.actor, Action::RunSessions, Resource::Installation) {
        return None;
    }
    let (mut areas, mut organisations, mut teams) = (Vec::new(), Vec::new(), Vec::new());
    if !reach(&ctx.actor, Action::RunSessions).is_empty() {
        let own = units(facts).filter(|unit| may_run_in(ctx, facts, *unit));
        for host in own.filter_map(|unit| scope_at(facts, unit)) {
            match host {
                Scope::Everywhere => {}
                Scope::Area(id) => areas.push(id),
                Scope::Organisation(id) => organisations.push(id),
                Scope::Team(id) => teams.push(id),
            }
        }
    }
    let run = Condition::any()
        .add(session::Column::AreaId.is_in(areas))
        .add(session::Column::OrganisationId.is_in(organisations))
        .add(session::Column::TeamId.is_in(teams));
    Some(run)
}
