//! The high end: what is open, and what seats may lead to.

use super::*;
use crate::standing::Event;
use Format::{Simulation, Workshop};

fn nurses(judgements: Vec<Vec<Event>>) -> Facts {
    let nurse = |(number, judgements)| person(number, vec![nurse()], judgements);
    place_of((1..).zip(judgements).map(nurse).collect())
}

#[test]
fn what_is_open_is_met_as_if_it_were_confirmed_today() {
    let facts = nurses(vec![
        // Open to 17 June; lapsed on 18 May; open, but below what is asked.
        vec![said(0, Requested, 2, "2026-05-20")],
        vec![said(0, Requested, 2, "2026-04-20")],
        vec![said(1, Requested, 2, "2026-05-20")],
    ]);
    let ahead = in_team(&facts, Horizon::Ninety, vec![]);
    assert_eq!((ahead.today, ahead.low, ahead.high), (pairs(9, 0), pairs(9, 0), pairs(9, 1)));
    assert_eq!(ahead.causes, Causes { requests: shift(2, 0, 1), ..Causes::default() });
}

#[test]
fn a_request_that_was_withdrawn_or_sent_back_is_not_open() {
    let closed = [JudgementKind::Withdrawn, JudgementKind::SentBack]
        .map(|kind| vec![said(0, Requested, 2, "2026-05-20"), said(0, kind, 0, "2026-05-21")]);
    let facts = nurses(closed.to_vec());
    assert_eq!(in_team(&facts, Horizon::Thirty, vec![]).causes, Causes::default());
}

#[test]
fn a_request_below_what_is_held_lowers_nothing() {
    // Asked for after the confirmation was recorded, which would else have answered it.
    let request = Event { sequence: 1, ..said(1, Requested, 2, "2026-05-20") };
    let facts = nurses(vec![vec![said(1, Confirmed, 4, "2026-01-01"), request]]);
    let ahead = in_team(&facts, Horizon::OneHundredAndEighty, vec![]);
    assert_eq!((ahead.low, ahead.high), (pairs(3, 1), pairs(3, 1)));
    assert_eq!(ahead.causes.requests, shift(1, 0, 0));
}

#[test]
fn whoever_is_not_there_then_hopes_for_nothing() {
    let leaves = vec![held(nurse(), None, Some("2026-06-10"))];
    let facts = place_of(vec![person(1, leaves, vec![said(0, Requested, 2, "2026-05-20")])]);
    let sessions = vec![session("2026-06-05", Workshop, &[(0, 2)], &[1])];
    let ahead = in_team(&facts, Horizon::Thirty, sessions);
    assert_eq!((ahead.high, ahead.causes.requests, ahead.causes.seats), Default::default());
}

#[test]
fn a_seat_may_lead_no_higher_than_the_format_shows() {
    let facts = nurses(vec![vec![]]);
    // A-1 is asked at 2, A-2 at 3. A workshop shows 2, a simulation 3.
    let both = [(0, 4), (1, 4)];
    let met = |format| {
        let sessions = vec![session("2026-06-20", format, &both, &[1])];
        in_team(&facts, Horizon::Thirty, sessions).causes.seats
    };
    assert_eq!((met(Workshop), met(Simulation)), (shift(1, 0, 1), shift(1, 0, 2)));
    let lower = vec![session("2026-06-20", Simulation, &[(1, 2)], &[1])];
    assert_eq!(in_team(&facts, Horizon::Thirty, lower).causes.seats, shift(1, 0, 0));
}

#[test]
fn sessions_count_from_the_day_after_to_the_last_day() {
    let facts = nurses(vec![vec![]]);
    let days = [("2026-06-01", 0), ("2026-06-02", 1), ("2026-08-30", 1), ("2026-08-31", 0)];
    for (on, counted) in days {
        let ahead = in_team(&facts, Horizon::Ninety, vec![session(on, Workshop, &[(0, 2)], &[1])]);
        assert_eq!((ahead.high.met, ahead.causes.seats.count), (counted, counted), "{on}");
    }
}

