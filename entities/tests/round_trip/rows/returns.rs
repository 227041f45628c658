//! Returns of places.

use super::{day, moment, uuid};
use domain::ids::{AccountId, AreaId, ReturnRevisionId};
use domain::returns::Step;
use domain::returns::checks::Check;
use entities::*;

const REVISION: u128 = 90;

pub fn return_revision() -> return_revision::Model {
    return_revision::Model {
        id: ReturnRevisionId(uuid(REVISION)),
        place_id: AreaId(uuid(1)),
        reference_date: day("2026-03-31"),
        number: 2,
        reason: Some("A team was missing".into()),
        begun_at: moment("2026-04-15T09:30:00.123456Z"),
        begun_by_id: Some(AccountId(uuid(11))),
    }
}

pub fn return_event() -> return_event::Model {
    return_event::Model {
        revision_id: ReturnRevisionId(uuid(REVISION)),
        sequence: 1,
        step: Step::Prepared,
        by_account_id: None,
        by_itself: true,
        at: moment("2026-04-15T09:30:00.123456Z"),
        digest: "0a1b".into(),
    }
}

pub fn return_file() -> return_file::Model {
    return_file::Model {
        revision_id: ReturnRevisionId(uuid(REVISION)),
        name: "coverage.csv".into(),
        bytes: 3,
        sha256: "2c3d".into(),
        content: vec![0, 159, 255],
    }
}

pub fn return_kept() -> return_kept::Model {
    return_kept::Model {
        revision_id: ReturnRevisionId(uuid(REVISION)),
        digest: "0a1b".into(),
        recipient: "NHS England".into(),
        summary: "{}".into(),
        contents: "{}".into(),
        frozen: "{}".into(),
        teams: "T1\nT2".into(),
    }
}

pub fn return_note() -> return_note::Model {
    return_note::Model {
        id: 1,
        revision_id: ReturnRevisionId(uuid(REVISION)),
        digest: "0a1b".into(),
        about: Check::Changed,
        subject: "T1".into(),
        words: "A team moved".into(),
        noted_at: moment("2026-04-16T09:30:00.123456Z"),
        noted_by_id: AccountId(uuid(11)),
    }
}

pub fn return_word() -> return_word::Model {
    return_word::Model {
        id: 1,
        place_id: AreaId(uuid(1)),
        reference_date: day("2026-03-31"),
        need: "gap/PN/RSK-1".into(),
        words: "Two courses are planned".into(),
        said_at: moment("2026-04-16T09:30:00.123456Z"),
        said_by_id: Some(AccountId(uuid(11))),
    }
}
