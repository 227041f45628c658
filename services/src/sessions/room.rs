//! How many seats a session has and for whom, and what somebody counts as among those who take them.

use super::stored::Stored;
use chrono::NaiveDate;
use domain::coverage::{Facts, GroupBy};
use domain::ids::{PersonId, TeamId};
use domain::sessions::seats::{Group, Quota, SeatRules};
use entities::session_quota;

/// What a person counts as: by the role of their post in the team they come from, on the session's day.
fn profession(
    facts: &Facts,
    person: PersonId,
    team: Option<TeamId>,
    day: NaiveDate,
) -> Option<String> {
    let person = facts.person(person)?;
    let comes_from = |at: usize| facts.places.teams.get(at).map(|team| team.id) == team;
    let terms = facts.posts_in_scope(person, day).find(|terms| comes_from(terms.team))?;
    facts.roles.get(terms.role)?.group(GroupBy::Profession).map(str::to_owned)
}

/// How many seats there are, and for whom.
pub(super) fn rules_of(stored: &Stored) -> SeatRules {
    let capacity = u16::try_from(stored.row.capacity).unwrap_or_default();
    SeatRules { capacity, quotas: stored.quotas.iter().filter_map(quota_of).collect() }
}

/// The table holds no numbers outside of 0 to 1,000.
fn quota_of(row: &session_quota::Model) -> Option<Quota> {
    let team = row.team_id.map(Group::Team);
    Some(Quota {
        group: team.or_else(|| row.profession.clone().map(Group::Profession))?,
        least: u16::try_from(row.least).unwrap_or_default(),
        most: row.most.and_then(|most| u16::try_from(most).ok()),
        released_on: row.released_on,
    })
}
