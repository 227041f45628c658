//! A session before anything is said of it.

use crate::ctx::Ctx;
use domain::ids::SessionId;
use domain::sessions::format::Format;
use entities::session;

/// A session of which nothing but its code is said yet, drafted now by whoever asks.
pub(crate) fn blank(ctx: &Ctx, id: SessionId, code: String) -> session::Model {
    session::Model {
        id,
        code,
        title: String::new(),
        about: None,
        format: Format::Workshop,
        starts_at: ctx.now,
        minutes: 0,
        area_id: None,
        organisation_id: None,
        team_id: None,
        venue: None,
        link: None,
        capacity: 0,
        invited_only: false,
        booking_ends_at: None,
        drafted_at: ctx.now,
        drafted_by_id: ctx.actor.account_id(),
        scheduled_at: None,
        cancelled_at: None,
        cancel_reason: None,
        closed_at: None,
        reopened_for: None,
        service_users: None,
        revision: 0,
        bookings: 0,
        series_id: None,
        occurs_on: None,
        import_id: None,
        people_least: None,
        professions_least: None,
        programme_step_id: None,
        booking_opens_at: None,
    }
}
