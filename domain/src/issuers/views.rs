//! What pages show of trusted issuers.

use crate::ids::TrustedIssuerId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Every issuer, and what other installations would list this one by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuers {
    pub lines: Vec<IssuerLine>,
    /// The fingerprint of the key that signs here; none before the first passport.
    pub own: Option<String>,
}

/// One key of an issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuerLine {
    pub id: TrustedIssuerId,
    pub name: String,
    pub address: String,
    pub fingerprint: String,
    pub added_on: NaiveDate,
    pub added_by: String,
    /// The day from which nothing of theirs is accepted, and who said so.
    pub ended: Option<(NaiveDate, String)>,
}
