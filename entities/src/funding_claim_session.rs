//! A session that a team claimed for. Append-only; a team claims for a session once.

use domain::ids::{FundingClaimId, SessionId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "funding_claim_session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub claim_id: FundingClaimId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    pub team_id: TeamId,
    pub pence: i32,
    /// How many of the team came, as the register said by then.
    pub came: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
