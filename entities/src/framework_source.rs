//! Who made a framework version that came from elsewhere, and under what licence.

use domain::ids::FrameworkVersionId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_source")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: FrameworkVersionId,
    pub creator: String,
    pub publisher: Option<String>,
    pub description: Option<String>,
    pub language: Option<String>,
    pub official_source_url: Option<String>,
    pub licence_title: Option<String>,
    pub licence_identifier: Option<Uuid>,
    pub licence_uri: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
