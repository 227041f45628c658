//! The history is one that could have happened: the rules of the product would have let it.

use super::super::cast::{FOUNDERS, MENTAL_HEALTH_NURSE, PRACTICE_NURSE, WORKFORCE_LEAD};
use super::super::people::{HISTORY_DAYS, Person, monday, number};
use super::super::plan::Plan;
use super::super::set::tests::shipped;
use super::assessors::at_work;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::dates::days_after;
use domain::frameworks::Level;
use domain::judgements::confirming::Reaches;
use domain::judgements::{Assessor, Confirming, Founding, Signatures};
use domain::standing::{Event, Standing, Status, standing};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};

const TODAY: &str = "2026-11-21";

#[derive(Debug, Deserialize)]
struct Row {
    employee_number: String,
    competency_code: String,
    kind: JudgementKind,
    made_on: NaiveDate,
    level: Option<u8>,
    by_employee_number: String,
    evidence: String,
    note: String,
}

impl Row {
    fn level(&self) -> Option<Level> {
        self.level.map(|level| Level::try_from(level).unwrap())
    }

    fn evidence(&self) -> Vec<Evidence> {
        self.evidence.split(';').filter(|e| !e.is_empty()).map(|e| e.parse().unwrap()).collect()
    }
}

fn plan(staff: u32) -> Plan {
    Plan::new(staff, 2017, TODAY.parse().unwrap(), shipped())
}

fn rows(plan: &Plan) -> Vec<Row> {
    let mut rows = Vec::new();
    for file in plan.judgement_files() {
        let mut reader = ::csv::Reader::from_reader(file.as_bytes());
        rows.extend(reader.deserialize().map(|row| row.unwrap()).collect::<Vec<Row>>());
    }
    rows
}

/// What was said of everybody so far.
#[derive(Default)]
struct Told {
    events: HashMap<(String, String), Vec<Event>>,
    /// The last confirmation of the first person by the second.
    confirmations: HashMap<(String, String, String), NaiveDate>,
}

impl Told {
    fn whole(plan: &Plan) -> Self {
        let mut told = Self::default();
        for row in rows(plan) {
            told.hear(&row);
        }
        told
    }

    fn standing(&self, person: &str, competency: &str, months: u32, day: NaiveDate) -> Standing {
        let key = (person.to_owned(), competency.to_owned());
        standing(self.events.get(&key).into_iter().flatten(), months, day)
    }

    fn hear(&mut self, row: &Row) {
        let event = Event {
            sequence: 0,
            competency: 0,
            kind: row.kind,
            level: row.level(),
            day: row.made_on,
            original: None,
        };
        let person = row.employee_number.clone();
        if row.kind == JudgementKind::Confirmed {
            let key = (person.clone(), row.by_employee_number.clone(), row.competency_code.clone());
            self.confirmations.insert(key, row.made_on);
        }
        self.events.entry((person, row.competency_code.clone())).or_default().push(event);
    }
}

/// Whether the rules would have let the confirmation pass on its day.
fn would_be_allowed(plan: &Plan, told: &Told, row: &Row) -> Result<(), String> {
    let of = &plan.set.competencies[plan.set.position(&row.competency_code).unwrap()];
    let stands = |person| told.standing(person, &of.code, of.refresh_months, row.made_on);
    let confirming = Confirming {
        evidence_on: None,
        level: row.level().unwrap(),
        made_on: row.made_on,
        today: row.made_on,
        evidence: &row.evidence(),
        competency: &of.code,
        rare_event: of.rare_event,
        subject: stands(&row.employee_number),
    };
    let by = Assessor { standing: stands(&row.by_employee_number), ..assessor(plan, told, row) };
    let held = by.standing.current(row.made_on).is_some_and(|(level, _)| level.number() >= 4);
    assert!(held, "the assessor holds 4: {row:?}");
    match confirming.by(&by) {
        Ok(Signatures::One) => Ok(()),
        Ok(Signatures::Two(second)) => Err(format!("{} must sign too", second.words())),
        Err(refusal) => Err(refusal.to_string()),
    }
}

/// The assessor as the rules see them, but for where they stand.
fn assessor(plan: &Plan, told: &Told, row: &Row) -> Assessor {
    let (by, subject) = (&row.by_employee_number, &row.employee_number);
    assert!(at_work(person(plan, by), row.made_on), "the assessor is at work: {row:?}");
    let (highest, given_on) =
        (Level::LEADS_AND_TEACHES, days_after(TODAY.parse().unwrap(), -HISTORY_DAYS));
    let founder = FOUNDERS.iter().any(|&founder| &number(founder) == by);
    let back = (by.clone(), subject.clone(), row.competency_code.clone());
    Assessor {
        has_record: true,
        is_subject: by == subject,
        reaches: if serves(plan, by, subject) { Reaches::AtWork } else { Reaches::Nothing },
        standing: Standing::default(),
        founding: founder.then_some(Founding { highest, given_on }),
        confirmed_by_subject_on: told.confirmations.get(&back).copied(),
    }
}

fn person<'a>(plan: &'a Plan, number: &str) -> &'a Person {
    &plan.people[number[1..].parse::<usize>().unwrap() - 1]
}

/// Assessors serve their locality, or the whole place where they work for all of it.
fn serves(plan: &Plan, assessor: &str, subject: &str) -> bool {
    let locality = |number: &str| plan.places.teams[person(plan, number).team().unwrap()].locality;
    locality(assessor).is_none_or(|own| locality(subject) == Some(own))
        || FOUNDERS.iter().any(|&founder| number(founder) == assessor)
}

