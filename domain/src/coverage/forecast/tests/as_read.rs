//! Forecasts as section 4 of the rules reads, held against the one pass: what is hoped is really added to a copy of the facts, and
//! coverage is counted of both.

use super::*;
use crate::coverage::tests::as_read::{asks, leads, made, people, publish_again};
use crate::coverage::{GroupBy, coverage};
use crate::dates::{days_after, months_after};
use crate::frameworks::version_at;
use crate::programmes::progress::asked_by;
use crate::standing::Event;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that a question is asked of, but the facts.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) day: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) sessions: &'a [Teaching],
}

/// What may be confirmed of a person: open requests, then seats in the order of their days.
fn hoped(facts: &Facts, who: &Person, asked: Asked) -> Vec<(NaiveDate, u16, Level)> {
    let version = version_at(&facts.versions, asked.day);
    let mut hoped = Vec::new();
    for (at, competency) in (0..).zip(&facts.competencies) {
        let open = who.standing_in(at, competency, asked.day).requested;
        if let Some(open) = open.filter(|_| Some(competency.version) == version) {
            hoped.push((asked.day, at, open.level));
        }
    }
    let is_ahead = |session: &&Teaching| asked.day < session.day && session.day <= asked.until;
    let mut ahead: Vec<&Teaching> = asked.sessions.iter().filter(is_ahead).collect();
    ahead.sort_by_key(|session| session.day);
    for session in ahead {
        for _ in session.people.iter().filter(|person| **person == who.id) {
            for outcome in asked_by(facts, &session.outcomes, session.day) {
                let most = level(session.format.ceiling());
                hoped.push((session.day, outcome.competency, outcome.level.min(most)));
            }
        }
    }
    hoped
}

/// The facts as they were known on the day; with what is hoped where `high`.
pub(super) fn supposed(facts: &Facts, asked: Asked, high: bool) -> Facts {
    let mut known = facts.clone();
    for who in &mut known.people {
        who.judgements.retain(|event| event.day <= asked.day);
        if !high {
            continue;
        }
        for (on, at, number) in hoped(facts, who, asked) {
            let competency = &facts.competencies[usize::from(at)];
            let held = who.standing_in(at, competency, on).held(on);
            let due_on = months_after(on, competency.refresh_months);
            let counts = match held {
                None => true,
                Some((level, until)) => number > level || number == level && due_on > until,
            };
            if counts {
                let (kind, sequence) = (Confirmed, i64::MAX);
                let (level, original) = (Some(number), None);
                who.hear([Event { competency: at, kind, level, day: on, original, sequence }]);
            }
        }
    }
    known
}

type Key = (String, String, String);

fn figures(facts: &Facts, query: &Query) -> BTreeMap<Key, Pairs> {
    let rows = coverage(facts, query).into_iter();
    rows.map(|row| {
        let met = pairs(row.counts.requirements, row.counts.requirements_met);
        ((row.scope_code, row.item_code, row.group), met)
    })
    .collect()
}

/// Requirements and how many are met, after a cause.
fn after((requirements, met): (i64, i64), shift: Shift) -> (i64, i64) {
    (requirements + i64::from(shift.requirements), met + i64::from(shift.met))
}

fn signed(pairs: Pairs) -> (i64, i64) {
    (pairs.requirements.into(), pairs.met.into())
}

/// The causes lead from today to the low end, and on to the high one.
fn sums(forecast: &Forecast) -> bool {
    let Causes { changed, leavers, absences, joiners, returns, expiries, requests, seats } =
        forecast.causes;
    let known = [changed, leavers, absences, joiners, returns, expiries];
    let low = known.into_iter().fold(signed(forecast.today), after);
    let high = [requests, seats].into_iter().fold(low, after);
    (low, high) == (signed(forecast.low), signed(forecast.high))
}

pub(super) type Turn = (usize, usize, Option<i64>, Option<i64>, Option<(i64, usize, usize)>);
type Open = (usize, u16, u8, i64);
type Held = (i64, usize, Vec<(u128, u8)>, Vec<u128>);

/// Posts that start, end and get other terms on days around the one that is asked about.
pub(super) fn turn(facts: &mut Facts, turns: &[Turn], around: NaiveDate) {
    let on = |days: i64| days_after(around, days);
    for &(who, which, from, to, terms) in turns {
        let many = facts.people.len();
        let posts = &mut facts.people[who % many].posts;
        if posts.is_empty() {
            continue;
        }
        let which = which % posts.len();
        let post = &mut posts[which];
        post.held = Period::new(from.map(on), to.map(on));
        if let Some((from, role, status)) = terms {
            let status = PostStatus::ALL[status];
            let later = Terms { from: Some(on(from)), role, status, ..post.terms[0] };
            post.terms.push(later);
        }
    }
}

fn ask_for(facts: &mut Facts, requests: &[Open], around: NaiveDate) {
    for (&(who, competency, number, days), sequence) in requests.iter().zip(1_000..) {
        let many = facts.people.len();
        let (kind, day) = (Requested, days_after(around, days));
        let (level, original) = (Some(level(number)), None);
        let event = Event { competency, kind, level, day, original, sequence };
        facts.people[who % many].hear([event]);
    }
}

pub(super) fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let day = || prop::option::of(-60_i64..220);
    let terms = prop::option::of((-60_i64..220, 0_usize..3, 0_usize..3));
    prop::collection::vec((0_usize..6, 0_usize..4, day(), day(), terms), 0..6)
}

