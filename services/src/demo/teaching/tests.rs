//! The programme is one that could have been planned here, and the same for one plan.

use super::super::plan::Plan;
use super::super::set::tests::shipped;
use super::{Taught, programme};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

const TODAY: &str = "2026-11-21";

#[derive(Debug, Deserialize)]
struct Session {
    code: String,
    title: String,
    starts_at: String,
    lead_employee_number: String,
    capacity: usize,
    outcomes: String,
    audience: String,
    state: String,
}

#[derive(Debug, Deserialize)]
struct Line {
    session_code: String,
    employee_number: String,
    state: String,
}

impl Session {
    fn day(&self) -> NaiveDate {
        self.starts_at.split(' ').next().unwrap().parse().unwrap()
    }
}

fn plan(staff: u32) -> Plan {
    Plan::new(staff, 2017, TODAY.parse().unwrap(), shipped())
}

fn rows<T: serde::de::DeserializeOwned>(text: &str) -> Vec<T> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn read(taught: &Taught) -> (Vec<Session>, Vec<Line>) {
    (rows(&taught.sessions), rows(&taught.attendance))
}

#[test]
fn every_practice_has_three_sessions_a_year_and_some_are_to_come() {
    let plan = plan(3_000);
    let (sessions, lines) = read(&programme(&plan));
    let today: NaiveDate = TODAY.parse().unwrap();
    let (past, ahead): (Vec<_>, Vec<_>) = sessions.iter().partition(|s| s.day() < today);
    for team in plan.places.teams.iter().filter(|team| team.code.starts_with("T-P")) {
        let own = past.iter().filter(|session| session.audience == team.code).count();
        assert_eq!(own, 3, "{}", team.code);
    }
    assert!((40..110).contains(&ahead.len()), "{} to come", ahead.len());
    assert!(lines.len() > 2_000, "{} bookings", lines.len());
    let of = |state: &str| sessions.iter().filter(|session| session.state == state).count();
    assert!(of("cancelled") >= 3 && of("closed") > 140 && of("draft") == 1);
    assert!(sessions.iter().all(|session| session.day() != today));
}

#[test]
fn nobody_is_in_two_sessions_on_one_day_and_mondays_and_fridays_are_free() {
    let (sessions, lines) = read(&programme(&plan(600)));
    let days: HashMap<&str, NaiveDate> =
        sessions.iter().map(|session| (session.code.as_str(), session.day())).collect();
    let leads = sessions.iter().map(|s| (s.lead_employee_number.as_str(), s.day()));
    let comes = lines.iter().map(|l| (l.employee_number.as_str(), days[l.session_code.as_str()]));
    let all: Vec<_> = leads.chain(comes).collect();
    let once: BTreeSet<_> = all.iter().copied().collect();
    assert_eq!(all.len(), once.len());
    let midweek = [Weekday::Tue, Weekday::Wed, Weekday::Thu];
    assert!(days.values().all(|day| midweek.contains(&day.weekday())));
}

#[test]
fn seats_are_never_more_than_there_are_and_nobody_waits_beside_a_free_one() {
    let (sessions, lines) = read(&programme(&plan(3_000)));
    let mut seats: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for line in &lines {
        let (held, waits) = seats.entry(line.session_code.as_str()).or_default();
        match line.state.as_str() {
            "waitlisted" => *waits += 1,
            "cancelled_by_person" | "cancelled_by_session" => {}
            _ => *held += 1,
        }
    }
    let mut full = 0;
    for session in &sessions {
        let (held, waits) = seats.get(session.code.as_str()).copied().unwrap_or_default();
        assert!(held <= session.capacity, "{}", session.title);
        assert!(waits == 0 || held == session.capacity, "{}", session.title);
        full += usize::from(waits > 0);
    }
    assert!(full >= 2, "{full} with a waiting list");
}

#[test]
fn what_is_taught_is_of_the_set_and_one_plan_gives_one_programme() {
    let plan = plan(200);
    let taught = programme(&plan);
    for session in read(&taught).0 {
        for outcome in session.outcomes.split(';') {
            let code = outcome.split(':').next().unwrap();
            assert!(plan.set.position(code).is_some(), "{code}");
        }
    }
    let again = programme(&self::plan(200));
    assert!(taught.sessions == again.sessions && taught.attendance == again.attendance);
}
