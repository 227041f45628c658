//! What pages show of passports: plain values that cross to the browser.

use super::{Framework, HeldCompetency, HeldPost, Holder, Issuer, Since};
use crate::ids::PassportId;
use crate::paging::Paged;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// What a passport of today holds, or would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    pub person: Holder,
    pub posts: Vec<HeldPost>,
    pub framework: Framework,
    pub competencies: Vec<HeldCompetency>,
}

/// The reader's own passports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPassports {
    pub contents: Contents,
    /// Why none can be made at the moment, in a sentence.
    pub none_because: Option<String>,
    /// Those made so far, the latest first.
    pub issued: Paged<IssuedLine>,
}

/// A passport that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedLine {
    pub id: PassportId,
    /// In London.
    pub issued_at: NaiveDateTime,
    pub withdrawn_at: Option<NaiveDateTime>,
}

impl IssuedLine {
    /// How its identifier ends: this tells two of one minute apart, whose identifiers begin alike.
    pub fn id_ends(&self) -> String {
        let id = self.id.to_string();
        id.rsplit('-').next().unwrap_or_default().to_owned()
    }
}

/// What the verify page says of a file, and all that it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// As the file names it.
    pub issuer: Issuer,
    pub issued_on: NaiveDate,
    pub finding: Finding,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Finding {
    Altered,
    /// Intact, and signed with a key of this installation's.
    Ours(Since),
    /// Intact by the key it carries, which is not ours.
    Elsewhere {
        /// The key's fingerprint: the issuer can say whether it is theirs.
        fingerprint: String,
        /// The name under which this installation trusts the key's holder.
        trusted: Option<String>,
    },
}