fn requests() -> impl Strategy<Value = Vec<Open>> {
    prop::collection::vec((0_usize..6, 0_u16..6, 1_u8..6, -40_i64..10), 0..8)
}

fn sessions() -> impl Strategy<Value = Vec<Held>> {
    let outcomes = prop::collection::vec((0_u128..6, 1_u8..6), 0..4);
    let people = prop::collection::btree_set(0_u128..6, 0..4);
    let people = people.prop_map(|people| people.into_iter().collect::<Vec<_>>());
    prop::collection::vec((-5_i64..200, 0_usize..Format::ALL.len(), outcomes, people), 0..6)
}

fn taught(held: &[Held], around: NaiveDate) -> Vec<Teaching> {
    let one = |(days, format, outcomes, people): &Held| {
        let on = days_after(around, *days).to_string();
        session(&on, Format::ALL[*format], outcomes, people)
    };
    held.iter().map(one).collect()
}

/// Some requirements hold only from a day on.
pub(super) fn begin(facts: &mut Facts, begins: &[(usize, usize, i64)], around: NaiveDate) {
    for &(role, row, days) in begins {
        let rows = &mut facts.roles[role].requirements;
        let many = rows.len();
        if many > 0 {
            rows[row % many].period = Period::new(Some(days_after(around, days)), None);
        }
    }
}

proptest! {
    #[test]
    fn the_one_pass_is_coverage_of_facts_to_which_what_is_hoped_was_added(
        asks in asks(),
        people in people(),
        leads in leads(),
        (turns, begins) in (turns(), prop::collection::vec((0_usize..3, 0_usize..20, -60_i64..220), 0..3)),
        (requests, held) in (requests(), sessions()),
        group in prop::option::of(0_usize..4),
        include_bank in any::<bool>(),
        on in prop::sample::select(vec!["2024-06-01", "2024-08-01", "2024-12-20", "2025-01-10", TODAY]),
        horizon in prop::sample::select(Horizon::ALL.to_vec()),
    ) {
        let from = day(on);
        let mut facts = made(&asks, &people);
        turn(&mut facts, &turns, from);
        begin(&mut facts, &begins, from);
        ask_for(&mut facts, &requests, from);
        publish_again(&mut facts, &leads);
        numbered(&mut facts);
        let sessions = taught(&held, from);
        let asked = Asked { day: from, until: horizon.after(from), sessions: &sessions };
        let [known, hoped] = [false, true].map(|high| supposed(&facts, asked, high));
        let seats = Seats::of(&facts, sessions.clone());
        for scope in ScopeKind::ALL {
            for item in ItemKind::ALL {
                let group = group.map(|at| GroupBy::ALL[at]);
                let query = Query { group, include_bank, ..Query::new(from, *scope, *item) };
                let later = Query { as_at: asked.until, ..query.clone() };
                let today = figures(&facts, &query);
                let [low, high] = [&known, &hoped].map(|facts| figures(facts, &later));
                let rows = forecasts(&facts, &[Ahead { query, horizon }], &seats).remove(0);
                let keys: BTreeSet<&Key> = today.keys().chain(low.keys()).collect();
                prop_assert_eq!(rows.len(), keys.len());
                for (row, key) in rows.iter().zip(keys) {
                    let named = [&row.scope_code, &row.item_code, &row.group];
                    prop_assert_eq!(named, [&key.0, &key.1, &key.2], "in their order");
                    let of = |figures: &BTreeMap<Key, Pairs>| figures.get(key).copied().unwrap_or_default();
                    let Forecast { today: is, low: least, high: most, .. } = row.forecast;
                    prop_assert_eq!((is, least, most), (of(&today), of(&low), of(&high)), "{:?}", key);
                    prop_assert!(sums(&row.forecast), "{:?}", row);
                    prop_assert_eq!(least.requirements, most.requirements);
                }
            }
        }
    }

    #[test]
    fn where_the_framework_stays_as_it_is_the_high_end_is_never_below_the_low_one(
        asks in asks(),
        people in people(),
        requests in requests(),
        held in sessions(),
        horizon in prop::sample::select(Horizon::ALL.to_vec()),
    ) {
        let mut facts = made(&asks, &people);
        numbered(&mut facts);
        ask_for(&mut facts, &requests, day(TODAY));
        let sessions = taught(&held, day(TODAY));
        for row in rows(&facts, ask(ScopeKind::Team, ItemKind::Competency, horizon), sessions) {
            let Forecast { low, high, .. } = row.forecast;
            prop_assert!(low.met <= high.met && low.requirements == high.requirements);
        }
    }

    #[test]
    fn where_nothing_is_open_or_booked_starts_ends_or_runs_out_both_ends_are_today(
        asks in asks(),
        people in people(),
        horizon in prop::sample::select(Horizon::ALL.to_vec()),
    ) {
        let mut facts = made(&asks, &people);
        // One version, in which nothing is asked for again within a lifetime.
        for role in &mut facts.roles {
            role.requirements.retain(|row| row.competency < 3);
        }
        for competency in &mut facts.competencies {
            competency.refresh_months = 1_200;
        }
        for who in &mut facts.people {
            let stands = |event: &Event| event.kind != Requested && event.kind != JudgementKind::Recognised;
            who.judgements.retain(|event| event.competency < 3 && stands(event));
        }
        for scope in ScopeKind::ALL {
            for item in ItemKind::ALL {
                for row in rows(&facts, ask(*scope, *item, horizon), vec![]) {
                    let Forecast { today, low, high, causes } = row.forecast;
                    prop_assert_eq!((low, high, causes), (today, today, Causes::default()));
                }
            }
        }
    }
}
