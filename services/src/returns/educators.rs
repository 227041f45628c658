//! Whose protected time is whose over the twelve months of a return: those who work in the place on its day, or worked last.

use super::loaded::Loaded;
use crate::sessions::{slot_of, team_on};
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::organisations::AreaIndex;
use domain::protected_time::TimeUse;
use domain::returns::activity::{EducatorTime, twelve_months};
use domain::sessions::times::Slot;
use std::collections::{BTreeMap, HashMap};

/// The time of everybody who counts in the place: what they were promised, what sessions took, and what their ledgers say.
pub(super) fn educators(
    facts: &Facts,
    (place, day): (AreaIndex, NaiveDate),
    loaded: &Loaded,
) -> Vec<EducatorTime> {
    let mut of_each: BTreeMap<PersonId, EducatorTime> = BTreeMap::new();
    for allocation in &loaded.time.allocations {
        of_each.entry(allocation.person).or_default().allocations.push(allocation.clone());
    }
    let slots: HashMap<SessionId, Slot> =
        loaded.sessions.rows.iter().map(|row| (row.id, slot_of(row))).collect();
    for (session, person) in &loaded.leads {
        if let Some(slot) = slots.get(session) {
            let taught = (slot.starts.date(), TimeUse::Delivery, slot.minutes);
            of_each.entry(*person).or_default().used.push(taught);
        }
    }
    for (person, used) in &loaded.time.used {
        of_each.entry(*person).or_default().used.push(*used);
    }
    for (person, lost) in &loaded.time.lost {
        of_each.entry(*person).or_default().lost.push(*lost);
    }
    of_each.retain(|person, _| counts_in(facts, *person, (place, day)));
    of_each.into_values().collect()
}

/// Whether the team of somebody's post with the highest FTE lies in the place: on the day, else on the last day of the twelve months on
/// which they had a post.
fn counts_in(facts: &Facts, person: PersonId, (place, day): (AreaIndex, NaiveDate)) -> bool {
    let last_days = || {
        let posts = facts.person(person).into_iter().flat_map(|of| &of.posts);
        posts.filter_map(|post| post.held.to).filter(|to| twelve_months(day).contains(*to)).max()
    };
    let on = |day: NaiveDate| team_on(facts, person, day).map(|team| (team, day));
    let found = on(day).or_else(|| on(last_days()?));
    found.is_some_and(|(team, day)| {
        let places = &facts.places;
        let team = places.team(team);
        team.is_some_and(|team| places.areas_of(team, day).any(|area| area == place))
    })
}
