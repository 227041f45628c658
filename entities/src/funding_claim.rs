//! A claim of a team under a funding scheme, as it was made. Append-only.

use domain::ids::{AccountId, FundingClaimId, FundingSchemeId, TeamId};
use domain::release::Cover;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "funding_claim")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FundingClaimId,
    pub team_id: TeamId,
    pub scheme_id: FundingSchemeId,
    pub claimed_on: Date,
    /// Branches that closed for each of its sessions.
    pub branches: i32,
    /// Who covered, as the team had said by then.
    pub cover: Option<Cover>,
    pub claimed_at: DateTimeUtc,
    pub claimed_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
