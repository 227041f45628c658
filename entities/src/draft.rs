//! What somebody has typed in a form and means to come back to. Nobody else sees it.

use domain::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Which form, and what it is about.
    #[sea_orm(primary_key, auto_increment = false)]
    pub about: String,
    /// The names and values of its fields, as JSON.
    pub answers: String,
    pub saved_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
