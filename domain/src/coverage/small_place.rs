//! A small place for tests of figures: place P, network N in it, practice X with its teams, one published framework. A test
//! says which competencies, roles and people there are, so that it can count out every number.

use super::facts::Domain;
use super::{Competency, Facts, Person, Role};
use crate::codes::{
    AreaKind, CareSetting, JudgementKind, Necessity, PostCategory, PostStatus, Sector, Strand,
    VersionState,
};
use crate::dates::Period;
use crate::frameworks::crosswalk::Carried;
use crate::frameworks::{Level, Version};
use crate::fte::Fte;
use crate::ids::*;
use crate::organisations::{Area, Membership, Organisation, Places, Team};
use crate::people::{Post, Terms};
use crate::requirements::Requirement;
use crate::standing::Event;
use chrono::NaiveDate;
use uuid::Uuid;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The place with its teams, published from 2024: domains A and B, with a competency for each code, refresh period in months
/// and domain.
pub(crate) fn small_place(teams: [&str; 2], competencies: &[(&str, u32, usize)]) -> Facts {
    let from = Some(day("2024-01-01"));
    Facts {
        versions: vec![Version { number: 1, state: VersionState::Published, published_from: from }],
        domains: ["A", "B"].map(|code| Domain { code: code.into(), title: code.into() }).to_vec(),
        competencies: competencies.iter().map(competency).collect(),
        places: places(teams),
        ..Facts::default()
    }
}

fn competency(&(code, refresh_months, domain): &(&str, u32, usize)) -> Competency {
    Competency {
        id: CompetencyId(Uuid::nil()),
        code: code.into(),
        title: code.into(),
        strand: Strand::MentalHealth,
        refresh_months,
        rare_event: false,
        version: 0,
        domain,
        carried: Carried::default(),
    }
}

fn places(teams: [&str; 2]) -> Places {
    let area = |code: &str, kind, parent| Area {
        id: AreaId(Uuid::nil()),
        code: code.into(),
        name: code.into(),
        kind,
        parent,
    };
    let team = |code: &str| Team {
        id: TeamId(Uuid::nil()),
        code: code.into(),
        name: code.into(),
        setting: CareSetting::PrimaryCare,
        care_level: None,
        organisation: 0,
        home: None,
        open: Period::ALWAYS,
    };
    Places {
        areas: vec![area("P", AreaKind::Place, None), area("N", AreaKind::Network, Some(0))],
        organisations: vec![Organisation {
            id: OrganisationId(Uuid::nil()),
            code: "X".into(),
            name: "X".into(),
            sector: Sector::GpPractice,
            memberships: vec![Membership { network: 1, period: Period::ALWAYS }],
            sharing: vec![],
        }],
        teams: teams.map(team).to_vec(),
    }
}

/// A role of an ESR staff group that asks competencies at levels, each critical or not.
pub(crate) fn role(code: &str, esr_group: &str, asks: &[(u16, u8, bool)]) -> Role {
    let requirement = |&(competency, number, critical): &(u16, u8, bool)| Requirement {
        competency,
        level: Level::try_from(number).ok(),
        necessity: Necessity::Core,
        critical,
        period: Period::ALWAYS,
    };
    Role {
        id: RoleId(Uuid::nil()),
        code: code.into(),
        title: code.into(),
        profession: None,
        gpw_staff_group: None,
        esr_staff_group: Some(esr_group.into()),
        mental_health_professional: false,
        requirements: asks.iter().map(requirement).collect(),
    }
}

/// A post held always.
pub(crate) fn post(team: usize, role: usize, fte: Fte, status: PostStatus) -> Post {
    let category = PostCategory::Permanent;
    let terms = Terms { from: None, team, role, fte, category, status, line_manager: None };
    Post { id: PostId(Uuid::nil()), held: Period::ALWAYS, terms: vec![terms] }
}

pub(crate) fn person(number: u128, posts: Vec<Post>, judgements: Vec<Event>) -> Person {
    let id = PersonId(Uuid::from_u128(number));
    Person { id, first_name: "P".into(), last_name: number.to_string(), posts, judgements }
}

/// A judgement; level 0 is none.
pub(crate) fn said(competency: u16, kind: JudgementKind, number: u8, on: &str) -> Event {
    let level = Level::try_from(number).ok();
    Event { competency, kind, level, day: day(on), original: None, sequence: 0 }
}
