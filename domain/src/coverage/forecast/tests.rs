//! Forecasts from worked figures: a small place whose every number is counted out in a comment.

use super::*;
use crate::codes::{CrosswalkRelation, JudgementKind, Necessity, PostStatus, VersionState};
use crate::coverage::small_place::{self, day, person, role, said, small_place};
use crate::coverage::{Competency, ItemKind, Person, ScopeKind};
use crate::dates::Period;
use crate::frameworks::crosswalk::Answer;
use crate::frameworks::{Level, Version};
use crate::fte::Fte;
use crate::ids::CompetencyId;
use crate::people::{Post, Terms};
use crate::programmes::Outcome;
use crate::requirements::Requirement;
use crate::sessions::format::Format;
use JudgementKind::{Confirmed, Requested};
use PostStatus::{Active, Away};
use uuid::Uuid;

mod as_read; // the rules, read aloud
mod covered; // which teams are covered then
mod hoped; // what is open and booked
mod known; // what follows from what is known

/// In 30 days it is 1 July, in 90 it is 30 August, in 180 it is 28 November.
const TODAY: &str = "2026-06-01";

const NURSE: usize = 0;
const CLERK: usize = 1;

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

/// Gives every competency an id of its own: its position.
fn numbered(facts: &mut Facts) {
    for (at, competency) in facts.competencies.iter_mut().enumerate() {
        competency.id = CompetencyId(Uuid::from_u128(at as u128));
    }
}

/// Teams T1 and T2; competencies A-1 (refresh 12 months) and A-2 (24) of one domain, B-1 (24) of another. A nurse is asked
/// A-1 at 2, A-2 at 3 and B-1 at 2, a clerk A-1 at 1.
fn place_of(people: Vec<Person>) -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 24, 0), ("B-1", 24, 1)]);
    let nurse = role("NURSE", "Nursing", &[(0, 2, false), (1, 3, false), (2, 2, false)]);
    facts.roles = vec![nurse, role("CLERK", "Administrative", &[(0, 1, false)])];
    facts.people = people;
    numbered(&mut facts);
    facts
}

fn post(team: usize, role: usize, status: PostStatus) -> Post {
    small_place::post(team, role, Fte::FULL, status)
}

/// A nurse's post in T1.
fn nurse() -> Post {
    post(0, NURSE, Active)
}

/// The post from one day to another.
fn held(post: Post, from: Option<&str>, to: Option<&str>) -> Post {
    Post { held: Period::new(from.map(day), to.map(day)), ..post }
}

/// The post with other terms from a day on.
fn then(mut post: Post, from: &str, change: impl FnOnce(&mut Terms)) -> Post {
    let mut terms = post.terms[0];
    terms.from = Some(day(from));
    change(&mut terms);
    post.terms.push(terms);
    post
}

fn pairs(requirements: u32, met: u32) -> Pairs {
    Pairs { requirements, met }
}

fn shift(count: u32, requirements: i32, met: i32) -> Shift {
    Shift { count, requirements, met }
}

fn ask(scope: ScopeKind, item: ItemKind, horizon: Horizon) -> Ahead {
    Ahead { query: Query::new(day(TODAY), scope, item), horizon }
}

/// The rows of one question, with these sessions to come.
fn rows(facts: &Facts, ahead: Ahead, sessions: Vec<Teaching>) -> Vec<ForecastRow> {
    forecasts(facts, &[ahead], &Seats::of(facts, sessions)).remove(0)
}

/// The forecast of one row.
fn row(rows: &[ForecastRow], scope: &str, item: &str) -> Forecast {
    let found = rows.iter().find(|row| row.scope_code == scope && row.item_code == item);
    found.unwrap_or_else(|| panic!("no row {scope} {item} in {rows:?}")).forecast
}

/// Everything asked in T1, so many days ahead.
fn in_team(facts: &Facts, horizon: Horizon, sessions: Vec<Teaching>) -> Forecast {
    row(&rows(facts, ask(ScopeKind::Team, ItemKind::All, horizon), sessions), "T1", "all")
}

/// A session for people by their numbers, with what it is meant to lead to by competency.
fn session(on: &str, format: Format, outcomes: &[(u128, u8)], people: &[u128]) -> Teaching {
    let outcome = |&(at, number): &(u128, u8)| Outcome {
        competency: CompetencyId(Uuid::from_u128(at)),
        level: level(number),
    };
    Teaching {
        day: day(on),
        format,
        outcomes: outcomes.iter().map(outcome).collect(),
        people: people.iter().map(|number| person(*number, vec![], vec![]).id).collect(),
    }
}

/// A second version from 1 July: A-1 and B-1 are the same, A-2 is wider and asked again; roles ask the same of all of it.
fn published_again(mut facts: Facts) -> Facts {
    let (number, from) = (2, Some(day("2026-07-01")));
    facts.versions.push(Version { number, state: VersionState::Published, published_from: from });
    facts.domains.extend(facts.domains.clone());
    let again = facts.competencies.clone().into_iter();
    facts.competencies.extend(again.map(|c| Competency { version: 1, domain: c.domain + 2, ..c }));
    numbered(&mut facts);
    let relations = [CrosswalkRelation::Same, CrosswalkRelation::Wider, CrosswalkRelation::Same];
    for (old, relation) in (0..).zip(relations) {
        facts.crosswalk.push(Answer { old, relation, asked_again: false, new: Some(old + 3) });
    }
    for role in &mut facts.roles {
        let again = role.requirements.clone().into_iter();
        let again = again.map(|row| Requirement { competency: row.competency + 3, ..row });
        role.requirements.extend(again);
    }
    facts.carry();
    facts
}
