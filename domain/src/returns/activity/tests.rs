//! What a return counts besides coverage, counted out by hand.

use super::*;
use crate::codes::InputKind;
use crate::coverage::ScopeKind;
use crate::coverage::small_place::{day, small_place};
use crate::frameworks::Level;
use crate::ids::{AllocationId, MentalHealthInputId, PersonId, TeamId};
use crate::inputs::Said;
use crate::protected_time::allocation::Allocation;
use crate::protected_time::amount::Amount;
use crate::protected_time::{TimeUnit, TimeUse, WhyLost};
use crate::returns::sessions::SessionMeasure;
use crate::returns::shortfalls::NeedKind;
use crate::sessions::CancelReason;
use crate::sessions::format::Format;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const ON: &str = "2026-03-31";
/// The place and the network in it.
const PLACE: AreaIndex = 0;
const NETWORK: AreaIndex = 1;

fn facts() -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 12, 0), ("B-1", 12, 1)]);
    facts.places.teams[1].id = TeamId(Uuid::from_u128(2));
    facts
}

/// What is told of a measure: `network N workshop: 1`, with what it is of where it is a part.
fn told(activity: &Activity, measure: SessionMeasure) -> Vec<String> {
    let figures = activity.figures(&facts(), PLACE, day(ON));
    let of = figures.iter().filter(|figure| figure.measure == measure);
    of.map(|figure| {
        let number = |n: Option<u32>| n.map_or_else(|| "x".to_owned(), |n| n.to_string());
        let of = figure.of.map(|of| format!(" of {of}")).unwrap_or_default();
        let parts = [figure.code.as_str(), figure.by.as_str()];
        let named = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        format!("{}: {}{of}", named.join(" "), number(figure.value))
    })
    .collect()
}

fn session(areas: &[AreaIndex], format: Format, cancelled: Option<CancelReason>) -> Scheduled {
    Scheduled {
        areas: areas.iter().copied().collect(),
        format,
        cancelled,
        is_cross_boundary: cancelled.is_none() && format == Format::Simulation,
    }
}

#[test]
fn the_twelve_months_end_with_the_day() {
    let told = |on: &str| {
        let period = twelve_months(day(on));
        (period.from.unwrap().to_string(), period.to.unwrap().to_string())
    };
    assert_eq!(told("2026-03-31"), ("2025-04-01".to_owned(), "2026-03-31".to_owned()));
    assert_eq!(told("2024-02-29"), ("2023-03-01".to_owned(), "2024-02-29".to_owned()));
    assert_eq!(told("2026-06-15"), ("2025-06-16".to_owned(), "2026-06-15".to_owned()));
}

#[test]
fn sessions_are_those_of_each_area_by_format_and_by_reason() {
    let sessions = vec![
        session(&[NETWORK, PLACE], Format::Workshop, None),
        session(&[PLACE], Format::Simulation, None),
        session(&[PLACE], Format::Short, Some(CancelReason::LowNumbers)),
        session(&[], Format::Short, None),
    ];
    let activity = Activity { sessions, ..Activity::default() };
    let delivered = told(&activity, SessionMeasure::Delivered);
    assert_eq!(delivered, ["P: 2", "P simulation: 1", "P workshop: 1", "N: 1", "N workshop: 1"]);
    let cancelled = told(&activity, SessionMeasure::Cancelled);
    assert_eq!(cancelled, ["P: 1", "P low_numbers: 1", "N: 0"]);
    assert_eq!(told(&activity, SessionMeasure::CrossBoundary), ["P: 1", "N: 0"]);
}

#[test]
fn a_team_had_what_it_is_due_or_had_not() {
    let team = |due, delivered| Entitled { areas: [NETWORK, PLACE].into(), due, delivered };
    let teams = vec![team(3, 3), team(3, 2), team(1, 4), team(0, 0)];
    let activity = Activity { teams, ..Activity::default() };
    // Due any are three; the first and the third had all.
    let expected = ["P: 2 of 3", "N: 2 of 3"];
    assert_eq!(told(&activity, SessionMeasure::TeamsEntitled), expected);
}

