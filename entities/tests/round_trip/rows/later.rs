//! One row of each table about evidence, signing off, redaction, mail, supervision and passports.

use super::{day, judgement, moment, uuid};
use domain::codes::{Evidence, EvidenceSource};
use domain::evidence::files::FileKind;
use domain::ids::{
    AccountId, EvidenceItemId, MailId, PassportId, PersonId, RedactionId, RoleId, RoleSignOffId,
    SupervisionId,
};
use domain::outbox::MailKind;
use domain::redactions::TextKind;
use domain::supervision::SupervisionKind;
use entities::*;

pub fn evidence_item() -> evidence_item::Model {
    evidence_item::Model {
        id: EvidenceItemId(uuid(14)),
        person_id: PersonId(uuid(5)),
        kind: Evidence::Simulation,
        what: "With the crisis team".into(),
        link: None,
        happened_on: day("2026-11-21"),
        minutes: Some(90),
        participatory: true,
        source: EvidenceSource::OwnWords,
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_account_id: Some(AccountId(uuid(11))),
    }
}

pub fn evidence_file() -> evidence_file::Model {
    evidence_file::Model {
        item_id: EvidenceItemId(uuid(14)),
        person_id: PersonId(uuid(5)),
        name: "certificate.pdf".into(),
        kind: FileKind::Pdf,
        bytes: 4,
        digest: vec![9; 32],
    }
}

pub fn judgement_evidence() -> judgement_evidence::Model {
    judgement_evidence::Model {
        judgement_sequence: judgement().sequence,
        item_id: EvidenceItemId(uuid(14)),
    }
}

pub fn role_sign_off() -> role_sign_off::Model {
    role_sign_off::Model {
        id: RoleSignOffId(uuid(51)),
        person_id: PersonId(uuid(5)),
        role_id: RoleId(uuid(4)),
        signed_on: day("2026-11-21"),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_person_id: PersonId(uuid(5)),
        by_account_id: AccountId(uuid(11)),
    }
}

pub fn redaction() -> redaction::Model {
    redaction::Model {
        id: RedactionId(uuid(14)),
        text: TextKind::Reflection,
        row_id: "1".into(),
        person_id: PersonId(uuid(5)),
        reason: "reason".into(),
        proposed_by_id: AccountId(uuid(11)),
        proposed_at: moment("2026-11-21T09:30:00.123456Z"),
        decided_by_id: Some(AccountId(uuid(11))),
        decided_at: Some(moment("2026-11-21T09:30:00.123456Z")),
        agreed: Some(true),
    }
}

pub fn mail() -> mail::Model {
    let at = moment("2026-11-21T12:00:00Z");
    mail::Model {
        id: MailId(uuid(14)),
        account_id: AccountId(uuid(11)),
        kind: MailKind::WeeklyDigest,
        arguments: "{}".into(),
        key: "key".into(),
        made_at: at,
        useful_until: Some(at),
        next_try_at: Some(at),
        tries: 2,
        first_tried_at: Some(at),
        handed_over_at: Some(at),
        sent_at: Some(at),
        given_up_at: None,
        last_error: Some("last error".into()),
    }
}

pub fn job() -> job::Model {
    let at = moment("2026-11-21T12:00:00Z");
    job::Model { name: "name".into(), next_at: at, runs: 2, began_at: Some(at), ended_at: Some(at) }
}

pub fn supervision() -> supervision::Model {
    supervision::Model {
        id: SupervisionId(uuid(15)),
        person_id: PersonId(uuid(5)),
        kind: SupervisionKind::Caseload,
        held_on: day("2026-11-21"),
        minutes: 60,
        logged_at: moment("2026-11-21T09:30:00.123456Z"),
        logged_by_id: AccountId(uuid(11)),
        taken_back_at: None,
        taken_back_by_id: Some(AccountId(uuid(11))),
    }
}

pub fn signing_key() -> signing_key::Model {
    signing_key::Model {
        fingerprint: "fingerprint".into(),
        x: "x".into(),
        first_used_at: moment("2026-11-21T09:30:00.123456Z"),
        retired_at: Some(moment("2026-11-21T09:30:00.123456Z")),
        compromised_from: Some(day("2026-11-21")),
    }
}

pub fn passport() -> passport::Model {
    passport::Model {
        id: PassportId(uuid(16)),
        person_id: PersonId(uuid(5)),
        issued_at: moment("2026-11-21T09:30:00.123456Z"),
        digest: "digest".into(),
        fingerprint: "fingerprint".into(),
        last_judgement: 1,
        withdrawn_at: Some(moment("2026-11-21T09:30:00.123456Z")),
    }
}
