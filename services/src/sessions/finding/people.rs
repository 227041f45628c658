//! People of invited teams, as a search for a time looks at them: the team they come from, when they have no post in it, and their gaps.

use super::super::stored::Stored;
use crate::ctx::Ctx;
use crate::reach::may_in_team;
use chrono::{NaiveDate, NaiveTime};
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, TeamId};
use domain::organisations::TeamIndex;
use domain::policy::Action;
use domain::requirements::Asked;
use domain::sessions::finding::gaps::gaps;
use domain::sessions::finding::{Days, Invited};
use domain::sessions::times::Slot;
use domain::sessions::working_time::is_working_day;

const MINUTES_A_DAY: u32 = 24 * 60;

/// The people of these teams, those who lead the session among them: each with the team that they come from, and taken on the days on
/// which they have no post in it.
pub(super) fn invited(
    facts: &Facts,
    stored: &Stored,
    (teams, days): (&[TeamId], Days),
) -> Vec<(PersonId, Invited)> {
    let places: Vec<Option<TeamIndex>> =
        teams.iter().map(|team| facts.places.team_at(*team)).collect();
    let working: Vec<NaiveDate> = days.each().filter(|day| is_working_day(*day)).collect();
    let ever = |person: &Person| {
        let terms = person.posts.iter().flat_map(|post| &post.terms);
        terms.map(|terms| Some(terms.team)).any(|team| places.contains(&team))
    };
    let of = |person: &Person| {
        let on = |day: NaiveDate| {
            let posts = facts.posts_in_scope(person, day).map(|terms| Some(terms.team));
            posts.filter_map(|team| places.iter().position(|place| *place == team)).min()
        };
        let team = working.iter().find_map(|day| on(*day))?;
        let absent = working.iter().filter(|day| on(**day) != Some(team));
        let busy = absent.map(|day| whole_days(*day, *day)).collect();
        let leads = stored.is_led_by(person.id);
        Some((person.id, Invited { team, busy, leads, gaps: Vec::new() }))
    };
    facts.people.iter().filter(|person| ever(person)).filter_map(of).collect()
}

/// Says in which of these outcomes people have a gap today: those of teams whose gap counts the asker sees. Returns how many teams
/// that are.
pub(super) fn count_gaps(
    ctx: &Ctx,
    facts: &Facts,
    (teams, outcomes): (&[TeamId], &[Asked]),
    people: &mut [(PersonId, Invited)],
) -> usize {
    let sees = |team: &TeamId| {
        let at = facts.places.team_at(*team)?;
        may_in_team(ctx, facts, Action::ReadGapCounts, at).then_some(at)
    };
    let seen: Vec<Option<TeamIndex>> = teams.iter().map(sees).collect();
    let is_seen = |team: TeamIndex| seen.contains(&Some(team));
    for (person, one) in people {
        if seen.get(one.team).is_some_and(Option::is_some) {
            let of = |person| gaps(facts, person, (outcomes, ctx.today), is_seen);
            one.gaps = facts.person(*person).map_or_else(Vec::new, of);
        }
    }
    seen.iter().flatten().count()
}

/// From the beginning of one day to the end of another.
pub(super) fn whole_days(first: NaiveDate, last: NaiveDate) -> Slot {
    let days = u32::try_from(last.signed_duration_since(first).num_days() + 1).unwrap_or_default();
    Slot { starts: first.and_time(NaiveTime::MIN), minutes: days * MINUTES_A_DAY }
}
