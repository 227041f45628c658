//! Which sessions a filter lets through: by the database where it can tell, and by the rules of booking where it cannot.

use super::attend::{is_open_to, own_teams};
use super::events::{by_session, events_of_person};
use super::held::held;
use super::hosts::{lies_in, to_choose, unit_of};
use super::times::{closes_at, opens_at, state_of};
use super::words::{builds_any_of, with_words};
use crate::coverage::{domains, unit_with_code};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{located_at, scope_at, scope_in, units};
use chrono::NaiveDate;
use domain::coverage::{Facts, Unit};
use domain::ids::{AreaId, OrganisationId, PersonId, SessionId, TeamId};
use domain::policy::Scope;
use domain::sessions::browse::SessionsAddress;
use domain::sessions::browse::views::FilterChoices;
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::scheduling::can_be_booked;
use domain::sessions::seats::is_open;
use entities::{session, session_lead, session_team};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select,
};
use std::collections::BTreeSet;

/// What the database can tell: words, format, what is built, and for whom it is held.
pub(super) fn matching(
    facts: &Facts,
    found: Select<session::Entity>,
    (ask, today): (&SessionsAddress, NaiveDate),
) -> Select<session::Entity> {
    let mut found = found.filter(with_words(&ask.words));
    if let Some(format) = ask.format {
        found = found.filter(session::Column::Format.eq(format));
    }
    if let Some(code) = &ask.builds {
        found = found.filter(builds_any_of(code));
    }
    if let Some(code) = &ask.held_for {
        found = found.filter(held_within(facts, code, today));
    }
    found
}

/// Sessions that are held for the place with this code, or for a part of it; none where no place has the code.
pub(super) fn held_within(facts: &Facts, code: &str, today: NaiveDate) -> Condition {
    let whole = unit_with_code(facts, code).and_then(|unit| scope_at(facts, unit));
    let is_within = |unit: &Unit| {
        let place = located_at(facts, *unit, today);
        whole.zip(place).is_some_and(|(whole, place)| lies_in(&place, whole))
    };
    let (mut areas, mut organisations, mut teams): (Vec<AreaId>, Vec<OrganisationId>, Vec<TeamId>) =
        (Vec::new(), Vec::new(), Vec::new());
    for part in units(facts).filter(is_within).filter_map(|unit| scope_at(facts, unit)) {
        match part {
            Scope::Everywhere => {}
            Scope::Area(id) => areas.push(id),
            Scope::Organisation(id) => organisations.push(id),
            Scope::Team(id) => teams.push(id),
        }
    }
    Condition::any()
        .add(session::Column::AreaId.is_in(areas))
        .add(session::Column::OrganisationId.is_in(organisations))
        .add(session::Column::TeamId.is_in(teams))
}

/// Whether a filter asks what only the rules of booking can tell: of what is over, they say nothing.
pub(super) const fn asks_the_rules(ask: &SessionsAddress) -> bool {
    !ask.past && (ask.free || ask.mine)
}

/// Those of these sessions that a filter on seats lets through; four queries at most, however many they are.
pub(super) async fn suiting(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (ask, mut rows): (&SessionsAddress, Vec<session::Model>),
) -> Result<Vec<session::Model>> {
    let now = ctx.rule_now();
    if ask.free {
        rows.retain(|row| can_be_booked(state_of(row, now)).is_ok());
        let held = held(db, &ids(&rows), now).await?;
        rows.retain(|row| held.get(&row.id).copied().unwrap_or_default() < seats(row));
    }
    if ask.mine {
        let bookable = match ctx.actor.person() {
            Some(person) => bookable(ctx, facts, db, (person, &rows)).await?,
            None => BTreeSet::new(),
        };
        rows.retain(|row| bookable.contains(&row.id));
    }
    Ok(rows)
}

/// The sessions in which a person can ask for a seat, whatever else they are in then: that is told when they ask.
pub(super) async fn bookable(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (person, rows): (PersonId, &[session::Model]),
) -> Result<BTreeSet<SessionId>> {
    let now = ctx.rule_now();
    let led = session_lead::Entity::find()
        .filter(session_lead::Column::PersonId.eq(person))
        .filter(session_lead::Column::SessionId.is_in(ids(rows)));
    let led: BTreeSet<SessionId> =
        led.all(db).await?.into_iter().map(|lead| lead.session_id).collect();
    let teams: BTreeSet<usize> =
        rows.iter().flat_map(|row| own_teams(facts, row, person)).collect();
    let team_ids = teams.iter().filter_map(|at| facts.places.teams.get(*at)).map(|team| team.id);
    let invited: BTreeSet<(SessionId, TeamId)> = session_team::Entity::find()
        .filter(session_team::Column::TeamId.is_in(team_ids))
        .filter(session_team::Column::SessionId.is_in(ids(rows)))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.session_id, row.team_id))
        .collect();
    let booked = by_session(&events_of_person(db, person, ids(rows)).await?);
    let has_booking = |id: SessionId| {
        booked.get(&id).is_some_and(|all| all.iter().any(|booking| booking.is_live(now)))
    };
    let may_ask = |row: &&session::Model| {
        can_be_booked(state_of(row, now))
            .and_then(|()| is_open(opens_at(row), closes_at(row), now))
            .and_then(|()| may_take_a_seat(led.contains(&row.id)))
            .is_ok()
            && !has_booking(row.id)
    };
    let from_a_team = |row: &&session::Model| {
        own_teams(facts, row, person).into_iter().any(|at| {
            let team = facts.places.teams.get(at);
            let invited = team.is_some_and(|team| invited.contains(&(row.id, team.id)));
            is_open_to(facts, row, (at, invited))
        })
    };
    Ok(rows.iter().filter(may_ask).filter(from_a_team).map(|row| row.id).collect())
}

/// How many seats a session has.
pub(super) fn seats(row: &session::Model) -> usize {
    usize::try_from(row.capacity).unwrap_or_default()
}

pub(super) fn ids(rows: &[session::Model]) -> Vec<SessionId> {
    rows.iter().map(|row| row.id).collect()
}

/// What can be chosen: the domains of today's framework version, and the places that scheduled sessions are held for, which an index
/// alone tells; one query.
pub(super) async fn choices(ctx: &Ctx, facts: &Facts) -> Result<FilterChoices> {
    let hosts: Vec<(Option<AreaId>, Option<OrganisationId>, Option<TeamId>)> =
        session::Entity::find()
            .select_only()
            .column(session::Column::AreaId)
            .column(session::Column::OrganisationId)
            .column(session::Column::TeamId)
            .filter(session::Column::ScheduledAt.is_not_null())
            .distinct()
            .into_tuple()
            .all(ctx.db().read())
            .await?;
    let hosts = hosts.into_iter().map(scope_in);
    let places = to_choose(facts, hosts.filter_map(|host| unit_of(facts, host)));
    Ok(FilterChoices { domains: domains(facts, ctx.today), places })
}
