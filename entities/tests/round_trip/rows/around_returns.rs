//! One row of each table around returns: local measures, recipients, schedules.

use super::{day, moment, uuid};
use domain::ids::{AreaId, ImportId, LocalMeasureId, ReturnRecipientId, ReturnScheduleId};
use entities::*;

pub fn local_measure() -> local_measure::Model {
    local_measure::Model {
        id: LocalMeasureId(uuid(91)),
        import_id: ImportId(uuid(13)),
        code: "PHQ-1".into(),
        definition: "definition".into(),
        source: "source".into(),
        unit: "%".into(),
        area_id: Some(AreaId(uuid(1))),
        team_id: None,
        first_on: day("2026-04-01"),
        last_on: day("2026-09-30"),
        value: Some("48.5".into()),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        replaced_at: Some(moment("2026-11-22T09:30:00.123456Z")),
    }
}

pub fn return_recipient() -> return_recipient::Model {
    return_recipient::Model {
        id: ReturnRecipientId(uuid(92)),
        name: "name".into(),
        starts_on: day("2027-04-01"),
        added_on: day("2026-11-21"),
        added_at: moment("2026-11-21T09:30:00.123456Z"),
        added_by: "actor".into(),
    }
}

pub fn return_schedule() -> return_schedule::Model {
    return_schedule::Model {
        id: ReturnScheduleId(uuid(93)),
        area_id: AreaId(uuid(1)),
        is_on: true,
        starts_on: day("2026-11-21"),
        set_by: "actor".into(),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
    }
}
