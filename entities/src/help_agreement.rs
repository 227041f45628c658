//! What somebody said about being asked for help, on a day. Only ever added to; the last word counts.

use domain::help::HelpWord;
use domain::ids::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "help_agreement")]
pub struct Model {
    /// The place in the order of recording.
    #[sea_orm(primary_key)]
    pub id: i64,
    pub person_id: PersonId,
    pub word: HelpWord,
    pub made_on: Date,
    pub recorded_at: DateTimeUtc,
    /// How and when to reach them; blanked where that was redacted.
    pub reach: Option<String>,
    /// Codes of domains, with semicolons; missing for all of them.
    pub domains: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
