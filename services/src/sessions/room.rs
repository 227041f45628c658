//! How many seats a session has and for whom, and what somebody counts as among those who take them.

use super::stored::Stored;
use chrono::NaiveDate;
use domain::coverage::{Facts, GroupBy};
use domain::fields::FieldErrors;
use domain::ids::{PersonId, TeamId};
use domain::people::Terms;
use domain::sessions::Attendee;
use domain::sessions::seats::{Booking, Crowded, Group, Quota, SeatRules};
use entities::{session_guest, session_quota};

/// The post that somebody comes from: the one in scope in this team on the session's day; of several the one with the highest
/// FTE, then the one whose role's code comes first.
pub(super) fn post_of(
    facts: &Facts,
    person: PersonId,
    team: Option<TeamId>,
    day: NaiveDate,
) -> Option<&Terms> {
    let person = facts.person(person)?;
    let comes_from = |at: usize| facts.places.teams.get(at).map(|team| team.id) == team;
    let role = |terms: &Terms| facts.roles.get(terms.role).map(|role| role.code.as_str());
    let posts = facts.posts_in_scope(person, day).filter(|terms| comes_from(terms.team));
    posts.min_by(|one, other| other.fte.cmp(&one.fte).then_with(|| role(one).cmp(&role(other))))
}

/// What a person with this post counts as.
pub(super) fn profession(facts: &Facts, terms: &Terms) -> Option<String> {
    facts.roles.get(terms.role)?.group(GroupBy::Profession).map(str::to_owned)
}

/// Says of a booking what its attendee counts as on the session's day, and whether they can still come.
pub(super) fn counted(
    facts: &Facts,
    stored: &Stored,
    guests: &[session_guest::Model],
    booking: &mut Booking,
) {
    match booking.attendee {
        Attendee::Person(person) => {
            let post = post_of(facts, person, booking.team, stored.day());
            booking.may_come = post.is_some();
            booking.profession = post.and_then(|terms| profession(facts, terms));
        }
        Attendee::Guest(id) => {
            let guest = guests.iter().find(|guest| guest.id == id);
            booking.profession = guest.map(|guest| guest.profession.clone());
        }
    }
}

/// How many seats there are, and for whom.
pub(super) fn rules_of(stored: &Stored) -> SeatRules {
    let capacity = u16::try_from(stored.row.capacity).unwrap_or_default();
    SeatRules { capacity, quotas: stored.quotas.iter().filter_map(quota_of).collect() }
}

/// Whether a stored quota binds anybody on a day.
pub(super) fn binds(row: &session_quota::Model, day: NaiveDate) -> bool {
    quota_of(row).is_some_and(|quota| quota.binds(day))
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

/// A refusal of too few seats where nobody can be named whose booking is cancelled, beside the field that is to be changed.
pub(super) fn crowded(Crowded { too_many, group }: Crowded) -> FieldErrors {
    let held = match too_many {
        1 => "1 more person holds a seat".to_owned(),
        many => format!("{many} more people hold seats"),
    };
    match group {
        None => {
            let sentence = format!(
                "Enter more seats, or change this session alone and say whose booking is cancelled: {held}"
            );
            FieldErrors::one("capacity", sentence)
        }
        Some(_) => FieldErrors::one("most", format!("Allow them more seats: {held}")),
    }
}
