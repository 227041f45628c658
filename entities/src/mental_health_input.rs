//! How mental health professionals reach a team, from a day to a day.

use domain::codes::InputKind;
use domain::fte::Fte;
use domain::ids::{MentalHealthInputId, PersonId, TeamId};
use domain::inputs::{CaseDiscussions, Population, SupervisionInterval};
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
    pub target_wte: Option<Fte>,
    pub population: Option<Population>,
    pub case_discussions: Option<CaseDiscussions>,
    pub supervisor_id: Option<PersonId>,
    pub supervised_every: Option<SupervisionInterval>,
    pub times: Option<String>,
    pub reach: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
