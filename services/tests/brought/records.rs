//! Records of the practice's people, kept as their bringing keeps them, and an issuer who is trusted.

use super::issuers::{FINGERPRINT, eastern};
use crate::ground::{Ground, day};
use domain::codes::{Evidence, EvidenceSource};
use domain::ids::{BroughtRecordId, EvidenceItemId, PassportId, PersonId, TrustedIssuerId};
use domain::passport::{
    Basis, Curve, Format, Framework, HeldCompetency, Holder, Issuer, KeyType, Passport, PublicKey,
    Signer,
};
use domain::refusal::Refusal;
use entities::{brought_evidence, brought_record, competency, evidence_item};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use services::{Error, issuers};
use uuid::Uuid;

async fn identifier(ground: &Ground, code: &str) -> Uuid {
    let with_code = competency::Entity::find().filter(competency::Column::Code.eq(code));
    with_code.one(ground.services.db.read()).await.unwrap().unwrap().id.0
}

fn held(identifier: Uuid, number: u8, made_on: &str) -> HeldCompetency {
    HeldCompetency {
        identifier,
        code: "R1".to_owned(),
        title: "Ask about risk".to_owned(),
        domain: "Risk".to_owned(),
        level: number.try_into().unwrap(),
        basis: Basis::Confirmed,
        made_on: day(made_on),
        original_on: None,
        due_on: day("2030-01-01"),
        by: vec![Signer { name: "Olive Byrne".to_owned(), role: Some("Nurse".to_owned()) }],
        imported: false,
        evidence: vec![Evidence::Observation],
    }
}

/// A record of Amina's with a level in RSK-1 and one in what nobody knows here, kept as its bringing keeps it.
pub async fn brought_by(ground: &Ground, number: &str, name: &str) -> BroughtRecordId {
    let levels = vec![
        held(identifier(ground, "RSK-1").await, 3, "2026-03-31"),
        held(Uuid::from_u128(77), 3, "2026-03-31"),
    ];
    let document = Passport {
        format: Format::First,
        id: PassportId(Uuid::from_u128(1)),
        issued_on: day("2026-10-01"),
        issuer: Issuer {
            name: "Eastern".to_owned(),
            address: "https://esteem.eastern.example".to_owned(),
        },
        person: Holder {
            name: name.to_owned(),
            employer: None,
            employee_number: "90".to_owned(),
            registration: None,
        },
        posts: Vec::new(),
        framework: Framework { identifier: Uuid::nil(), title: "Set".to_owned(), version: 1 },
        competencies: levels,
        key: PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x: String::new() },
        signature: String::new(),
    };
    let row = brought_record::Model {
        id: BroughtRecordId(Uuid::now_v7()),
        person_id: ground.person(number).await,
        issuer_name: document.issuer.name.clone(),
        issuer_address: document.issuer.address.clone(),
        fingerprint: FINGERPRINT.to_owned(),
        digest: "digest".to_owned(),
        issued_on: document.issued_on,
        levels: 2,
        document: serde_json::to_string(&document).unwrap(),
        brought_on: day("2026-11-01"),
        recorded_at: ground.operator().now,
        by_account_id: None,
    };
    let id = row.id;
    row.into_active_model().insert(ground.services.db.read()).await.unwrap();
    id
}

pub async fn trusted(ground: &Ground) -> TrustedIssuerId {
    issuers::add(&ground.operator(), eastern(FINGERPRINT)).await.unwrap()
}

pub fn is_not_found<T: std::fmt::Debug>(result: &services::Result<T>) -> bool {
    matches!(result, Err(Error::Refused(Refusal::NotFound(_))))
}

/// The piece of evidence that tells the first level of a record.
pub async fn piece_of(
    ground: &Ground,
    record: BroughtRecordId,
    person: PersonId,
) -> EvidenceItemId {
    let id = EvidenceItemId(Uuid::now_v7());
    let item = evidence_item::Model {
        id,
        person_id: person,
        kind: Evidence::PriorLearning,
        what: "Ask about risk (R1): level 3".to_owned(),
        link: None,
        happened_on: day("2026-03-31"),
        minutes: None,
        participatory: false,
        source: EvidenceSource::Brought,
        recorded_at: ground.operator().now,
        by_account_id: None,
    };
    let db = ground.services.db.read();
    item.into_active_model().insert(db).await.unwrap();
    let tells = brought_evidence::Model { item_id: id, record_id: record, line: 0 };
    tells.into_active_model().insert(db).await.unwrap();
    id
}
