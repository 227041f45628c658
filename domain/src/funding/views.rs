//! What pages and files show of funding: plain values that cross to the browser.

use super::claim::Lacking;
use super::forms::SchemeFields;
use super::money::Pence;
use super::scheme::Terms;
use crate::changing::When;
use crate::coverage::views::Heading;
use crate::dates::Period;
use crate::ids::{FundingClaimId, FundingSchemeId, SessionId};
use crate::paging::Paged;
use crate::sessions::times::Slot;
use crate::years::Year;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A scheme, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeLine {
    pub id: FundingSchemeId,
    pub name: String,
    pub payer: String,
    /// The name of the area whose teams it is for; every area’s where there is none.
    pub area: Option<String>,
    pub conditions: Option<String>,
    pub terms: Terms,
    pub held: Period,
    pub when: When,
    /// Whether the reader keeps it.
    pub may_change: bool,
    /// What is claimed under it so far: in the list, for whoever keeps it.
    pub claimed: Option<Claimed>,
}

/// How many claims teams made under a scheme, and what they come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimed {
    pub claims: usize,
    pub amount: Pence,
}

/// The claims under a scheme, for whoever keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeClaims {
    pub name: String,
    pub payer: String,
    pub held: Period,
    pub claimed: Claimed,
    /// The latest first.
    pub claims: Paged<SchemeClaim>,
}

/// A claim of some team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeClaim {
    pub id: FundingClaimId,
    pub team: Heading,
    pub claimed_on: NaiveDate,
    pub sessions: usize,
    pub amount: Pence,
}

/// What the form of a scheme offers, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeForm {
    /// The scheme that is changed; none for a new one.
    pub line: Option<SchemeLine>,
    /// Whether it has begun before today: then a change ends it and another follows.
    pub begun: bool,
    pub fields: SchemeFields,
    /// Areas that the asker may keep it for, code and name.
    pub areas: Vec<Heading>,
    pub everywhere: bool,
}

/// What a team can claim, and what it has claimed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimsPage {
    pub team: Heading,
    pub year: Year,
    /// Who covers, in words, where the team has said it.
    pub cover: Option<String>,
    pub schemes: Vec<SchemeToClaim>,
    /// Claims for sessions of the year, the latest first.
    pub claims: Vec<ClaimLine>,
}

/// A scheme with the sessions of the year that are not claimed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeToClaim {
    pub id: FundingSchemeId,
    pub name: String,
    pub payer: String,
    pub conditions: Option<String>,
    pub terms: Terms,
    /// How many sessions of the year are claimed for under it.
    pub claimed: usize,
    /// How many branches closed for each session when the team claimed the last time.
    pub branches: u16,
    pub sessions: Vec<ToClaim>,
}

/// A delivered session that is not claimed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToClaim {
    pub id: SessionId,
    pub title: String,
    pub slot: Slot,
    /// Nothing where it can be claimed for.
    pub lacking: Vec<Lacking>,
}

/// A claim, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimLine {
    pub id: FundingClaimId,
    pub scheme: String,
    pub claimed_on: NaiveDate,
    pub sessions: usize,
    pub amount: Pence,
}

/// A claim, opened: as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimDetail {
    pub line: ClaimLine,
    pub team: Heading,
    pub organisation: String,
    pub payer: String,
    /// Who covered, in words, where the team had said it.
    pub cover: Option<String>,
    pub branches: u16,
    /// Who made it.
    pub claimed_by: String,
    pub sessions: Vec<ClaimedSession>,
}

/// A session that was claimed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedSession {
    pub code: String,
    pub title: String,
    pub slot: Slot,
    /// How many of the team came.
    pub came: u32,
    pub amount: Pence,
}
