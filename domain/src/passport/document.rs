//! The document as it is signed and read: its names are the names in the file, and nothing else may stand in it.
//!
//! It holds whole numbers, texts and lists alone, and every name in it is ASCII: its canonical form (RFC 8785) is then the
//! compact JSON with sorted names. `docs/decisions/passport.md` says what is in it and what never is.

use crate::codes::Evidence;
use crate::frameworks::Level;
use crate::ids::PassportId;
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

codes! {
    /// What kind of document it is, and how it is read.
    Format, "passport format" {
        First "esteem-passport/1" "Esteem passport, first format",
    }

    /// On what a level rests (rules, section 3).
    Basis, "basis of a level" {
        Confirmed "confirmed" "Confirmed",
        Recognised "recognised" "Recognised",
        Accepted "accepted" "Accepted from another employer",
    }

    /// The kind of a key, in the words of RFC 8037.
    KeyType, "kind of key" {
        Okp "OKP" "Octet key pair",
    }

    /// The curve of a key.
    Curve, "curve" {
        Ed25519 "Ed25519" "Ed25519",
    }
}

/// A signed passport.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passport {
    pub format: Format,
    pub id: PassportId,
    /// The day as at which everything in it is said.
    pub issued_on: NaiveDate,
    pub issuer: Issuer,
    pub person: Holder,
    /// Posts begun by that day, the latest first.
    pub posts: Vec<HeldPost>,
    /// The version that held on that day.
    pub framework: Framework,
    /// What is confirmed and current on that day, in the order of the framework.
    pub competencies: Vec<HeldCompetency>,
    /// The public half of the key that signed it.
    pub key: PublicKey,
    /// Ed25519 over the canonical form of everything else, in base64url without padding.
    pub signature: String,
}

/// The installation that says all this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    pub name: String,
    /// Where its own verify page stands, as text: no program opens it.
    pub address: String,
}

/// As much as is needed to know that it is the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// First name, then last name.
    pub name: String,
    /// The organisation whose number follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    pub employee_number: String,
    /// The professional registration number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
}

/// A post with the role and team that the person had in it on the day, or had last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldPost {
    pub role: String,
    pub team: String,
    pub organisation: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// The framework version whose words the competencies have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    /// That of its CASE document.
    pub identifier: Uuid,
    pub title: String,
    pub version: u32,
}

/// A level that was current on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldCompetency {
    /// That of its CASE item.
    pub identifier: Uuid,
    pub code: String,
    pub title: String,
    /// The title of its domain.
    pub domain: String,
    pub level: Level,
    pub basis: Basis,
    pub made_on: NaiveDate,
    /// The day of the confirmation that was taken over, for `accepted` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_on: Option<NaiveDate>,
    /// The last day on which it is current.
    pub due_on: NaiveDate,
    /// Who signed it: one, two where it was countersigned or merged from two, nobody where it was brought in without a name.
    pub by: Vec<Signer>,
    /// Whether it was brought in from a file rather than said in Esteem.
    pub imported: bool,
    /// The kinds of what it rested on; never the texts.
    pub evidence: Vec<Evidence>,
}

/// Somebody who signed a level, as they were on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    pub name: String,
    /// The title of their job role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// The public half of a key, as a JSON Web Key (RFC 8037).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicKey {
    pub kty: KeyType,
    pub crv: Curve,
    /// Its 32 bytes in base64url without padding.
    pub x: String,
}
