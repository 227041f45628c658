//! A competency as one framework version words it.

use domain::codes::Strand;
use domain::ids::{CompetencyId, DomainId, FrameworkVersionId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "competency")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CompetencyId,
    pub version_id: FrameworkVersionId,
    pub domain_id: DomainId,
    pub code: String,
    pub title: String,
    pub statement: String,
    pub strand: Strand,
    pub refresh_months: i32,
    pub rare_event: bool,
    pub position: i32,
    pub level_1: Option<String>,
    pub level_2: Option<String>,
    pub level_3: Option<String>,
    pub level_4: Option<String>,
    pub level_5: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::competency_domain::Entity",
        from = "Column::DomainId",
        to = "super::competency_domain::Column::Id"
    )]
    CompetencyDomain,
}

impl Related<super::competency_domain::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::CompetencyDomain.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
