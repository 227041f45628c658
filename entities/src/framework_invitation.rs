//! A link with which somebody without a grant comments on a draft.

use domain::ids::{FrameworkInvitationId, FrameworkVersionId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkInvitationId,
    pub version_id: FrameworkVersionId,
    /// The SHA-256 of the token in the link.
    pub token_hash: Vec<u8>,
    /// Who was invited, in the editor's words.
    pub invited: String,
    /// The last day on which it can be used.
    pub ends_on: Date,
    pub created_at: DateTimeUtc,
    pub created_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
