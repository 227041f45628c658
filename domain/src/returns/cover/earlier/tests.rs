//! Cover over two returns, against somebody who subtracts every figure of both from every other. Nothing of the search is used.

use super::*;
use crate::coverage::Counts;
use crate::coverage::cover::CapableTeams;
use crate::returns::cover::{cover, frozen};
use crate::returns::rows::ReturnRow;
use proptest::prelude::*;

/// Where a team stands, and whether it is covered: N0 and N1 lie in L, L and N2 in P, and 3 is P itself. `None` where it is not counted.
type At = Option<(usize, bool)>;

const AREAS: [(&str, ScopeKind); 5] = [
    ("N0", ScopeKind::Network),
    ("N1", ScopeKind::Network),
    ("N2", ScopeKind::Network),
    ("L", ScopeKind::Locality),
    ("P", ScopeKind::Place),
];

fn key(code: &str) -> RowKey {
    let (code, level) = AREAS.into_iter().find(|(of, _)| *of == code).unwrap();
    RowKey::whole(level, code)
}

fn team(at: usize) -> RowKey {
    RowKey::whole(ScopeKind::Team, &format!("T{at}"))
}

/// The codes of the areas around a team.
fn areas_of(stands: usize) -> &'static [&'static str] {
    match stands {
        0 => &["N0", "L", "P"],
        1 => &["N1", "L", "P"],
        2 => &["N2", "P"],
        _ => &["P"],
    }
}

fn families(teams: &[At]) -> Vec<Family> {
    let of = |parent: &str, areas: &[&str], stands: usize| {
        let here = (0..teams.len()).filter(|at| teams[*at].is_some_and(|(of, _)| of == stands));
        let areas = areas.iter().map(|code| key(code));
        Family { parent: key(parent), children: areas.chain(here.map(team)).collect() }
    };
    // No team stands in a locality itself.
    vec![
        of("P", &["L", "N2"], 3),
        of("L", &["N0", "N1"], usize::MAX),
        of("N0", &[], 0),
        of("N1", &[], 1),
        of("N2", &[], 2),
    ]
}

fn rows(teams: &[At]) -> Vec<ReturnRow> {
    let counted = |code: &str| {
        let inside = teams.iter().flatten().filter(|(stands, _)| areas_of(*stands).contains(&code));
        let mut capable = CapableTeams::default();
        for (_, is_covered) in inside {
            capable.teams += 1;
            capable.capable += u32::from(*is_covered);
        }
        capable
    };
    let row = |(code, _): (&str, ScopeKind)| ReturnRow {
        key: key(code),
        name: code.to_owned(),
        item: "A".to_owned(),
        counts: Counts::default(),
        capable: Some(counted(code)),
        is_hidden: false,
    };
    AREAS.into_iter().map(row).collect()
}

fn of_teams(teams: &[At]) -> OfTeams {
    let teams = teams.iter().enumerate();
    let covered = teams.filter_map(|(at, of)| Some((format!("T{at}"), (*of)?.1)));
    OfTeams::from([("A".to_owned(), covered.collect())])
}

/// What is told of the teams beside earlier returns, and what is kept of it.
fn published(teams: &[At], earlier: &[Frozen]) -> (Vec<CoverCell>, Frozen) {
    let of_teams = of_teams(teams);
    let cells = cover(&rows(teams), &families(teams), (&of_teams, earlier));
    let cover = frozen(&cells, of_teams);
    (cells, Frozen { families: families(teams), cover, ..Frozen::default() })
}

/// `N0 2 of 4` of the second return.
fn told(then: &[At], now: &[At]) -> Vec<String> {
    let (_, earlier) = published(then, &[]);
    let (cells, _) = published(now, &[earlier]);
    let told = cells.iter().map(|cell| {
        let capable = cell.capable.map_or_else(|| "c".to_owned(), |k| k.to_string());
        format!("{} {capable} of {}", cell.row.code, cell.teams)
    });
    told.collect()
}

/// Teams of N0, covered or not.
fn of_n0(covered: &[bool]) -> Vec<At> {
    covered.iter().map(|covered| Some((0, *covered))).collect()
}

#[test]
fn what_one_team_that_has_left_would_be_told_by_is_held() {
    // 2 of 4 less 1 of 3: the fourth is covered. Of each area around it the difference would be the same.
    let then = of_n0(&[true, false, false, true]);
    let now = of_n0(&[true, false, false]);
    assert_eq!(told(&then, &now), ["P c of 3", "L c of 3", "N0 c of 3"]);
    assert_eq!(told(&now, &then), ["P c of 4", "L c of 4", "N0 c of 4"], "nor one that has come");
}

#[test]
fn the_same_teams_are_told_again_whatever_has_become_of_them() {
    let then = of_n0(&[true, false, false]);
    assert_eq!(told(&then, &then), ["P 1 of 3", "L 1 of 3", "N0 1 of 3"]);
    // That one of three has changed is told, and not which.
    let now = of_n0(&[true, true, false]);
    assert_eq!(told(&then, &now), ["P 2 of 3", "L 2 of 3", "N0 2 of 3"]);
}

#[test]
fn three_teams_that_have_come_or_gone_are_told_together() {
    let then = of_n0(&[true, false, true]);
    let now = of_n0(&[true, false, true, true, false, true]);
    assert_eq!(told(&then, &now), ["P 4 of 6", "L 4 of 6", "N0 4 of 6"]);
    // Two are gone and one has come: 2 of 5 and 2 of 4 differ by three teams.
    let then = of_n0(&[true, false, false, true, false]);
    let mut now = of_n0(&[true, false, false]);
    now.extend([None, None, Some((0, true))]);
    assert_eq!(told(&then, &now), ["P 2 of 4", "L 2 of 4", "N0 2 of 4"]);
}

