//! How mental health professionals reach a team, from a day to a day.

use domain::codes::InputKind;
use domain::fte::Fte;
use domain::ids::{MentalHealthInputId, PersonId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mental_health_input")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MentalHealthInputId,
    pub team_id: TeamId,
    pub kind: InputKind,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub from_team_id: Option<TeamId>,
    pub from_person_id: Option<PersonId>,
    pub wte: Option<Fte>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
