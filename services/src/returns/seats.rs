//! Sessions of some days as a place sees them: which are held there or reach it, who had a seat, and which count for which team.

use crate::grants::scope_in;
use crate::sessions::{slot_of, team_on};
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::entitlement::{DUE_A_YEAR, counts};
use domain::ids::{PersonId, SessionId, TeamId};
use domain::organisations::{AreaIndex, Team, TeamIndex};
use domain::people::counting::{people_in_scope, teams_in_scope};
use domain::policy::Scope;
use domain::returns::activity::{Entitled, Scheduled, Seats};
use domain::sessions::seats::Booking;
use domain::sessions::tally::Held;
use domain::sessions::{BookingState, CancelReason};
use entities::session;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Sessions that are over or were cancelled.
#[derive(Clone, Debug)]
pub(super) struct Sessions {
    pub rows: Vec<session::Model>,
    /// Those whose register is closed, with who came.
    pub held: BTreeMap<SessionId, Held>,
    pub bookings: BTreeMap<SessionId, Vec<Booking>>,
    pub invited: Vec<(SessionId, TeamId)>,
}

/// The same as one place sees them.
pub(super) struct OfPlace<'a> {
    sessions: &'a Sessions,
    facts: &'a Facts,
    place: AreaIndex,
    teams: HashMap<TeamId, TeamIndex>,
}

fn day_of(row: &session::Model) -> NaiveDate {
    slot_of(row).starts.date()
}

impl Sessions {
    pub fn in_place<'a>(&'a self, facts: &'a Facts, place: AreaIndex) -> OfPlace<'a> {
        let teams = facts.places.teams.iter().enumerate().map(|(at, team)| (team.id, at)).collect();
        OfPlace { sessions: self, facts, place, teams }
    }
}

impl OfPlace<'_> {
    /// Whether a team counts in the place on a day.
    pub fn is_here(&self, team: Option<TeamId>, day: NaiveDate) -> bool {
        team.is_some_and(|team| self.areas_of(team, day).any(|area| area == self.place))
    }

    fn areas_of(&self, team: TeamId, day: NaiveDate) -> impl Iterator<Item = AreaIndex> {
        let places = &self.facts.places;
        let team = self.teams.get(&team).and_then(|at| places.teams.get(*at));
        places.upwards(team.and_then(|team| places.home_of(team, day)))
    }

    /// Each session, with the areas that it is counted in.
    pub fn scheduled(&self) -> Vec<Scheduled> {
        let scheduled = |row: &session::Model| {
            let held = self.sessions.held.get(&row.id);
            let mut areas: BTreeSet<AreaIndex> = self.held_for(row).collect();
            let came = held.into_iter().flat_map(|held| &held.learners);
            for team in came.filter_map(|learner| learner.present.team) {
                areas.extend(self.areas_of(team, day_of(row)));
            }
            let reason = row.cancel_reason.unwrap_or(CancelReason::Other);
            Scheduled {
                areas,
                format: row.format,
                cancelled: row.cancelled_at.map(|_| reason),
                is_cross_boundary: held.is_some_and(Held::is_cross_boundary),
            }
        };
        self.sessions.rows.iter().map(scheduled).collect()
    }

    /// The area that a session is held for, or in which the organisation or team lies that it is held for, and those above it.
    fn held_for(&self, row: &session::Model) -> impl Iterator<Item = AreaIndex> {
        let (places, day) = (&self.facts.places, day_of(row));
        let lowest = match scope_in((row.area_id, row.organisation_id, row.team_id)) {
            Scope::Everywhere => None,
            Scope::Area(area) => places.area_at(area),
            Scope::Organisation(own) => places.organisation(own).and_then(|o| o.network_at(day)),
            Scope::Team(team) => places.team(team).and_then(|team| places.home_of(team, day)),
        };
        places.upwards(lowest)
    }

    /// People of the place who asked for a seat, and what came of it. Whoever was to come to a cancelled session lacked no seat.
    pub fn seats(&self) -> Seats {
        let mut seats = Seats::default();
        for row in self.sessions.rows.iter().filter(|row| row.cancelled_at.is_none()) {
            let held = self.sessions.held.get(&row.id);
            let came: BTreeSet<PersonId> = held.into_iter().flat_map(came).collect();
            for booking in self.sessions.bookings.get(&row.id).into_iter().flatten() {
                let Some(person) = booking.attendee.person() else { continue };
                if !self.is_of_here(row, (person, booking)) {
                    continue;
                }
                seats.asked.insert(person);
                if booking.state == BookingState::Waitlisted {
                    seats.waiting.insert(person);
                }
                if booking.state == BookingState::Booked && held.is_some() {
                    seats.seated.insert(person);
                    if came.contains(&person) {
                        seats.came.insert(person);
                    }
                }
            }
        }
        seats
    }

    fn is_of_here(&self, row: &session::Model, (person, booking): (PersonId, &Booking)) -> bool {
        let day = day_of(row);
        let team = booking.team.or_else(|| team_on(self.facts, person, day));
        self.is_here(team, day)
    }

    /// The teams of the place that are open on a day, each with the sessions that count for it.
    pub fn entitled(&self, due: &HashMap<TeamId, u16>, day: NaiveDate) -> Vec<Entitled> {
        let delivered = self.delivered();
        let places = &self.facts.places;
        let entitled = |(at, team): (TeamIndex, &Team)| {
            let areas: BTreeSet<AreaIndex> = places.areas_of(team, day).collect();
            let is_open_here = team.open.contains(day) && areas.contains(&self.place);
            is_open_here.then(|| Entitled {
                areas,
                due: due.get(&team.id).copied().unwrap_or(DUE_A_YEAR),
                delivered: delivered.get(&at).copied().unwrap_or_default(),
            })
        };
        places.teams.iter().enumerate().filter_map(entitled).collect()
    }

    /// How many sessions count for each team that they invited (rules, section 5, *Entitlement*).
    fn delivered(&self) -> BTreeMap<TeamIndex, usize> {
        let days: HashMap<SessionId, NaiveDate> =
            self.sessions.rows.iter().map(|row| (row.id, day_of(row))).collect();
        let mut in_scope: BTreeMap<NaiveDate, Vec<u32>> = BTreeMap::new();
        let mut delivered = BTreeMap::new();
        for (session, team) in &self.sessions.invited {
            let (Some(held), Some(day)) = (self.sessions.held.get(session), days.get(session))
            else {
                continue;
            };
            let Some(at) = self.teams.get(team).filter(|_| self.is_here(Some(*team), *day)) else {
                continue;
            };
            let all = in_scope.entry(*day).or_insert_with(|| people_in_scope(self.facts, *day));
            let all = all.get(*at).map_or(0, |many| *many as usize);
            let of_team = |person: &PersonId| {
                let person = self.facts.person(*person);
                person.is_some_and(|of| teams_in_scope(self.facts, of, *day).contains(at))
            };
            let from_there = held.learners.iter().filter(|one| one.present.team == Some(*team));
            let came = from_there.filter_map(|one| one.attendee.person()).filter(of_team).count();
            *delivered.entry(*at).or_default() += usize::from(counts(all, came));
        }
        delivered
    }
}

/// Who of those on record came.
fn came(held: &Held) -> impl Iterator<Item = PersonId> {
    held.learners.iter().filter_map(|learner| learner.attendee.person())
}
