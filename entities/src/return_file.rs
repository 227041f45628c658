//! A file of the state in which a revision of a return stands.

use domain::ids::ReturnRevisionId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: ReturnRevisionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub bytes: i32,
    /// In hexadecimal.
    pub sha256: String,
    pub content: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
