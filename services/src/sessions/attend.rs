//! Who may book a session, and from which of their teams.

use super::hosts::{holds, named};
use super::stored::Stored;
use crate::error::Result;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, TeamId};
use domain::organisations::Team;
use domain::refusal::Refusal;
use domain::sessions::SessionState;

/// The teams that somebody can book from: those of their posts in scope on the session's day that are invited, or lie within
/// the place that it is held for.
pub(super) fn teams<'a>(facts: &'a Facts, stored: &Stored, person: PersonId) -> Vec<&'a Team> {
    let (host, day) = (stored.host(), stored.day());
    let mut own: Vec<usize> = own_teams(facts, stored, person);
    own.sort_unstable();
    own.dedup();
    let may_book = |at: &usize| {
        let team = facts.places.teams.get(*at)?;
        let open = !stored.row.invited_only && holds(facts, host, *at, day);
        (open || stored.invited.contains(&team.id)).then_some(team)
    };
    own.iter().filter_map(may_book).collect()
}

fn own_teams(facts: &Facts, stored: &Stored, person: PersonId) -> Vec<usize> {
    let Some(person) = facts.person(person) else { return Vec::new() };
    facts.posts_in_scope(person, stored.day()).map(|terms| terms.team).collect()
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
        ([], _) => Err(no_team(facts, stored, person).into()),
        ([one], "") => Ok(one.id),
        (several, code) => {
            let found = several.iter().find(|team| team.code == code);
            let fault = || FieldErrors::one("team", "Choose the team that you book from");
            Ok(found.ok_or_else(fault)?.id)
        }
    }
}

/// Why somebody has no team that they can book from.
pub(super) fn no_team(facts: &Facts, stored: &Stored, person: PersonId) -> Refusal {
    if own_teams(facts, stored, person).is_empty() {
        let sentence = "You have no post here on the day of this session, so you cannot book it.";
        return Refusal::rule("no-post", sentence);
    }
    if stored.row.invited_only {
        let sentence = "Only teams that are invited can book this session, and none of yours is.";
        return Refusal::rule("not-invited", sentence);
    }
    let place = named(facts, stored.host()).map(|place| place.title).unwrap_or_default();
    let sentence = format!(
        "This session is held for {place}. None of your teams lies there, and none is invited."
    );
    Refusal::rule("held-for-others", sentence)
}

/// Whether a session in this state can be booked; when booking ends is another question.
///
/// # Errors
/// Refuses all but those that are scheduled.
pub(super) fn can_be_booked(state: SessionState) -> Result<(), Refusal> {
    let (code, sentence) = match state {
        SessionState::Scheduled => return Ok(()),
        SessionState::Draft => {
            ("not-scheduled", "This session is a draft. It can be booked once it is scheduled.")
        }
        SessionState::Delivered => ("session-over", "This session has taken place."),
        SessionState::Cancelled => ("session-cancelled", "This session was cancelled."),
    };
    Err(Refusal::rule(code, sentence))
}
