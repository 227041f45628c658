//! Clause 9 on places that can be counted out by hand. The random ones are in `properties`.

mod attacker;
mod crowded;
mod measures;
mod places;
mod properties;
mod random;
mod reading;
mod years;

use super::*;
use crate::disclosure::people;
use attacker::Attacker;
use places::Place;

fn counts(of: &[(u32, u32)]) -> Vec<Count> {
    of.iter().map(|(met, of)| Count::new(Figure::People { met: *met, of: *of })).collect()
}

fn whole(parent: usize, children: impl IntoIterator<Item = usize>) -> Relation {
    Relation::Whole { parent, children: children.into_iter().collect() }
}

fn place(of: &[(u32, u32)], relations: Vec<Relation>) -> Place {
    Place { counts: counts(of), relations, follows: Vec::new() }
}

/// No count at all.
const NONE: [usize; 0] = [];

/// As readers see it, and which counts are held for another's sake.
fn told(place: &Place) -> (Vec<String>, Vec<usize>) {
    let published = place.audited();
    assert_eq!(published.open, NONE);
    assert_eq!(properties::given_away(place, &published), NONE);
    (published.shown.iter().map(ToString::to_string).collect(), published.second)
}

#[test]
fn counts_that_stand_alone_are_as_the_other_clauses_show_them() {
    let table = [
        (0, 0),
        (4, 6),
        (3, 22),
        (18, 22),
        (12, 12),
        (3, 45),
        (8, 17),
        (10, 20),
        (33, 48),
        (0, 40),
        (97, 105),
        (43, 45),
    ];
    let published = audited(&counts(&table), &[]);
    assert_eq!(published.shown, table.map(|(met, of)| people(met, of)));
    assert_eq!((published.second, published.unsaid, published.open), (vec![], vec![], vec![]));
}

/// 42 of 210 is shown as 40, so it is 38 to 42; 8 of 30 as 10, so it is 8 to 12. Five of these are 40 at least, which leaves 2 for
/// the two that are held: they are 1 and 1. With one of the five held, the two are 1 to 7.
#[test]
fn of_seven_siblings_three_are_held() {
    let mut of = vec![(42, 210)];
    of.extend([8, 8, 8, 8, 8, 1, 1].map(|met| (met, 30)));
    let seven = place(&of, vec![whole(0, 1..8)]);
    let by_clauses = Audited {
        shown: of.iter().map(|(met, of)| people(*met, *of)).collect(),
        ..Audited::default()
    };
    assert_eq!([6, 7].map(|at| Attacker::reads(&seven, &by_clauses).possible(at, 3)), [1, 1]);

    let (shown, second) = told(&seven);
    assert_eq!(second, [1]);
    let ten = "10 of 30";
    let held = "c of 30";
    assert_eq!(shown, ["40 of 210, 19%", held, ten, ten, ten, ten, held, held]);
}

/// Next to 25 people the smallest are the 40, of whom 30 are met.
#[test]
fn the_smallest_child_is_held_beside_one_that_is_held_alone() {
    let alone = place(&[(55, 115), (3, 25), (22, 50), (30, 40)], vec![whole(0, 1..4)]);
    let (shown, second) = told(&alone);
    assert_eq!(second, [3]);
    assert_eq!(shown, ["55 of 115, 48%", "c of 25", "20 of 50, 40%", "c of 40"]);

    let two = place(&[(63, 115), (3, 25), (22, 50), (38, 40)], vec![whole(0, 1..4)]);
    assert_eq!(told(&two).1, NONE, "two are held by themselves");
    let held = place(&[(7, 60), (7, 30), (0, 30)], vec![whole(0, 1..3)]);
    assert_eq!(told(&held).1, NONE, "the row is held too, so it gives nothing away");
}

/// A place with three networks of one team each. The second is held alone, so the first is held too.
#[test]
fn an_only_child_is_the_row_itself() {
    let of = [(45, 110), (15, 30), (3, 30), (27, 50), (15, 30), (3, 30), (27, 50)];
    let networks = vec![whole(0, 1..4), whole(1, [4]), whole(2, [5]), whole(3, [6])];
    let (shown, second) = told(&place(&of, networks));
    assert_eq!(second, [1, 4], "a network and its only team");
    let (held, ten) = ("c of 30", "25 of 50, 50%");
    assert_eq!(shown, ["45 of 110, 41%", held, held, ten, held, held, ten]);
}

