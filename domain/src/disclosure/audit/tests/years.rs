//! Two returns, one after the other.

use super::places::{Place, Rows, Team, count, relation};
use crate::disclosure::audit::{Audited, Count};

/// What both returns count: a row in which nothing has changed is one count. `later` is what teams have become, `publish` how the
/// first return was published.
pub(super) fn two_returns(
    teams: &[Team],
    later: &[Option<(u32, u32)>],
    publish: impl Fn(&Place) -> Audited,
) -> Place {
    let mut both = Place::of(teams, &[]);
    let published = publish(&both);
    let mut teams = teams.to_vec();
    for (team, later) in teams.iter_mut().zip(later) {
        (team.met, team.of) = later.unwrap_or((team.met, team.of));
    }
    let rows = Rows::of(&teams);
    let mut now = Vec::new();
    for (at, members) in rows.members.iter().enumerate() {
        both.counts[at].earlier = vec![published.shown[at]];
        both.counts[at].now = members.iter().all(|team| later[*team].is_none());
        if both.counts[at].now {
            now.push(at);
        } else {
            now.push(both.counts.len());
            both.counts.push(Count::new(count(&teams, &[], members)));
        }
    }
    let of_now = |(parent, children): (usize, Vec<usize>)| {
        relation((now[parent], children.into_iter().map(|child| now[child]).collect()))
    };
    both.relations.extend(rows.whole.into_iter().map(of_now));
    both.follows.push(of_now(rows.follows));
    both
}
