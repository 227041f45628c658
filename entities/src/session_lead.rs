//! Somebody who leads a session: on record here, or known by name.

use domain::ids::{PersonId, SessionId, SessionLeadId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_lead")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionLeadId,
    pub session_id: SessionId,
    pub person_id: Option<PersonId>,
    /// Of somebody who is not on record here, with what they were declared to be.
    pub name: Option<String>,
    pub organisation: Option<String>,
    pub mental_health_professional: bool,
    pub lived_experience: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
