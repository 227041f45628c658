//! One row of each table of a teaching session.

use super::{day, moment, uuid};
use domain::ids::{
    AccountId, AreaId, CompetencyId, GuestId, ImportId, PersonId, ProgrammeStepId, SeriesActionId,
    SessionId, SessionLeadId, SessionQuotaId, SessionRequestId, SessionSeriesId, TeamId,
};
use domain::session_requests::{DeclineReason, EventKind};
use domain::sessions::feedback::{Phase, Reaction};
use domain::sessions::format::Format;
use domain::sessions::register::{Correction, NotedBy, Word};
use domain::sessions::wellbeing::Wellbeing;
use domain::sessions::{BookingState, CancelReason};
use entities::*;
use sea_orm::prelude::DateTime;

pub fn session_series() -> session_series::Model {
    session_series::Model {
        id: SessionSeriesId(uuid(22)),
        rule: "FREQ=WEEKLY;COUNT=8;BYDAY=MO".into(),
        starts: civil("2026-11-30T13:00:00"),
        made_at: moment("2026-11-21T09:30:00.123456Z"),
        made_by_id: AccountId(uuid(11)),
    }
}

pub fn series_action() -> series_action::Model {
    series_action::Model {
        id: SeriesActionId(uuid(86)),
        series_id: SessionSeriesId(uuid(22)),
        what: "what".into(),
        by_whom: "name".into(),
        due_on: Some(day("2026-12-15")),
        agreed_on: day("2026-12-01"),
        done_on: Some(day("2026-12-10")),
        recorded_at: moment("2026-12-01T09:30:00.123456Z"),
        recorded_by_id: AccountId(uuid(11)),
    }
}

/// A time of day in London.
fn civil(text: &str) -> DateTime {
    text.parse().unwrap()
}

pub fn session() -> session::Model {
    session::Model {
        id: SessionId(uuid(18)),
        code: "code".into(),
        title: "title".into(),
        about: None,
        format: Format::LeadsMeeting,
        starts_at: moment("2026-11-30T13:00:00Z"),
        minutes: 90,
        area_id: Some(AreaId(uuid(1))),
        organisation_id: None,
        team_id: None,
        venue: Some("venue".into()),
        link: Some("https://example.org/meeting".into()),
        capacity: 12,
        invited_only: true,
        booking_ends_at: Some(moment("2026-11-28T00:00:00Z")),
        drafted_at: moment("2026-11-21T09:30:00.123456Z"),
        drafted_by_id: Some(AccountId(uuid(11))),
        scheduled_at: Some(moment("2026-11-21T09:30:00.123456Z")),
        cancelled_at: Some(moment("2026-11-21T09:30:00.123456Z")),
        cancel_reason: Some(CancelReason::EducatorUnwell),
        closed_at: Some(moment("2026-11-30T15:00:00Z")),
        reopened_for: Some(Correction::Disputed),
        service_users: Some(2),
        revision: 2,
        bookings: 5_000_000_000,
        series_id: Some(SessionSeriesId(uuid(22))),
        occurs_on: Some(civil("2026-12-07T13:00:00")),
        import_id: Some(ImportId(uuid(13))),
        people_least: Some(8),
        professions_least: Some(2),
        programme_step_id: Some(ProgrammeStepId(uuid(17))),
        booking_opens_at: Some(moment("2026-11-23T09:00:00Z")),
    }
}

pub fn session_lead() -> session_lead::Model {
    session_lead::Model {
        id: SessionLeadId(uuid(19)),
        session_id: SessionId(uuid(18)),
        person_id: None,
        name: Some("name".into()),
        organisation: Some("organisation".into()),
        mental_health_professional: true,
        lived_experience: true,
    }
}

pub fn session_outcome() -> session_outcome::Model {
    session_outcome::Model {
        session_id: SessionId(uuid(18)),
        competency_id: CompetencyId(uuid(10)),
        level: 3,
    }
}

pub fn session_quota() -> session_quota::Model {
    session_quota::Model {
        id: SessionQuotaId(uuid(20)),
        session_id: SessionId(uuid(18)),
        profession: None,
        team_id: Some(TeamId(uuid(3))),
        least: 2,
        most: Some(4),
        released_on: day("2026-11-28"),
    }
}

pub fn session_team() -> session_team::Model {
    session_team::Model { session_id: SessionId(uuid(18)), team_id: TeamId(uuid(3)) }
}

