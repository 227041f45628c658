//! What a place is short of besides skill: people who may confirm, protected time to teach in, sessions that teams asked for, seats.

use super::counted::sum;
use super::{Activity, time, twelve_months};
use crate::coverage::Facts;
use crate::frameworks::version_at;
use crate::judgements::load::Capacity;
use crate::organisations::{AreaIndex, TeamIndex};
use crate::requirements::CompetencyIndex;
use crate::returns::shortfalls::{Need, NeedKind};
use crate::session_requests::RequestState;
use chrono::NaiveDate;

/// A competency that fewer people may confirm than this hangs by one of them.
const ASSESSORS_LEAST: usize = 2;

pub(super) fn shortfalls(
    activity: &Activity,
    facts: &Facts,
    (place, day): (AreaIndex, NaiveDate),
) -> Vec<Need> {
    let Some(area) = facts.places.areas.get(place) else { return Vec::new() };
    let named = (area.code.as_str(), area.name.as_str());
    let need = |kind, (part, whole)| Need::short(named, (kind, ""), (Some(part), Some(whole)));
    let seats = &activity.seats;
    let waiting = (seats.waiting.len() as u32, seats.asked.len() as u32);
    let lost = time::lost(&activity.educators);
    let promised = time::promised(&activity.educators, twelve_months(day));
    let mut needs = vec![
        need(NeedKind::Assessors, hard_to_confirm(facts, (place, day), &activity.assessors)),
        need(NeedKind::Educators, beyond(activity, day)),
        need(NeedKind::UnmetRequests, unmet(&activity.requests)),
        need(NeedKind::WaitingList, waiting),
        need(NeedKind::TimeLost, (sum(&lost), promised)),
    ];
    if time::is_told_apart(&activity.educators, twelve_months(day)) {
        needs.extend(lost.iter().map(|(why, minutes)| {
            Need::short(named, (NeedKind::TimeLost, *why), (Some(*minutes), None))
        }));
    }
    needs
}

/// Competencies of the version of the day that fewer than two people may confirm of anybody in an open team of the place.
fn hard_to_confirm(
    facts: &Facts,
    (place, day): (AreaIndex, NaiveDate),
    assessors: &[Capacity],
) -> (u32, u32) {
    let is_here = |team: &TeamIndex| {
        let of = facts.places.teams.get(*team).filter(|of| of.open.contains(day));
        of.is_some_and(|of| facts.places.areas_of(of, day).any(|area| area == place))
    };
    let teams: Vec<TeamIndex> = (0..facts.places.teams.len()).filter(is_here).collect();
    let reaches = |one: &&Capacity| teams.iter().any(|team| one.reaches.get(*team) == Some(&true));
    let assessors: Vec<&Capacity> = assessors.iter().filter(reaches).collect();
    let version = version_at(&facts.versions, day);
    let (mut few, mut all) = (0, 0);
    for (at, competency) in facts.competencies.iter().enumerate() {
        if Some(competency.version) == version {
            let at = at as CompetencyIndex;
            let who = assessors.iter().filter(|one| one.confirms.contains_key(&at)).count();
            all += 1;
            few += u32::from(who < ASSESSORS_LEAST);
        }
    }
    (few, all)
}

/// The minutes that teaching took beyond what was promised to each, of all that it took.
fn beyond(activity: &Activity, day: NaiveDate) -> (u32, u32) {
    let totals = activity.educators.iter().map(|one| one.totals(twelve_months(day)));
    totals.fold((0, 0), |(beyond, taken): (u32, u32), one| {
        (beyond.saturating_add(one.beyond()), taken.saturating_add(one.taken()))
    })
}

fn unmet(requests: &[RequestState]) -> (u32, u32) {
    let made = requests.iter().filter(|state| **state != RequestState::Withdrawn);
    let open = requests.iter().filter(|state| **state == RequestState::Open);
    (open.count() as u32, made.count() as u32)
}
