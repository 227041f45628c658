//! One row of each table of a training package.

use super::{day, uuid};
use domain::codes::{CareSetting, Origin};
use domain::ids::{AreaId, CompetencyId, ProgrammeId, ProgrammeStepId, RoleId};
use domain::programmes::StepFormat;
use entities::*;

pub fn programme() -> programme::Model {
    programme::Model {
        id: ProgrammeId(uuid(16)),
        code: "code".into(),
        title: "title".into(),
        purpose: "purpose".into(),
        origin: Origin::Local,
        area_id: Some(AreaId(uuid(1))),
        starts_on: day("2026-11-21"),
        ends_on: Some(day("2026-11-21")),
    }
}

pub fn programme_role() -> programme_role::Model {
    programme_role::Model { programme_id: ProgrammeId(uuid(16)), role_id: RoleId(uuid(4)) }
}

pub fn programme_setting() -> programme_setting::Model {
    let care_setting = CareSetting::PrimaryCare;
    programme_setting::Model { programme_id: ProgrammeId(uuid(16)), care_setting }
}

pub fn programme_step() -> programme_step::Model {
    programme_step::Model {
        id: ProgrammeStepId(uuid(17)),
        programme_id: ProgrammeId(uuid(16)),
        position: 2,
        title: "title".into(),
        what_happens: "what happens".into(),
        format: StepFormat::Simulation,
        minutes: 90,
    }
}

pub fn programme_outcome() -> programme_outcome::Model {
    programme_outcome::Model {
        step_id: ProgrammeStepId(uuid(17)),
        competency_id: CompetencyId(uuid(10)),
        level: 2,
    }
}
