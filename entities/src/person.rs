//! Somebody who works here, known by the number at the employer.

use domain::ids::{OrganisationId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    pub employer_id: Option<OrganisationId>,
    pub employee_number: String,
    pub first_name: String,
    pub last_name: String,
    pub work_email: Option<String>,
    pub professional_registration_number: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
