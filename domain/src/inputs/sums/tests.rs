//! What is added up, what is missing to a target, and which teams count where.

use super::*;
use crate::coverage::small_place::{day, small_place};
use crate::coverage::{ItemKind, ScopeKind};
use crate::dates::Period;
use crate::ids::{MentalHealthInputId, PersonId};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: &str = "2026-06-01";
const ONE: TeamId = TeamId(Uuid::from_u128(1));
const TWO: TeamId = TeamId(Uuid::from_u128(2));

/// Somebody comes for `wte` of `target`, each blank where it is not recorded; to the first team, always.
fn comes(wte: &str, target: &str) -> Input {
    let says = Said {
        kind: InputKind::LinkWorker,
        population: None,
        from_team: None,
        from_person: Some(PersonId(Uuid::from_u128(9))),
        wte: wte.parse().ok(),
        target_wte: target.parse().ok(),
        case_discussions: None,
        supervisor: None,
        supervised_every: None,
        times: None,
        reach: None,
    };
    Input { id: MentalHealthInputId(Uuid::nil()), team: ONE, held: Period::ALWAYS, says }
}

/// Nobody comes yet.
fn vacant(target: &str) -> Input {
    let row = comes("", target);
    Input { says: Said { from_person: None, ..row.says }, ..row }
}

fn none() -> Input {
    let row = comes("", "");
    Input { says: Said { kind: InputKind::None, from_person: None, ..row.says }, ..row }
}

fn words(rows: &[Input]) -> [String; 3] {
    let sum = InputSum::of_team(rows);
    [sum.target_words(), sum.actual_words(), sum.gap_words()]
}

#[test]
fn what_one_row_has_above_its_target_makes_up_for_no_other() {
    // 1.00 + 0.20 are agreed and 0.60 + 0.50 come: 0.10 less, and yet 0.40 is missing to the first.
    let rows = [comes("0.6", "1"), comes("0.5", "0.2")];
    let sum = InputSum::of_team(&rows);
    assert_eq!((sum.target, sum.actual, sum.short), (1_200_000, 1_100_000, 400_000));
    assert_eq!((sum.teams, sum.with_input, sum.comes, sum.targets), (1, 1, 2, 2));
    assert_eq!(words(&rows), ["1.20", "1.10", "0.40 short"]);
}

#[test]
fn what_is_not_recorded_is_not_nothing_and_a_vacant_target_is() {
    assert_eq!(words(&[]), ["None set", "0.00", "No target"]);
    assert_eq!(words(&[none()]), ["None set", "0.00", "No target"]);
    assert_eq!(words(&[comes("0.3", "0.3")]), ["0.30", "0.30", "Target met"]);
    assert_eq!(words(&[comes("", "")]), ["None set", "Not recorded", "No target"]);
    assert_eq!(words(&[comes("", "0.3")]), ["0.30", "Not recorded", "Not known"]);
    assert_eq!(words(&[vacant("0.3")]), ["0.30", "0.00", "0.30 short"]);
    let some = [comes("", "0.3"), comes("0.1", "0.2")];
    assert_eq!(words(&some), ["0.50", "0.10, and 1 not recorded", "0.10 short, and 1 not known"]);
    let with_input = |rows: &[Input]| InputSum::of_team(rows).with_input;
    assert_eq!((with_input(&[none()]), with_input(&[vacant("0.3")])), (0, 0), "nobody comes");
    assert_eq!(with_input(&[vacant("0.3"), comes("", "")]), 1);
}

#[test]
fn sums_are_exact_and_rounded_once() {
    // 3 × 0.333 = 0.999, which is 1.00; each rounded first would be 0.99.
    let rows = [comes("0.333", "0.5"), comes("0.333", "0.5"), comes("0.333", "0.5")];
    // 3 × 0.167 = 0.501.
    assert_eq!(words(&rows), ["1.50", "1.00", "0.50 short"]);
}

#[test]
fn teams_with_nothing_come_first_then_the_furthest_below_their_targets() {
    let teams = [
        ("met", vec![comes("0.3", "0.3")]),
        ("a little", vec![comes("0.2", "0.3")]),
        ("nothing", vec![]),
        ("much", vec![comes("0.1", "1")]),
        ("agreed", vec![vacant("0.1")]),
    ];
    let mut ranked: Vec<_> =
        teams.iter().map(|(name, rows)| (InputSum::of_team(rows).rank(), *name)).collect();
    ranked.sort();
    let names: Vec<&str> = ranked.into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["agreed", "nothing", "much", "a little", "met"]);
}

