//! The terms of a post, holding from a day until later terms take over. Append-only.

use domain::codes::{PostCategory, PostStatus};
use domain::fte::Fte;
use domain::ids::{PersonId, PostId, RoleId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "post_terms")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub post_id: PostId,
    /// Missing for the terms as first recorded: they hold from the post's start.
    pub holds_from: Option<Date>,
    pub team_id: TeamId,
    pub role_id: RoleId,
    pub fte: Fte,
    pub category: PostCategory,
    pub status: PostStatus,
    pub line_manager_id: Option<PersonId>,
    pub recorded_at: DateTimeUtc,
    pub recorded_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::post::Entity",
        from = "Column::PostId",
        to = "super::post::Column::Id"
    )]
    Post,
}

impl Related<super::post::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Post.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
