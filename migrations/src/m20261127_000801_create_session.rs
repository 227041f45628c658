//! Teaching sessions: what, when, where, for whom, and how many seats.
//!
//! A session is held for everybody in one area, organisation or team; with none of them for everybody. What state it is in is
//! computed: it is a draft until it was scheduled, and cancelled once it was. `revision` counts what calendars must be told of,
//! and `bookings` what was written of its seats: raising it is the lock under which seats are given.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session = Table::create()
            .table("session")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("title"))
            .col(text_null("about"))
            .col(text("format"))
            .col(instant("starts_at"))
            .col(integer("minutes"))
            .refers(uuid_null("area_id"), "area")
            .refers(uuid_null("organisation_id"), "organisation")
            .refers(uuid_null("team_id"), "team")
            .col(text_null("venue"))
            .col(text_null("link"))
            .col(integer("capacity"))
            .col(boolean("invited_only"))
            .col(instant_null("booking_ends_at"))
            .col(instant("drafted_at"))
            .refers(uuid_null("drafted_by_id"), "account")
            .col(instant_null("scheduled_at"))
            .col(instant_null("cancelled_at"))
            .col(text_null("cancel_reason"))
            .col(integer("revision"))
            .col(big_integer("bookings"))
            .check(within("minutes", 15, 2_400))
            .check(within("capacity", 1, 1_000))
            .check(not_both("area_id", "organisation_id"))
            .check(not_both("area_id", "team_id"))
            .check(not_both("organisation_id", "team_id"))
            .take();
        create(manager, session, [index("session", &["starts_at"])]).await
    }
}