#[test]
fn every_confirmation_would_have_been_allowed_on_its_day() {
    for (staff, at_least) in [(50, 1_000), (600, 8_000)] {
        let plan = plan(staff);
        let mut told = Told::default();
        let mut confirmed = 0;
        for row in rows(&plan) {
            if row.kind == JudgementKind::Confirmed {
                let allowed = would_be_allowed(&plan, &told, &row);
                assert_eq!(allowed, Ok(()), "{row:?}");
                confirmed += 1;
            }
            told.hear(&row);
        }
        assert!(confirmed > at_least, "{confirmed} confirmations of {staff} people");
    }
}

#[test]
fn rows_are_in_order_of_time_on_working_days_and_complete() {
    let plan = plan(300);
    let rows = rows(&plan);
    let today = TODAY.parse().unwrap();
    let first = monday(days_after(today, -HISTORY_DAYS));
    assert!(rows.is_sorted_by_key(|row| row.made_on), "sequence follows day");
    for row in &rows {
        use chrono::Datelike;
        assert!((first..=today).contains(&row.made_on), "{row:?}");
        assert!(row.made_on.weekday().number_from_monday() <= 5, "{row:?}");
        let said_by_others = row.kind != JudgementKind::SelfAssessment;
        assert!(!said_by_others || row.by_employee_number != row.employee_number, "{row:?}");
        let has_reason = !matches!(
            row.kind,
            JudgementKind::SentBack
                | JudgementKind::Revoked
                | JudgementKind::Recognised
                | JudgementKind::Exempted
        ) || !row.note.is_empty();
        assert!(has_reason, "{row:?}");
        if row.kind == JudgementKind::Recognised {
            assert!(row.level <= Some(4), "{row:?}");
            assert_eq!(row.by_employee_number, number(WORKFORCE_LEAD));
        }
    }
}

#[test]
fn nobody_is_judged_before_their_post_or_after_it() {
    let plan = plan(400);
    for row in rows(&plan) {
        let (from, to) = person(&plan, &row.employee_number).held().unwrap();
        assert!((from..=to).contains(&row.made_on), "{row:?}");
    }
}

/// Requirements met in Network 5 on a day, in tenths of a percent: of everything, or of one domain.
fn met_in_network_5(plan: &Plan, told: &Told, day: NaiveDate, domain: Option<&str>) -> u32 {
    let (mut all, mut met) = (0, 0);
    for (at, person) in plan.people.iter().enumerate() {
        let team = &plan.places.teams[person.team().unwrap()];
        let of = plan.places.organisations.iter().find(|of| of.code == team.organisation).unwrap();
        if of.network != "N5" || !at_work(person, day) {
            continue;
        }
        for asked in plan.set.asked_of(person.role()).iter().filter(|asked| asked.core) {
            let of = &plan.set.competencies[asked.competency];
            if domain.is_none_or(|domain| of.domain_code == domain) {
                let stands = told.standing(&number(at), &of.code, of.refresh_months, day);
                let held = stands.current(day);
                all += 1;
                met += u32::from(held.is_some_and(|(level, _)| level.number() >= asked.level));
            }
        }
    }
    1_000 * met / all
}

#[test]
fn network_5_meets_clearly_less_in_november_than_in_march() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for today in ["2026-11-02", TODAY, "2026-11-28"] {
        let plan = Plan::new(1_000, 2017, day(today), shipped());
        let told = Told::whole(&plan);
        for (domain, at_least) in [(None, 40), (Some("EMG"), 200)] {
            let met = |on: &str| met_in_network_5(&plan, &told, day(on), domain);
            let march = met("2026-03-31");
            for on in ["2026-11-02", today] {
                let then = met(on);
                let words =
                    format!("{domain:?} loaded on {today}: {march} in March, {then} on {on}");
                assert!(then + at_least <= march, "{words}");
            }
        }
    }
}

fn statuses(plan: &Plan, who: usize) -> BTreeMap<&'static str, usize> {
    let told = Told::whole(plan);
    let today = TODAY.parse().unwrap();
    let mut counted = BTreeMap::new();
    for asked in plan.set.asked_of(plan.people[who].role()).iter().filter(|a| a.core) {
        let of = &plan.set.competencies[asked.competency];
        let stands = told.standing(&number(who), &of.code, of.refresh_months, today);
        let status = stands.status(Level::try_from(asked.level).unwrap(), today);
        *counted.entry(status.code()).or_default() += 1;
    }
    counted
}

#[test]
fn the_practice_nurse_has_some_of_everything() {
    let counted = statuses(&plan(60), PRACTICE_NURSE);
    for status in Status::ALL {
        assert!(counted.get(status.code()) >= Some(&2), "{status}: {counted:?}");
    }
}

#[test]
fn the_mental_health_nurse_can_confirm_what_is_asked_of_her() {
    let plan = plan(60);
    let told = Told::whole(&plan);
    let today = TODAY.parse().unwrap();
    for of in &plan.set.competencies {
        if !["RSK", "EMG", "HMS", "ENG"].contains(&&*of.domain_code) {
            continue;
        }
        let nurse = number(MENTAL_HEALTH_NURSE);
        let holds = told.standing(&nurse, &of.code, of.refresh_months, today).current(today);
        assert!(holds.is_some_and(|(level, _)| level.number() >= 4), "{}: {holds:?}", of.code);
    }
}