/// Place P, network N in it, practice X with both teams.
fn place() -> Facts {
    let mut facts = small_place(["T1", "T2"], &[]);
    facts.places.teams[0].id = ONE;
    facts.places.teams[1].id = TWO;
    facts
}

fn query(scope: ScopeKind) -> Query {
    Query::new(day(TODAY), scope, ItemKind::All)
}

#[test]
fn rows_count_on_their_days_and_teams_while_they_are_open_and_chosen() {
    let mut facts = place();
    let from_july = Period::new(Some(day("2026-07-01")), None);
    let inputs = [
        comes("0.3", "0.5"),
        Input { team: TWO, held: from_july, ..comes("1", "") },
        Input { team: TWO, ..vacant("0.2") },
    ];
    let sums = |facts: &Facts, query: &Query| input_sums(facts, query, &inputs);
    let whole = |facts: &Facts, day: NaiveDate| {
        let found = sums(facts, &Query { as_at: day, ..query(ScopeKind::Place) });
        let sum = found[&Unit::Area(0)];
        (sum.teams, sum.with_input, sum.target, sum.actual, sum.short)
    };
    assert_eq!(whole(&facts, day(TODAY)), (2, 1, 700_000, 300_000, 400_000));
    assert_eq!(whole(&facts, day("2026-07-01")), (2, 2, 700_000, 1_300_000, 400_000));
    let by_team = sums(&facts, &query(ScopeKind::Team));
    assert_eq!(by_team.keys().collect::<Vec<_>>(), [&Unit::Team(0), &Unit::Team(1)]);
    let seen = Query { visible: Some(vec![false, true]), ..query(ScopeKind::Network) };
    assert_eq!(sums(&facts, &seen)[&Unit::Area(1)].target, 200_000, "that of others is theirs");
    facts.places.teams[0].open = Period::new(None, Some(day("2026-05-31")));
    assert_eq!(whole(&facts, day(TODAY)), (1, 0, 200_000, 0, 200_000));
}

#[test]
fn the_rows_of_a_team_stand_as_its_links_do() {
    let id = |number| MentalHealthInputId(Uuid::from_u128(number));
    let embedded = Said { kind: InputKind::Embedded, ..comes("", "").says };
    let rows = [
        Input { id: id(1), ..comes("", "") },
        Input { id: id(2), says: embedded, ..comes("", "") },
        Input { id: id(3), team: TWO, ..comes("", "") },
    ];
    let held = held_on(&rows, day(TODAY));
    let ids: Vec<_> = held[&ONE].iter().map(|row| row.id).collect();
    let links: Vec<_> =
        crate::inputs::links(&rows, ONE, day(TODAY)).iter().map(|row| row.id).collect();
    assert_eq!((ids.as_slice(), ids == links), (&[id(2), id(1)][..], true));
}

prop_compose! {
    fn any_row()(
        second in any::<bool>(),
        wte in proptest::option::of(1_u32..150),
        target in proptest::option::of(1_u32..150),
        somebody in any::<bool>(),
    ) -> Input {
        let text = |hundredths: Option<u32>| {
            hundredths.map(|n| format!("{}.{:02}", n / 100, n % 100)).unwrap_or_default()
        };
        let row = comes(&text(wte), &text(target));
        let from_person = row.says.from_person.filter(|_| somebody);
        let says = Said { from_person, ..row.says };
        Input { team: if second { TWO } else { ONE }, says, ..row }
    }
}

proptest! {
    /// Whatever is recorded: teams, networks, places and organisations add up to the same, and what is missing is never less than
    /// the targets are above what comes of them.
    #[test]
    fn rows_add_up(inputs in proptest::collection::vec(any_row(), 0..8)) {
        let facts = place();
        let whole = |scope| {
            let sums = input_sums(&facts, &query(scope), &inputs);
            sums.into_values().reduce(InputSum::and).unwrap_or_default()
        };
        let teams = whole(ScopeKind::Team);
        for scope in [ScopeKind::Network, ScopeKind::Place, ScopeKind::Organisation] {
            prop_assert_eq!(whole(scope), teams);
        }
        prop_assert!(teams.with_input <= teams.teams && teams.unknown <= teams.targets);
        prop_assert!(teams.short <= teams.target && teams.short >= 0);
        if teams.unknown == 0 {
            prop_assert!(teams.short >= teams.target - teams.actual);
        }
    }
}
