//! A teaching session.

use domain::ids::{
    AccountId, AreaId, ImportId, OrganisationId, ProgrammeStepId, SessionId, SessionSeriesId,
    TeamId,
};
use domain::sessions::CancelReason;
use domain::sessions::format::Format;
use domain::sessions::register::Correction;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub code: String,
    pub title: String,
    pub about: Option<String>,
    pub format: Format,
    pub starts_at: DateTimeUtc,
    pub minutes: i32,
    /// For whom it is held, with the two that follow: everybody in one of them, or everybody.
    pub area_id: Option<AreaId>,
    pub organisation_id: Option<OrganisationId>,
    pub team_id: Option<TeamId>,
    pub venue: Option<String>,
    pub link: Option<String>,
    pub capacity: i32,
    /// Only the teams that are invited may book.
    pub invited_only: bool,
    /// When booking ends; where there is none, when the session starts.
    pub booking_ends_at: Option<DateTimeUtc>,
    pub drafted_at: DateTimeUtc,
    /// Nobody with an account, where the operator brought it in a file.
    pub drafted_by_id: Option<AccountId>,
    /// Without it, it is a draft.
    pub scheduled_at: Option<DateTimeUtc>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub cancel_reason: Option<CancelReason>,
    /// When its register was closed; none while it is open.
    pub closed_at: Option<DateTimeUtc>,
    /// Why its register was opened again; none where it never was, and once it is closed.
    pub reopened_for: Option<Correction>,
    /// How many service users and carers were there, where somebody counted.
    pub service_users: Option<i32>,
    /// How many changes calendars were to be told of.
    pub revision: i32,
    /// How many booking events it has: raised first, so that one change of its seats waits for another.
    pub bookings: i64,
    /// The series that it was made with, where there is one.
    pub series_id: Option<SessionSeriesId>,
    /// When the rule of its series has it begin, civil time in London; it stays where the session is moved.
    pub occurs_on: Option<DateTime>,
    /// The import that brought it; none where it was drafted here.
    pub import_id: Option<ImportId>,
    /// The fewest people with a seat that it asks for, where it does.
    pub people_least: Option<i32>,
    /// The fewest professions among them and those who lead it, likewise.
    pub professions_least: Option<i32>,
    /// The step of a programme that it runs, where it runs one.
    pub programme_step_id: Option<ProgrammeStepId>,
    /// When booking opens; where there is none, once the session is scheduled.
    pub booking_opens_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