pub fn session_guest() -> session_guest::Model {
    session_guest::Model {
        id: GuestId(uuid(21)),
        session_id: SessionId(uuid(18)),
        name: "name".into(),
        organisation: "organisation".into(),
        profession: "profession".into(),
    }
}

pub fn session_request() -> session_request::Model {
    session_request::Model {
        id: SessionRequestId(uuid(23)),
        team_id: TeamId(uuid(3)),
        need: "need".into(),
        needed_by: day("2027-01-31"),
        people: 8,
        asked_by_id: AccountId(uuid(11)),
        asked_at: moment("2026-11-21T09:30:00.123456Z"),
    }
}

pub fn session_request_competency() -> session_request_competency::Model {
    session_request_competency::Model {
        request_id: SessionRequestId(uuid(23)),
        competency_id: CompetencyId(uuid(10)),
    }
}

pub fn session_request_event() -> session_request_event::Model {
    session_request_event::Model {
        sequence: 5_000_000_000,
        request_id: SessionRequestId(uuid(23)),
        kind: EventKind::Declined,
        session_id: None,
        reason: Some(DeclineReason::NobodyFree),
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_account_id: Some(AccountId(uuid(11))),
    }
}

pub fn booking_event() -> booking_event::Model {
    booking_event::Model {
        session_id: SessionId(uuid(18)),
        sequence: 5_000_000_000,
        person_id: Some(PersonId(uuid(5))),
        guest_id: None,
        team_id: Some(TeamId(uuid(3))),
        state: BookingState::Offered,
        answer_by: Some(moment("2026-11-24T17:00:00Z")),
        at_once: true,
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_account_id: Some(AccountId(uuid(11))),
        import_id: Some(ImportId(uuid(13))),
    }
}

pub fn attendance_event() -> attendance_event::Model {
    attendance_event::Model {
        sequence: 5_000_000_000,
        session_id: SessionId(uuid(18)),
        person_id: None,
        guest_id: Some(GuestId(uuid(21))),
        attendance: Word(None),
        noted_by: NotedBy::Register,
        correction: Some(Correction::MarkedWrongly),
        recorded_at: moment("2026-11-30T13:05:00.123456Z"),
        by_account_id: Some(AccountId(uuid(11))),
        import_id: Some(ImportId(uuid(13))),
    }
}

pub fn check_in_secret() -> check_in_secret::Model {
    check_in_secret::Model {
        session_id: SessionId(uuid(18)),
        secret: "secret".into(),
        made_at: moment("2026-11-30T12:00:00.123456Z"),
    }
}

pub fn check_in_try() -> check_in_try::Model {
    check_in_try::Model {
        id: 5_000_000_000,
        session_id: SessionId(uuid(18)),
        person_id: PersonId(uuid(5)),
        tried_at: moment("2026-11-30T12:58:00.123456Z"),
    }
}

pub fn judgement_attendance() -> judgement_attendance::Model {
    judgement_attendance::Model {
        judgement_sequence: super::judgement().sequence,
        session_id: SessionId(uuid(18)),
        person_id: PersonId(uuid(5)),
    }
}

pub fn feedback() -> feedback::Model {
    feedback::Model {
        session_id: SessionId(uuid(18)),
        person_id: PersonId(uuid(5)),
        phase: Phase::After,
        reaction: Some(Reaction::SlightlyUseful),
        given_at: moment("2026-12-01T09:30:00.123456Z"),
    }
}

pub fn feedback_confidence() -> feedback_confidence::Model {
    feedback_confidence::Model {
        session_id: SessionId(uuid(18)),
        person_id: PersonId(uuid(5)),
        phase: Phase::After,
        competency_id: CompetencyId(uuid(10)),
        before: Some(2),
        now: 4,
    }
}

pub fn wellbeing_count() -> wellbeing_count::Model {
    wellbeing_count::Model {
        area_id: AreaId(uuid(1)),
        quarter: day("2026-10-01"),
        answer: Wellbeing::VeryPoor,
        people: 3,
    }
}

pub fn calendar_feed() -> calendar_feed::Model {
    calendar_feed::Model {
        account_id: AccountId(uuid(11)),
        token_hash: vec![7; 32],
        made_at: moment("2026-11-21T09:30:00.123456Z"),
    }
}
