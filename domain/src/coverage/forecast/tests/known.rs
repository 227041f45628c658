//! The low end: what runs out, who leaves, is away, joins and comes back, and what is asked.

use super::*;

#[test]
fn a_confirmation_runs_out_the_day_after_it_is_due() {
    // A-1 is due on 15 July: after 30 days, before 90.
    let judgements = vec![said(0, Confirmed, 2, "2025-07-15"), said(1, Confirmed, 3, "2026-01-01")];
    let facts = place_of(vec![person(1, vec![nurse()], judgements)]);
    let soon = in_team(&facts, Horizon::Thirty, vec![]);
    assert_eq!(soon, Forecast { today: pairs(3, 2), low: pairs(3, 2), high: pairs(3, 2), ..soon });
    assert_eq!(soon.causes, Causes::default());
    let later = in_team(&facts, Horizon::Ninety, vec![]);
    assert_eq!((later.today, later.low, later.high), (pairs(3, 2), pairs(3, 1), pairs(3, 1)));
    assert_eq!(later.causes, Causes { expiries: shift(1, 0, -1), ..Causes::default() });
    let domains = rows(&facts, ask(ScopeKind::Place, ItemKind::Domain, Horizon::Ninety), vec![]);
    let (a, b) = (row(&domains, "P", "A"), row(&domains, "P", "B"));
    assert_eq!(
        (a.today, a.low, b.today, b.low),
        (pairs(2, 2), pairs(2, 1), pairs(1, 0), pairs(1, 0))
    );
}

#[test]
fn who_leaves_is_away_joins_and_comes_back_is_told_apart_and_whoever_moves_does_so_between_teams() {
    let met = |competency, number| vec![said(competency, Confirmed, number, "2026-05-01")];
    let away = |terms: &mut Terms| terms.status = Away;
    let back = |terms: &mut Terms| terms.status = Active;
    let facts = place_of(vec![
        // Leaves, meeting A-1; goes away, meeting nothing; starts, meeting A-1; comes back, meeting B-1.
        person(1, vec![held(nurse(), None, Some("2026-06-15"))], met(0, 2)),
        person(2, vec![then(nurse(), "2026-06-20", away)], vec![]),
        person(3, vec![held(nurse(), Some("2026-07-01"), None)], met(0, 2)),
        person(4, vec![then(post(0, NURSE, Away), "2026-07-01", back)], met(2, 2)),
        // Moves from T1 to T2, meeting A-1.
        person(5, vec![then(nurse(), "2026-06-10", |terms| terms.team = 1)], met(0, 2)),
    ]);
    let of = |scope| rows(&facts, ask(scope, ItemKind::All, Horizon::Thirty), vec![]);
    let t1 = row(&of(ScopeKind::Team), "T1", "all");
    // Today 1, 2 and 5 are there, 1 and 5 meet one each; then 3 and 4 are, who meet one each.
    assert_eq!((t1.today, t1.low, t1.high), (pairs(9, 2), pairs(6, 2), pairs(6, 2)));
    let causes = Causes {
        leavers: shift(2, -6, -2),
        absences: shift(1, -3, 0),
        joiners: shift(1, 3, 1),
        returns: shift(1, 3, 1),
        ..Causes::default()
    };
    assert_eq!(t1.causes, causes);
    let t2 = row(&of(ScopeKind::Team), "T2", "all");
    assert_eq!((t2.today, t2.low, t2.causes.joiners), (pairs(0, 0), pairs(3, 1), shift(1, 3, 1)));
    // In the place nobody has moved.
    let place = row(&of(ScopeKind::Place), "P", "all");
    assert_eq!((place.today, place.low), (pairs(9, 2), pairs(9, 3)));
    assert_eq!(place.causes, Causes { leavers: shift(1, -3, -1), ..causes });
}

#[test]
fn a_confirmation_that_somebody_takes_along_does_not_run_out_too() {
    let leaves = vec![held(nurse(), None, Some("2026-07-01"))];
    let facts = place_of(vec![person(1, leaves, vec![said(0, Confirmed, 2, "2025-07-15")])]);
    let ahead = in_team(&facts, Horizon::Ninety, vec![]);
    assert_eq!((ahead.today, ahead.low), (pairs(3, 1), pairs(0, 0)));
    assert_eq!(ahead.causes, Causes { leavers: shift(1, -3, -1), ..Causes::default() });
    assert_eq!(ahead.fall(), 333, "from 33.3% to nobody");
}

