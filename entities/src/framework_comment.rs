//! A comment on a draft of the framework.

use domain::ids::{
    AccountId, CompetencyId, FrameworkCommentId, FrameworkInvitationId, FrameworkVersionId,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framework_comment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FrameworkCommentId,
    pub version_id: FrameworkVersionId,
    /// None where it is about the whole draft.
    pub competency_id: Option<CompetencyId>,
    pub account_id: Option<AccountId>,
    pub invitation_id: Option<FrameworkInvitationId>,
    /// Who wrote it, as they are called or call themselves.
    pub name: String,
    pub text: String,
    pub written_at: DateTimeUtc,
    pub resolved_at: Option<DateTimeUtc>,
    pub resolved_by: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