/// The seven are a network beside another one, and an earlier return has told of the five. So the network has to be held; then it
/// is held alone, and the other one is too.
#[test]
fn what_cannot_be_made_safe_on_one_level_is_on_the_next() {
    let mut of = vec![(92, 310), (42, 210), (50, 100)];
    of.extend([8, 8, 8, 8, 8, 1, 1].map(|met| (met, 30)));
    let mut levels = place(&of, vec![whole(0, [1, 2]), whole(1, 3..10)]);
    for count in &mut levels.counts[3..8] {
        count.earlier = vec![people(8, 30)];
    }
    assert_eq!(told(&levels).1, [1, 2]);
}

/// Networks 1 and 2 of teams 3, 4 and 5, 6; organisations 7 of teams 3 and 6, 8 of teams 4 and 5.
#[test]
fn organisations_do_not_give_away_what_networks_hold() {
    let of =
        [(68, 150), (18, 60), (50, 90), (3, 30), (15, 30), (20, 40), (30, 50), (33, 80), (35, 70)];
    let rows = vec![
        whole(0, [1, 2]),
        whole(1, [3, 4]),
        whole(2, [5, 6]),
        whole(7, [3, 6]),
        whole(8, [4, 5]),
    ];
    // 3 alone in its network: 4; 4 alone in its organisation: 5; 5 alone in its network: 6.
    assert_eq!(told(&place(&of, rows)).1, [4, 5, 6]);
}

/// The seven are 43, and 42 of 209 together: somebody has posts in two of them and is met in both. The five are 40 at least, the
/// seven 43 at most: that leaves 3 for the two that are held, so each is 1 or 2.
#[test]
fn people_with_two_posts_are_taken_as_known() {
    let mut of = vec![(42, 209)];
    of.extend([8, 8, 8, 8, 9, 1, 1].map(|met| (met, 30)));
    assert_eq!(told(&place(&of, vec![whole(0, 1..8)])).1, [1]);
}

/// Each of seven is 1 at least, or it would be shown as 0; together they are 7 at most. However many are held, each is 1, unless
/// one of them could be held for another's sake.
#[test]
fn where_nothing_more_can_be_held_it_is_left_unsaid_why() {
    let mut of = vec![(7, 196)];
    of.extend([(1, 28); 7]);
    let place = place(&of, vec![whole(0, 1..8)]);
    let published = place.audited();
    assert_eq!((published.second, published.open), (vec![], vec![]));
    assert!(!published.unsaid.is_empty());
    assert!(published.shown.iter().all(|shown| shown.is_held()));
}

/// Where each person has one requirement, what is met of them is who is met.
#[test]
fn a_percentage_that_is_the_count_itself_is_held_with_it() {
    let mut counts = counts(&[(20, 25)]);
    counts.push(Count::new(Figure::Requirements { met: 20, of: 25, people: 25 }));
    counts.push(Count::new(Figure::Requirements { met: 90, of: 100, people: 25 }));
    let at_most = |less, more, by| Relation::AtMost { less, more, by };
    let published = audited(
        &counts,
        &[at_most(0, 1, 0), at_most(1, 0, 0), at_most(0, 2, 0), at_most(2, 0, 75)],
    );
    let shown: Vec<String> = published.shown.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["c of 25", "c", "90%"]);
}

/// The second return: the first team is another count, and so is the whole.
#[test]
fn what_an_earlier_return_has_told_stays_told() {
    let two = |then: u32, now: u32| {
        let rest = [(0, 30), (30, 30)];
        let before = place(&[(30 + then, 90), (then, 30), rest[0], rest[1]], vec![whole(0, 1..4)]);
        let mut both = before.clone();
        for (count, shown) in both.counts.iter_mut().zip(before.audited().shown) {
            count.earlier = vec![shown];
        }
        (both.counts[0].now, both.counts[1].now) = (false, false);
        both.counts.extend(counts(&[(30 + now, 90), (now, 30)]));
        both.relations.push(whole(4, [5, 2, 3]));
        both
    };
    // 33 is shown as 35, so it is 33 to 37, and the others are known: the team is 3 to 7.
    assert_eq!(told(&two(12, 3)).1, NONE);
    // 31 is shown as 30, so it is 28 to 32: the team would be 1 or 2.
    assert_eq!(told(&two(12, 1)).1, [4]);
}

#[test]
fn nobody_to_count_and_positions_that_there_are_not_do_no_harm() {
    let published =
        audited(&counts(&[(3, 30), (3, 30), (0, 0)]), &[whole(0, [1, 2]), whole(7, [1])]);
    let shown: Vec<String> = published.shown.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["c of 30", "c of 30", "z"]);
    assert_eq!(audited(&[], &[whole(0, [1])]), Audited::default());
}