#[test]
fn one_post_of_two_that_ends_takes_only_what_it_asked_alone() {
    // The nurse's post asks three things, the clerk's one of them, at a lower level, which 1 holds.
    let ends = held(nurse(), None, Some("2026-06-15"));
    let judgements = vec![said(0, Confirmed, 1, "2026-05-01")];
    let facts = place_of(vec![person(1, vec![ends, post(0, CLERK, Active)], judgements)]);
    let ahead = in_team(&facts, Horizon::Thirty, vec![]);
    assert_eq!((ahead.today, ahead.low), (pairs(3, 0), pairs(1, 1)));
    assert_eq!(ahead.causes, Causes { leavers: shift(1, -2, 1), ..Causes::default() });
}

#[test]
fn another_role_and_other_requirements_change_what_is_asked() {
    let judgements = || vec![said(0, Confirmed, 2, "2026-05-01")];
    let nurses = |terms: &mut Terms| terms.role = NURSE;
    let becomes = then(post(0, CLERK, Active), "2026-06-15", nurses);
    let mut facts = place_of(vec![
        person(1, vec![becomes], judgements()),
        person(2, vec![post(0, CLERK, Active)], judgements()),
    ]);
    // From 20 June a clerk is asked A-1 at 3, which 2 does not hold. 1 is a nurse by then.
    let period = Period::new(Some(day("2026-06-20")), None);
    let higher = Requirement {
        competency: 0,
        level: Some(level(3)),
        necessity: Necessity::Core,
        critical: false,
        period,
    };
    facts.roles[CLERK].requirements.push(higher);
    let ahead = in_team(&facts, Horizon::Thirty, vec![]);
    assert_eq!((ahead.today, ahead.low), (pairs(2, 2), pairs(4, 1)));
    assert_eq!(ahead.causes, Causes { changed: shift(2, 2, -1), ..Causes::default() });
}

#[test]
fn what_was_said_after_the_day_is_not_known_on_it() {
    let judgements = vec![said(0, Confirmed, 2, "2026-06-02"), said(2, Confirmed, 2, "2026-06-01")];
    let facts = place_of(vec![person(1, vec![nurse()], judgements)]);
    let ahead = in_team(&facts, Horizon::Thirty, vec![]);
    assert_eq!((ahead.today, ahead.low, ahead.high), (pairs(3, 1), pairs(3, 1), pairs(3, 1)));
}

#[test]
fn a_framework_version_that_is_to_come_asks_again_what_is_wider() {
    let met = |competency, number| said(competency, Confirmed, number, "2026-05-01");
    let facts = place_of(vec![person(1, vec![nurse()], vec![met(0, 2), met(1, 3)])]);
    let facts = published_again(facts);
    // It holds from 1 July: on the 30th day.
    let all = in_team(&facts, Horizon::Thirty, vec![]);
    assert_eq!((all.today, all.low), (pairs(3, 2), pairs(3, 1)));
    assert_eq!(all.causes, Causes { changed: shift(1, 0, -1), ..Causes::default() });
    // A domain of both versions is one row.
    let domains = rows(&facts, ask(ScopeKind::Team, ItemKind::Domain, Horizon::Thirty), vec![]);
    let codes: Vec<_> = domains.iter().map(|row| row.item_code.as_str()).collect();
    assert_eq!(codes, ["A", "B"]);
    assert_eq!((domains[0].forecast.today, domains[0].forecast.low), (pairs(2, 2), pairs(2, 1)));
}

#[test]
fn where_nothing_is_asked_there_is_no_row() {
    let nobody = place_of(vec![]);
    let of_nobody = ask(ScopeKind::Team, ItemKind::All, Horizon::Thirty);
    assert!(rows(&nobody, of_nobody.clone(), vec![]).is_empty());
    let mut nothing = place_of(vec![person(1, vec![nurse()], vec![])]);
    nothing.versions.clear();
    assert!(rows(&nothing, of_nobody, vec![]).is_empty());
}

#[test]
fn several_questions_in_one_pass_are_answered_as_each_by_itself() {
    let judgements = vec![said(0, Confirmed, 2, "2025-07-15"), said(2, Requested, 2, "2026-05-20")];
    let facts = published_again(place_of(vec![person(1, vec![nurse()], judgements)]));
    let seats = Seats::of(&facts, vec![session("2026-07-20", Format::Workshop, &[(0, 2)], &[1])]);
    let mut asked = Vec::new();
    for horizon in Horizon::ALL {
        for item in ItemKind::ALL {
            asked.extend(
                [ScopeKind::Team, ScopeKind::Place].map(|scope| ask(scope, *item, *horizon)),
            );
        }
    }
    let alone =
        asked.iter().map(|one| forecasts(&facts, std::slice::from_ref(one), &seats).remove(0));
    assert_eq!(forecasts(&facts, &asked, &seats), alone.collect::<Vec<_>>());
}