fn input(team: u128, kind: InputKind, wte: Option<&str>, from: &str) -> Input {
    Input {
        id: MentalHealthInputId(Uuid::from_u128(team)),
        team: TeamId(Uuid::from_u128(team)),
        held: Period::new(Some(day(from)), None),
        says: Said {
            kind,
            population: None,
            from_team: None,
            from_person: Some(PersonId(Uuid::from_u128(9))),
            wte: wte.map(|wte| wte.parse().unwrap()),
            target_wte: None,
            case_discussions: None,
            supervisor: None,
            supervised_every: None,
            times: None,
            reach: None,
        },
    }
}

#[test]
fn mental_health_input_is_what_holds_on_the_day_and_what_is_not_recorded_is_no_nought() {
    let inputs = vec![
        input(0, InputKind::LinkWorker, Some("0.333"), "2025-01-01"),
        input(0, InputKind::LinkWorker, Some("0.333"), "2025-01-01"),
        input(2, InputKind::Embedded, None, "2025-01-01"),
        input(2, InputKind::LinkWorker, Some("1"), "2026-04-01"),
    ];
    let activity = Activity { inputs, ..Activity::default() };
    // 0.333 twice is 0.67; each rounded first would be 0.66.
    let place = told(&activity, SessionMeasure::InputWte);
    assert_eq!(place[..3], ["P: 67", "P embedded: x", "P link_worker: 67"]);
    assert_eq!(told(&activity, SessionMeasure::TeamsWithInput), ["P: 2 of 2", "N: 2 of 2"]);
}

/// A PA a week, promised from a day on.
fn educator(from: &str) -> EducatorTime {
    EducatorTime {
        allocations: vec![Allocation {
            id: AllocationId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            held: Period::new(Some(day(from)), None),
            amount: Amount { unit: TimeUnit::Pa, minutes: 240 },
            source: String::new(),
            agreed_by: String::new(),
        }],
        ..EducatorTime::default()
    }
}

/// Two who had protected time, of whom one used and lost some.
fn two_educators() -> Vec<EducatorTime> {
    let (on, mut one) = (day("2026-03-30"), educator("2026-03-25"));
    one.used = vec![(on, TimeUse::Delivery, 200), (on, TimeUse::Travel, 60)];
    one.lost = vec![(on, WhyLost::Absence, 30), (on, WhyLost::ClinicalWork, 20)];
    vec![one, educator("2026-03-30")]
}

#[test]
fn protected_time_is_told_of_the_place_alone() {
    let mut educators = two_educators();
    educators.push(educator("2026-03-31"));
    let activity = Activity { educators, ..Activity::default() };
    // Of 240 a week seven days, two days and one: 240 + 68.57 + 34.29 = 342.86.
    assert_eq!(told(&activity, SessionMeasure::MinutesPromised), ["P: 343"]);
    let used = told(&activity, SessionMeasure::MinutesUsed);
    assert_eq!(used, ["P: 260", "P delivery: 200", "P travel: 60"]);
    let lost = told(&activity, SessionMeasure::MinutesLost);
    assert_eq!(lost, ["P: 50", "P absence: 30", "P clinical_work: 20"]);
    let needs = needs(&activity);
    // The first was promised 240 and took 310; the others took nothing, and what is left to them makes up for nobody.
    assert_eq!(needs[&(NeedKind::Educators, String::new())], (Some(70), Some(310)));
    assert_eq!(needs[&(NeedKind::TimeLost, String::new())], (Some(50), Some(343)));
    assert_eq!(needs[&(NeedKind::TimeLost, "absence".to_owned())], (Some(30), None));
}

#[test]
fn of_two_educators_it_is_not_told_why_time_was_lost_nor_what_it_was_used_for() {
    let mut educators = two_educators();
    // Whoever teaches without protected time hides nobody: the time was not theirs.
    let used = vec![(day("2026-03-30"), TimeUse::Delivery, 45)];
    educators.push(EducatorTime { used, ..EducatorTime::default() });
    let activity = Activity { educators, ..Activity::default() };
    assert_eq!(told(&activity, SessionMeasure::MinutesUsed), ["P: 305"]);
    assert_eq!(told(&activity, SessionMeasure::MinutesLost), ["P: 50"]);
    let of_time = needs(&activity).into_iter().filter(|((kind, _), _)| *kind == NeedKind::TimeLost);
    let expected = ((NeedKind::TimeLost, String::new()), (Some(50), Some(309)));
    assert_eq!(of_time.collect::<Vec<_>>(), [expected]);
}