#[test]
fn what_an_earlier_return_told_of_other_inputs_is_not_subtracted() {
    // The fourth has left and the second is covered now: 2 of 4 and 2 of 3 say nothing of the fourth.
    let then = of_n0(&[true, false, false, true]);
    assert_eq!(told(&then, &of_n0(&[true, true, false])), ["P 2 of 3", "L 2 of 3", "N0 2 of 3"]);
    // Where none is covered any more, it would be told that one was: of 1 of 4 that leaves nothing for the fourth.
    let then = of_n0(&[true, false, false, false]);
    assert_eq!(told(&then, &of_n0(&[false; 3])), ["P c of 3", "L c of 3", "N0 c of 3"]);
}

#[test]
fn a_team_that_has_moved_is_told_by_neither_network_and_the_areas_around_both_stay() {
    let mut then = of_n0(&[true, false, false, true]);
    then.extend([Some((1, true)), Some((1, false)), Some((1, true))]);
    let mut now = then.clone();
    now[3] = Some((1, true));
    let expected = ["P 4 of 7", "L 4 of 7", "N0 c of 3", "N1 c of 4"];
    assert_eq!(told(&then, &now), expected);
}

#[test]
fn what_two_networks_tell_together_is_held_too() {
    // Four have left N0, of which three went to N2: each has changed by three or more, and both together by one.
    let mut then = of_n0(&[true, false, true, false, true, false, true]);
    then.extend([Some((2, true)), Some((2, false)), Some((2, true))]);
    let mut now = then.clone();
    for team in &mut now[3..6] {
        *team = team.map(|(_, is_covered)| (2, is_covered));
    }
    now[6] = None;
    // Held they are where the place holds too, and L, which has no teams but those of N0.
    let expected = ["P c of 9", "L c of 3", "N0 c of 3", "N2 3 of 6"];
    assert_eq!(told(&then, &now), expected);
}

/// A figure as a sum: for each team then, and for each team now where that is another number, how often it is counted.
fn sum(teams: &[At], told: &RowKey, number: impl Fn(usize) -> usize) -> Vec<i32> {
    let mut sum = vec![0; 2 * teams.len()];
    for (at, of) in teams.iter().enumerate() {
        if of.is_some_and(|(stands, _)| areas_of(stands).contains(&told.code.as_str())) {
            sum[number(at)] = 1;
        }
    }
    sum
}

/// The teams that some sum and difference of figures leaves, where they are one or two. That one team is another than it was is
/// nobody's secret as long as it is not told which.
fn left(then: &[At], told_then: &Frozen, (now, told_now): (&[At], &Frozen)) -> Option<Vec<usize>> {
    let many = then.len().max(now.len());
    let [then, now] = [then, now].map(|teams| {
        let mut teams = teams.to_vec();
        teams.resize(many, None);
        teams
    });
    let covered = |of: At| of.map(|(_, is_covered)| is_covered);
    let is_same = |at: usize| covered(then[at]) == covered(now[at]);
    let of_now = |at: usize| if is_same(at) { at } else { many + at };
    let mut sums: Vec<Vec<i32>> =
        told_then.cover[0].told.iter().map(|area| sum(&then, area, |at| at)).collect();
    sums.extend(told_now.cover[0].told.iter().map(|area| sum(&now, area, of_now)));
    let ways = 3_u32.pow(sums.len() as u32);
    (1..ways).find_map(|mut way| {
        let mut left = vec![0; 2 * many];
        for sum in &sums {
            let times = (way % 3) as i32 - 1;
            way /= 3;
            left.iter_mut().zip(sum).for_each(|(left, one)| *left += times * one);
        }
        let left: Vec<usize> = (0..2 * many).filter(|at| left[*at] != 0).collect();
        let is_one_changed = left.len() == 2 && left[0] + many == left[1];
        (matches!(left.len(), 1 | 2) && !is_one_changed).then_some(left)
    })
}

fn at() -> impl Strategy<Value = At> {
    prop::option::weighted(0.9, (0_usize..4, any::<bool>()))
}

/// Some teams, and where they stand at the next return.
fn years() -> impl Strategy<Value = (Vec<At>, Vec<At>)> {
    let becomes = prop::option::weighted(0.25, at());
    prop::collection::vec((at(), becomes), 4..15).prop_map(|teams| {
        let now = teams.iter().map(|(then, becomes)| becomes.unwrap_or(*then)).collect();
        (teams.iter().map(|(then, _)| *then).collect(), now)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_sum_or_difference_of_two_returns_leaves_one_or_two_teams((then, now) in years()) {
        let (_, first) = published(&then, &[]);
        let (_, second) = published(&now, std::slice::from_ref(&first));
        prop_assert_eq!(left(&then, &first, (&now, &second)), None, "{:?}", second.cover);
    }

    #[test]
    fn no_more_is_told_beside_an_earlier_return((then, now) in years()) {
        let (_, first) = published(&then, &[]);
        let (alone, _) = published(&now, &[]);
        let (beside, _) = published(&now, &[first]);
        for (one, other) in alone.iter().zip(&beside) {
            prop_assert_eq!(&one.row, &other.row);
            prop_assert!(other.capable.is_none() || other.capable == one.capable);
        }
    }
}

/// Without what was kept of the first return the second would tell.
#[test]
fn the_one_who_subtracts_finds_a_team_where_nothing_is_held_for_it() {
    let (then, now) = (of_n0(&[true, false, false, true]), of_n0(&[true, false, false]));
    let [(_, first), (_, second)] = [&then, &now].map(|teams| published(teams, &[]));
    assert_eq!(left(&then, &first, (&now, &second)), Some(vec![3]));
}