#[test]
fn a_seat_counts_once_in_each_row_that_it_is_about() {
    let facts = nurses(vec![vec![], vec![]]);
    let sessions = || {
        vec![
            session("2026-06-20", Workshop, &[(0, 2), (1, 2)], &[1, 2]),
            session("2026-06-25", Workshop, &[(0, 2), (2, 2)], &[1]),
        ]
    };
    let of = |item| rows(&facts, ask(ScopeKind::Team, item, Horizon::Thirty), sessions());
    let seats = |rows: &[ForecastRow], item| row(rows, "T1", item).causes.seats;
    // Three seats in all; 2 has none about B, and a second one about A-1 changes nothing for 1.
    assert_eq!(seats(&of(ItemKind::All), "all"), shift(3, 0, 3));
    let domains = of(ItemKind::Domain);
    assert_eq!((seats(&domains, "A"), seats(&domains, "B")), (shift(3, 0, 2), shift(1, 0, 1)));
    let competencies = of(ItemKind::Competency);
    assert_eq!(seats(&competencies, "A-1"), shift(3, 0, 2));
    assert_eq!(seats(&competencies, "A-2"), shift(2, 0, 0));
}

#[test]
fn the_same_level_again_makes_up_for_what_runs_out() {
    // Due on 15 July; shown again on 10 July.
    let facts = nurses(vec![vec![said(0, Confirmed, 2, "2025-07-15")]]);
    let sessions = vec![session("2026-07-10", Workshop, &[(0, 2)], &[1])];
    let ahead = in_team(&facts, Horizon::Ninety, sessions);
    assert_eq!((ahead.today, ahead.low, ahead.high), (pairs(3, 1), pairs(3, 0), pairs(3, 1)));
    let causes = Causes { expiries: shift(1, 0, -1), seats: shift(1, 0, 1), ..Causes::default() };
    assert_eq!(ahead.causes, causes);
}

#[test]
fn what_an_open_request_meets_no_seat_meets_again() {
    let facts = nurses(vec![vec![said(0, Requested, 3, "2026-05-20")]]);
    // A lower level on a later day does not replace it.
    let sessions = vec![session("2026-06-20", Format::Short, &[(0, 2)], &[1])];
    let ahead = in_team(&facts, Horizon::Thirty, sessions);
    assert_eq!(ahead.high, pairs(3, 1));
    assert_eq!((ahead.causes.requests, ahead.causes.seats), (shift(1, 0, 1), shift(1, 0, 0)));
}

#[test]
fn requests_and_seats_are_carried_into_a_version_that_is_to_come() {
    // A-1 and B-1 are the same in it; A-2 is asked again, so what is open today leads nowhere.
    let facts = nurses(vec![vec![
        said(0, Requested, 2, "2026-05-20"),
        said(1, Requested, 3, "2026-05-20"),
    ]]);
    let facts = published_again(facts);
    let sessions = vec![
        // Before the version and in it, both chosen from the first one.
        session("2026-06-20", Simulation, &[(1, 3)], &[1]),
        session("2026-07-10", Workshop, &[(2, 2)], &[1]),
    ];
    let ahead = in_team(&facts, Horizon::Ninety, sessions);
    assert_eq!((ahead.today, ahead.low, ahead.high), (pairs(3, 0), pairs(3, 0), pairs(3, 2)));
    assert_eq!((ahead.causes.requests, ahead.causes.seats), (shift(2, 0, 1), shift(2, 0, 1)));
}

#[test]
fn a_request_of_an_earlier_version_is_open_in_the_one_that_holds() {
    let facts = nurses(vec![vec![said(0, Requested, 2, "2026-06-25")]]);
    let facts = published_again(facts);
    let query = Query::new(day("2026-07-05"), ScopeKind::Team, ItemKind::Competency);
    let ahead = Ahead { query, horizon: Horizon::Thirty };
    let found = row(&rows(&facts, ahead, vec![]), "T1", "A-1");
    assert_eq!((found.low, found.high), (pairs(1, 0), pairs(1, 1)));
    assert_eq!(found.causes.requests, shift(1, 0, 1));
}