#[test]
fn that_an_educator_was_unwell_is_among_other_reasons_everywhere() {
    let because = |reason| session(&[NETWORK, PLACE], Format::Short, Some(reason));
    let sessions = vec![
        because(CancelReason::EducatorUnwell),
        because(CancelReason::Other),
        because(CancelReason::LowNumbers),
    ];
    let activity = Activity { sessions, ..Activity::default() };
    let expected =
        ["P: 3", "P low_numbers: 1", "P other: 2", "N: 3", "N low_numbers: 1", "N other: 2"];
    assert_eq!(told(&activity, SessionMeasure::Cancelled), expected);
}

type Numbers = (Option<u32>, Option<u32>);

fn needs(activity: &Activity) -> BTreeMap<(NeedKind, String), Numbers> {
    let needs = activity.shortfalls(&facts(), PLACE, day(ON)).into_iter();
    let needs = needs.map(|n| ((n.kind, n.item), (n.shown.numerator, n.shown.denominator)));
    needs.collect()
}

#[test]
fn who_waits_is_counted_by_the_disclosure_rule_and_requests_are_not() {
    let people = |many: u128| (0..many).map(|at| PersonId(Uuid::from_u128(at))).collect();
    let seats = Seats { asked: people(48), waiting: people(33), ..Seats::default() };
    let requests = vec![
        RequestState::Open,
        RequestState::Open,
        RequestState::Held,
        RequestState::Declined,
        RequestState::Withdrawn,
    ];
    let activity = Activity { seats, requests, ..Activity::default() };
    let needs = needs(&activity);
    assert_eq!(needs[&(NeedKind::WaitingList, String::new())], (Some(35), Some(48)));
    assert_eq!(needs[&(NeedKind::UnmetRequests, String::new())], (Some(2), Some(4)));
    let came = Seats { seated: people(48), came: people(33), ..Seats::default() };
    let activity = Activity { seats: came, ..Activity::default() };
    let figures = activity.figures(&facts(), PLACE, day(ON));
    let attended = figures.iter().filter(|f| f.measure == SessionMeasure::Attended);
    let attended: Vec<_> = attended.map(|f| (f.level, f.value, f.of)).collect();
    assert_eq!(attended, [(ScopeKind::Place, Some(33), Some(48))], "exact until it is published");
}

#[test]
fn a_competency_that_one_person_may_confirm_is_short_of_assessors() {
    let assessor = |person, reaches: [bool; 2], confirms: &[u16]| Capacity {
        person: PersonId(Uuid::from_u128(person)),
        reaches: reaches.to_vec(),
        confirms: confirms.iter().map(|at| (*at, Level::LEADS_AND_TEACHES)).collect(),
    };
    let assessors = vec![
        assessor(1, [true, false], &[0, 1]),
        assessor(2, [false, true], &[0]),
        // Of nobody here.
        assessor(3, [false, false], &[0, 1, 2]),
    ];
    let activity = Activity { assessors, ..Activity::default() };
    // Two may confirm A-1, one A-2, nobody B-1.
    assert_eq!(needs(&activity)[&(NeedKind::Assessors, String::new())], (Some(2), Some(3)));
}

#[test]
fn a_figure_is_told_once() {
    let activity = Activity { educators: vec![educator("2026-03-30")], ..Activity::default() };
    let figures = activity.figures(&facts(), PLACE, day(ON));
    let keys: BTreeSet<_> = figures.iter().map(|f| (f.level, &f.code, f.measure, &f.by)).collect();
    assert_eq!(keys.len(), figures.len());
    assert!(figures.iter().all(|f| f.period == twelve_months(day(ON))));
}
