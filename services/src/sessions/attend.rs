//! Who may book a session, and from which of their teams.

use super::hosts::{holds, host_of, named};
use super::room::binds;
use super::stored::Stored;
use super::times::slot_of;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, TeamId};
use domain::organisations::{Team, TeamIndex};
use domain::refusal::Refusal;
use entities::session;

/// The teams that somebody can book from: those of their posts in scope on the session's day that are invited, or lie within
/// the place that it is held for.
pub(super) fn teams<'a>(facts: &'a Facts, stored: &Stored, person: PersonId) -> Vec<&'a Team> {
    let mut own: Vec<usize> = own_teams(facts, &stored.row, person);
    own.sort_unstable();
    own.dedup();
    let may_book =
        |at: &usize| is_for(facts, stored, *at).then(|| facts.places.teams.get(*at)).flatten();
    own.iter().filter_map(may_book).collect()
}

/// Whether a session can be booked from a team.
pub(super) fn is_for(facts: &Facts, stored: &Stored, at: TeamIndex) -> bool {
    let is_invited = |team: &Team| stored.invited.contains(&team.id);
    let invited = facts.places.teams.get(at).is_some_and(is_invited);
    is_open_to(facts, &stored.row, (at, invited))
}

/// Whether a session can be booked from a team: it is invited, or lies within the place on the session's day where that opens it.
pub(super) fn is_open_to(
    facts: &Facts,
    row: &session::Model,
    (at, invited): (TeamIndex, bool),
) -> bool {
    let day = slot_of(row).starts.date();
    invited || !row.invited_only && holds(facts, host_of(row), at, day)
}

/// Whether seats are kept on a day for a team that cannot book.
pub(crate) fn keeps_in_vain(facts: &Facts, stored: &Stored, day: NaiveDate) -> bool {
    let kept = stored.quotas.iter().filter(|quota| binds(quota, day));
    let can_book =
        |id: TeamId| facts.places.team_at(id).is_some_and(|at| is_for(facts, stored, at));
    kept.filter_map(|quota| quota.team_id).any(|team| !can_book(team))
}

/// The teams of somebody's posts in scope on a session's day.
pub(super) fn own_teams(facts: &Facts, row: &session::Model, person: PersonId) -> Vec<usize> {
    let Some(person) = facts.person(person) else { return Vec::new() };
    let day = slot_of(row).starts.date();
    facts.posts_in_scope(person, day).map(|terms| terms.team).collect()
}

/// The team that somebody comes from where nobody says: of those that can book, that of their post with the highest FTE.
pub(crate) fn comes_from(facts: &Facts, stored: &Stored, person: PersonId) -> Option<TeamId> {
    of_most_work(facts, (person, stored.day()), |at| is_for(facts, stored, at))
}

/// The team of somebody's post with the highest FTE on the session's day, whether or not it could book.
pub(crate) fn belongs_to(facts: &Facts, stored: &Stored, person: PersonId) -> Option<TeamId> {
    team_on(facts, person, stored.day())
}

/// The team of somebody's post with the highest FTE on a day.
pub(crate) fn team_on(facts: &Facts, person: PersonId, day: NaiveDate) -> Option<TeamId> {
    of_most_work(facts, (person, day), |_| true)
}

fn of_most_work(
    facts: &Facts,
    (person, day): (PersonId, NaiveDate),
    is_meant: impl Fn(TeamIndex) -> bool,
) -> Option<TeamId> {
    let posts = facts.posts_in_scope(facts.person(person)?, day);
    let posts = posts.filter(|terms| is_meant(terms.team));
    let most = posts.min_by(|a, b| b.fte.cmp(&a.fte).then_with(|| a.team.cmp(&b.team)))?;
    facts.places.teams.get(most.team).map(|team| team.id)
}

/// The team with this code, or the only one.
///
/// # Errors
/// Refuses whoever has no team that they can book from, in words that say why; and other codes, beside `team`.
pub(super) fn chosen_team(
    facts: &Facts,
    stored: &Stored,
    person: PersonId,
    code: &str,
) -> Result<TeamId> {
    let teams = teams(facts, stored, person);
    match (teams.as_slice(), code.trim()) {
        ([], _) => Err(no_team(facts, &stored.row, person).into()),
        ([one], "") => Ok(one.id),
        (several, code) => {
            let found = several.iter().find(|team| team.code == code);
            let fault = || FieldErrors::one("team", "Choose the team that you book from");
            Ok(found.ok_or_else(fault)?.id)
        }
    }
}

/// Why somebody has no team that they can book from.
pub(super) fn no_team(facts: &Facts, row: &session::Model, person: PersonId) -> Refusal {
    if own_teams(facts, row, person).is_empty() {
        let sentence = "You have no post here on the day of this session, so you cannot book it.";
        return Refusal::rule("no-post", sentence);
    }
    if row.invited_only {
        let sentence = "Only teams that are invited can book this session, and none of yours is.";
        return Refusal::rule("not-invited", sentence);
    }
    let place = named(facts, host_of(row)).map(|place| place.title).unwrap_or_default();
    let sentence = format!(
        "This session is held for {place}. None of your teams lies there, and none is invited."
    );
    Refusal::rule("held-for-others", sentence)
}
