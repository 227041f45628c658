//! One row of each table about what comes from other employers and other systems.

use super::{day, judgement, moment, uuid};
use domain::brought::DeclineReason;
use domain::ids::{
    AccountId, BroughtRecordId, CourseId, EvidenceItemId, ImportId, PersonId, TrustedIssuerId,
};
use entities::*;

pub fn course() -> course::Model {
    course::Model {
        id: CourseId(uuid(61)),
        title: "Fire  Safety".into(),
        key: "fire safety".into(),
    }
}

pub fn imported_evidence() -> imported_evidence::Model {
    imported_evidence::Model {
        item_id: EvidenceItemId(uuid(14)),
        import_id: ImportId(uuid(13)),
        course_id: CourseId(uuid(61)),
        key: vec![7; 16],
    }
}

pub fn trusted_issuer() -> trusted_issuer::Model {
    trusted_issuer::Model {
        id: TrustedIssuerId(uuid(62)),
        name: "Eastern Trust".into(),
        address: "https://esteem.eastern.example".into(),
        fingerprint: "fingerprint".into(),
        added_on: day("2026-11-21"),
        added_at: moment("2026-11-21T09:30:00.123456Z"),
        added_by: "yusra@staff.example".into(),
        ended_on: Some(day("2026-11-22")),
        ended_by: Some("yusra@staff.example".into()),
    }
}

pub fn brought_record() -> brought_record::Model {
    brought_record::Model {
        id: BroughtRecordId(uuid(63)),
        person_id: PersonId(uuid(5)),
        issuer_name: "Eastern Trust".into(),
        issuer_address: "https://esteem.eastern.example".into(),
        fingerprint: "fingerprint".into(),
        digest: "digest".into(),
        issued_on: day("2026-11-20"),
        levels: 2,
        document: "{}".into(),
        brought_on: day("2026-11-21"),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_account_id: Some(AccountId(uuid(11))),
    }
}

pub fn brought_evidence() -> brought_evidence::Model {
    brought_evidence::Model {
        item_id: EvidenceItemId(uuid(14)),
        record_id: BroughtRecordId(uuid(63)),
        line: 0,
    }
}

pub fn acceptance() -> acceptance::Model {
    acceptance::Model {
        record_id: BroughtRecordId(uuid(63)),
        trusted_issuer_id: TrustedIssuerId(uuid(62)),
        accepted_on: day("2026-11-21"),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_person_id: PersonId(uuid(5)),
        by_account_id: AccountId(uuid(11)),
        same_person: true,
    }
}

pub fn accepted_from() -> accepted_from::Model {
    accepted_from::Model {
        judgement_sequence: judgement().sequence,
        record_id: BroughtRecordId(uuid(63)),
        confirmed_by: "Cara Miah, Mental health nurse".into(),
    }
}

pub fn declined_record() -> declined_record::Model {
    declined_record::Model {
        record_id: BroughtRecordId(uuid(63)),
        reason: DeclineReason::AskIssuer,
        declined_on: day("2026-11-21"),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_person_id: PersonId(uuid(5)),
        by_account_id: AccountId(uuid(11)),
    }
}
