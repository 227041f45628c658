//! The words of a CASE 1.0 package, in the order in which they are written.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use uuid::Uuid;

pub(crate) const CHILD_OF: &str = "isChildOf";
pub(crate) const REPLACED_BY: &str = "replacedBy";
pub(crate) const ADOPTED: &str = "Adopted";
pub(crate) const DEPRECATED: &str = "Deprecated";
/// What an item is that has competencies beneath it.
pub(crate) const DOMAIN: &str = "Domain";
pub(super) const COMPETENCY: &str = "Competency";

/// A framework version with everything in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Package {
    #[serde(rename = "CFDocument")]
    pub document: Document,
    #[serde(rename = "CFItems")]
    pub items: Vec<Item>,
    #[serde(rename = "CFAssociations")]
    pub associations: Vec<Association>,
    #[serde(rename = "CFRubrics")]
    pub rubrics: Vec<Rubric>,
}

/// A page of the list of versions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Documents {
    #[serde(rename = "CFDocuments")]
    pub documents: Vec<Document>,
    /// How many there are on all pages; told beside the list.
    #[serde(skip)]
    pub total: usize,
}

/// An item with the associations that it is one end of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemAssociations {
    #[serde(rename = "CFItem")]
    pub item: Item,
    #[serde(rename = "CFAssociations")]
    pub associations: Vec<Association>,
}

/// A part of a package, named and addressed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    pub title: String,
    pub identifier: Uuid,
    pub uri: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    pub identifier: Uuid,
    pub uri: String,
    pub creator: String,
    pub title: String,
    pub last_change_date_time: DateTime<Utc>,
    #[serde(rename = "officialSourceURL", skip_serializing_if = "Option::is_none")]
    pub official_source_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    pub version: String,
    pub adoption_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_start_date: Option<NaiveDate>,
    #[serde(rename = "licenseURI", skip_serializing_if = "Option::is_none")]
    pub licence: Option<Link>,
    /// Outside its package only.
    #[serde(rename = "CFPackageURI", skip_serializing_if = "Option::is_none")]
    pub package: Option<Link>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    pub identifier: Uuid,
    pub uri: String,
    pub full_statement: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abbreviated_statement: Option<String>,
    pub human_coding_scheme: String,
    #[serde(rename = "CFItemType")]
    pub item_type: &'static str,
    pub concept_keywords: Vec<String>,
    pub last_change_date_time: DateTime<Utc>,
    /// Outside its package only.
    #[serde(rename = "CFDocumentURI", skip_serializing_if = "Option::is_none")]
    pub document: Option<Link>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Association {
    pub identifier: Uuid,
    #[serde(rename = "associationType")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<i32>,
    pub uri: String,
    #[serde(rename = "originNodeURI")]
    pub origin: Link,
    #[serde(rename = "destinationNodeURI")]
    pub destination: Link,
    pub last_change_date_time: DateTime<Utc>,
    /// Outside its package only.
    #[serde(rename = "CFDocumentURI", skip_serializing_if = "Option::is_none")]
    pub document: Option<Link>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rubric {
    pub identifier: Uuid,
    pub uri: String,
    pub title: String,
    pub description: String,
    pub last_change_date_time: DateTime<Utc>,
    #[serde(rename = "CFRubricCriteria")]
    pub criteria: Vec<Criterion>,
}

/// What the levels mean: of one competency, or without one of any.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Criterion {
    pub identifier: Uuid,
    pub uri: String,
    pub category: String,
    #[serde(rename = "CFItemURI", skip_serializing_if = "Option::is_none")]
    pub item: Option<Link>,
    pub position: i32,
    pub rubric_id: Uuid,
    pub last_change_date_time: DateTime<Utc>,
    #[serde(rename = "CFRubricCriterionLevels")]
    pub levels: Vec<CriterionLevel>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CriterionLevel {
    pub identifier: Uuid,
    pub uri: String,
    pub description: String,
    /// The level's name.
    pub quality: String,
    /// The level's number.
    pub score: u8,
    pub position: u8,
    pub rubric_criterion_id: Uuid,
    pub last_change_date_time: DateTime<Utc>,
}
