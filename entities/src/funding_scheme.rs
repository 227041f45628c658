//! A scheme that pays teams for sessions, as it holds from a day to a day.

use domain::funding::CountsFrom;
use domain::ids::{AccountId, AreaId, FundingSchemeId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "funding_scheme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FundingSchemeId,
    /// The first of those that it followed; its own id where it followed none.
    pub origin_id: FundingSchemeId,
    /// Whose teams it is for; those of every area where there is none.
    pub area_id: Option<AreaId>,
    pub name: String,
    pub payer: String,
    pub conditions: Option<String>,
    pub counts_from: CountsFrom,
    pub pence_per_session: i32,
    pub pence_per_branch: i32,
    pub most_a_year: Option<i32>,
    /// 0 asks for none.
    pub notice_weeks: i32,
    pub needs_cover: bool,
    pub needs_feedback: bool,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub kept_at: DateTimeUtc,
    pub kept_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
