//! Several measures of one item: people fully met, people met in what is critical, and requirements met.

use super::places::{Place, Team};
use super::random::team;
use crate::disclosure::audit::{Figure, Relation};
use proptest::prelude::*;

/// What else there is to know of a team.
#[derive(Clone, Debug)]
pub(super) struct More {
    /// How many are asked something critical, and how many of these are met in it.
    asked: u32,
    met: u32,
    /// How many requirements everybody has, and how many those have met together who have not met all.
    each: u32,
    part: u32,
}

pub(super) fn teams_with_more() -> impl Strategy<Value = (Vec<Team>, Vec<More>)> {
    prop::collection::vec(team(), 1..5).prop_flat_map(|teams| {
        let more: Vec<_> = teams.iter().map(more).collect();
        (Just(teams), more)
    })
}

fn more(team: &Team) -> impl Strategy<Value = More> + use<> {
    let (all, rest) = (team.met, team.of - team.met);
    let asked = prop_oneof![Just((all, rest)), (0..=all, 0..=rest)];
    let of_rest = asked.prop_flat_map(|(of_all, of_rest)| (Just((of_all, of_rest)), 0..=of_rest));
    let requirements = (1_u32..3).prop_flat_map(move |each| (Just(each), 0..=rest * (each - 1)));
    (of_rest, requirements).prop_map(|(((of_all, of_rest), met), (each, part))| More {
        asked: of_all + of_rest,
        met: of_all + met,
        each,
        part,
    })
}

/// All measures as one: the counts of each follow those of the one before.
pub(super) fn measures(teams: &[Team], more: &[More]) -> Place {
    let with = |number: fn(&Team, &More) -> (u32, u32)| {
        let mut teams = teams.to_vec();
        for (team, more) in teams.iter_mut().zip(more) {
            (team.met, team.of) = number(team, more);
        }
        Place::of(&teams, &[])
    };
    let mut all = Place::of(teams, &[]);
    let critical = with(|_, more| (more.met, more.asked));
    let mut requirements =
        with(|team, more| (team.met * more.each + more.part, team.of * more.each));
    for (count, people) in requirements.counts.iter_mut().zip(&all.counts) {
        let (met, of) = (count.figure.met(), count.figure.of());
        count.figure = Figure::Requirements { met, of, people: people.figure.of() };
    }
    let rows = all.counts.len();
    for row in 0..rows {
        let of = |place: &Place| place.counts[row].figure.of();
        let not_asked = of(&all) - of(&critical);
        let beyond_one_each = of(&requirements) - of(&all);
        all.relations.extend([
            Relation::AtMost { less: row, more: rows + row, by: not_asked },
            Relation::AtMost { less: row, more: 2 * rows + row, by: 0 },
            Relation::AtMost { less: 2 * rows + row, more: row, by: beyond_one_each },
        ]);
    }
    all.add(critical);
    all.add(requirements);
    all
}

impl Place {
    fn add(&mut self, other: Self) {
        let by = self.counts.len();
        let moved = |relation: Relation| match relation {
            Relation::Whole { parent, children } => Relation::Whole {
                parent: parent + by,
                children: children.into_iter().map(|child| child + by).collect(),
            },
            Relation::AtMost { less, more, by: most } => {
                Relation::AtMost { less: less + by, more: more + by, by: most }
            }
        };
        self.counts.extend(other.counts);
        self.relations.extend(other.relations.into_iter().map(moved));
        self.follows.extend(other.follows.into_iter().map(moved));
    }
}
