//! The migrations by what they are about, in the order in which the chapters are applied.

#![allow(clippy::wildcard_imports, reason = "every migration of the crate stands in this list")]

use super::*;

type Chapter = Vec<Box<dyn MigrationTrait>>;

/// In the order in which they are applied; add at the end.
pub fn all() -> Chapter {
    let chapters = [
        places(),
        people(),
        framework(),
        access(),
        imports(),
        records(),
        training(),
        versions(),
        confirming(),
        evidence(),
        by_itself(),
        redacting(),
        helping(),
        programmes(),
        travelling(),
        sessions(),
        protected_time(),
        funding(),
        calendars(),
        cover(),
        named_groups(),
        returns(),
        around_returns(),
    ];
    chapters.into_iter().flatten().collect()
}

/// Where care is given.
fn places() -> Chapter {
    vec![
        Box::new(m20261121_000001_create_area::Migration),
        Box::new(m20261121_000002_create_organisation::Migration),
        Box::new(m20261121_000003_create_network_membership::Migration),
        Box::new(m20261121_000004_create_team::Migration),
    ]
}

/// Who works there, and as what.
fn people() -> Chapter {
    vec![
        Box::new(m20261121_000005_create_role::Migration),
        Box::new(m20261121_000006_create_person::Migration),
        Box::new(m20261121_000007_create_other_employee_number::Migration),
        Box::new(m20261121_000008_create_mental_health_input::Migration),
        Box::new(m20261121_000009_create_post::Migration),
        Box::new(m20261121_000010_create_post_terms::Migration),
    ]
}

/// What somebody can do, and what a role asks.
fn framework() -> Chapter {
    vec![
        Box::new(m20261121_000011_create_framework_version::Migration),
        Box::new(m20261121_000012_create_competency_domain::Migration),
        Box::new(m20261121_000013_create_competency::Migration),
        Box::new(m20261121_000014_create_requirement::Migration),
        Box::new(m20261121_000015_create_session_template::Migration),
        Box::new(m20261126_000601_create_framework_source::Migration),
        Box::new(m20261126_000602_create_predecessor::Migration),
    ]
}

/// Who may sign in, and what they may then do.
fn access() -> Chapter {
    vec![
        Box::new(m20261121_000016_create_account::Migration),
        Box::new(m20261121_000017_create_grant::Migration),
        Box::new(m20261121_000018_create_sharing_level::Migration),
        Box::new(m20261121_000019_create_sign_in::Migration),
        Box::new(m20261121_000020_create_invitation::Migration),
    ]
}

/// What comes in as a file.
fn imports() -> Chapter {
    vec![
        Box::new(m20261121_000021_create_import_run::Migration),
        Box::new(m20261121_000022_create_import_chunk::Migration),
    ]
}

/// What was judged, changed and looked at.
fn records() -> Chapter {
    vec![
        Box::new(m20261121_000023_create_judgement::Migration),
        Box::new(m20261121_000024_create_reflection::Migration),
        Box::new(m20261121_000025_create_audit_entry::Migration),
        Box::new(m20261121_000026_create_viewing::Migration),
        Box::new(m20261121_000027_create_revision::Migration),
        Box::new(m20261126_000201_create_redaction::Migration),
    ]
}

/// How people learn and are supported.
fn training() -> Chapter {
    vec![
        Box::new(m20261126_000701_create_supervision::Migration),
        Box::new(m20261126_000702_create_nudge::Migration),
    ]
}

/// How one framework version follows from another.
fn versions() -> Chapter {
    vec![
        Box::new(m20261126_000301_create_crosswalk::Migration),
        Box::new(m20261126_000302_create_framework_invitation::Migration),
        Box::new(m20261126_000303_create_framework_comment::Migration),
    ]
}

/// What confirming took over time.
fn confirming() -> Chapter {
    vec![
        Box::new(m20261126_000501_add_second_signature::Migration),
        Box::new(m20261126_000502_create_role_sign_off::Migration),
    ]
}

/// What somebody shows, and what they have begun to write.
fn evidence() -> Chapter {
    vec![
        Box::new(m20261126_000401_create_evidence_item::Migration),
        Box::new(m20261126_000402_create_evidence_about::Migration),
        Box::new(m20261126_000403_create_evidence_file::Migration),
        Box::new(m20261126_000404_create_evidence_content::Migration),
        Box::new(m20261126_000405_create_judgement_evidence::Migration),
        Box::new(m20261126_000406_create_draft::Migration),
    ]
}

/// What redaction took over time.
fn redacting() -> Chapter {
    vec![Box::new(m20261127_000601_redact_what_is_nobodys::Migration)]
}

/// Training packages.
fn programmes() -> Chapter {
    vec![
        Box::new(m20261127_000301_create_programme::Migration),
        Box::new(m20261127_000302_create_programme_role::Migration),
        Box::new(m20261127_000303_create_programme_setting::Migration),
        Box::new(m20261127_000304_create_programme_step::Migration),
        Box::new(m20261127_000305_create_programme_outcome::Migration),
    ]
}

/// What Esteem does by itself.
fn by_itself() -> Chapter {
    vec![
        Box::new(m20261126_000101_create_mail::Migration),
        Box::new(m20261126_000102_create_job::Migration),
        Box::new(m20261126_000103_create_mail_preference::Migration),
        Box::new(m20261127_000101_add_nudges_by_mail::Migration),
    ]
}

/// Who can be asked for advice.
fn helping() -> Chapter {
    vec![
        Box::new(m20261127_000201_extend_mental_health_input::Migration),
        Box::new(m20261127_000202_create_help_agreement::Migration),
        Box::new(m20261128_000101_add_target_wte::Migration),
    ]
}

/// What people take along, and what comes from other employers and other systems.
fn travelling() -> Chapter {
    vec![
        Box::new(m20261127_000401_create_signing_key::Migration),
        Box::new(m20261127_000402_create_passport::Migration),
        Box::new(m20261127_000501_create_course::Migration),
        Box::new(m20261127_000502_create_course_about::Migration),
        Box::new(m20261127_000503_create_imported_evidence::Migration),
        Box::new(m20261127_000504_create_trusted_issuer::Migration),
        Box::new(m20261127_000505_create_brought_record::Migration),
        Box::new(m20261127_000506_create_brought_evidence::Migration),
        Box::new(m20261127_000507_create_acceptance::Migration),
        Box::new(m20261127_000508_create_accepted_from::Migration),
        Box::new(m20261127_000701_create_declined_record::Migration),
    ]
}

/// Teaching sessions, and whose their seats are.
fn sessions() -> Chapter {
    vec![
        Box::new(m20261127_000801_create_session::Migration),
        Box::new(m20261127_000802_create_session_lead::Migration),
        Box::new(m20261127_000803_create_session_outcome::Migration),
        Box::new(m20261127_000804_create_session_quota::Migration),
        Box::new(m20261127_000805_create_session_team::Migration),
        Box::new(m20261127_000806_create_session_guest::Migration),
        Box::new(m20261127_000807_create_booking_event::Migration),
        Box::new(m20261127_001001_add_register::Migration),
        Box::new(m20261127_001002_create_attendance_event::Migration),
        Box::new(m20261127_001003_create_check_in_secret::Migration),
        Box::new(m20261127_001004_create_check_in_try::Migration),
        Box::new(m20261127_001005_create_judgement_attendance::Migration),
        Box::new(m20261127_001006_create_feedback::Migration),
        Box::new(m20261127_001007_create_feedback_confidence::Migration),
        Box::new(m20261127_001201_create_session_series::Migration),
        Box::new(m20261127_001202_add_series_of_session::Migration),
        Box::new(m20261127_001301_add_import_of_sessions::Migration),
        Box::new(m20261127_001502_create_session_request::Migration),
        Box::new(m20261127_001503_create_session_request_competency::Migration),
        Box::new(m20261127_001504_create_session_request_event::Migration),
        Box::new(m20261127_001601_add_least_numbers::Migration),
        Box::new(m20261127_001602_add_step_of_session::Migration),
        Box::new(m20261127_001606_create_series_action::Migration),
        Box::new(m20261127_001701_create_wellbeing_count::Migration),
        Box::new(m20261127_001801_add_booking_opens::Migration),
    ]
}

/// Educators' protected time, and teams' release.
fn protected_time() -> Chapter {
    vec![
        Box::new(m20261127_001101_create_protected_time_allocation::Migration),
        Box::new(m20261127_001102_create_protected_time_entry::Migration),
        Box::new(m20261127_001103_create_team_release::Migration),
        Box::new(m20261127_001104_create_release_window::Migration),
        Box::new(m20261127_001105_create_release_exception::Migration),
        Box::new(m20261127_001106_create_release_minimum::Migration),
        Box::new(m20261127_001107_create_declined_booking::Migration),
    ]
}

/// Schemes that pay for sessions, and what teams claim.
fn funding() -> Chapter {
    vec![
        Box::new(m20261127_001603_create_funding_scheme::Migration),
        Box::new(m20261127_001604_create_funding_claim::Migration),
        Box::new(m20261127_001605_create_funding_claim_session::Migration),
        Box::new(m20261127_001901_add_counts_from::Migration),
    ]
}

/// Sessions in people's calendars, and what they are reminded of.
fn calendars() -> Chapter {
    vec![
        Box::new(m20261127_000901_create_calendar_feed::Migration),
        Box::new(m20261127_000902_add_session_reminders::Migration),
        Box::new(m20261127_001501_add_session_invitations::Migration),
    ]
}

/// How many people of a team must hold what.
fn cover() -> Chapter {
    vec![Box::new(m20261127_002001_create_cover_rule::Migration)]
}

/// Areas, organisations or teams that are asked about together.
fn named_groups() -> Chapter {
    vec![
        Box::new(m20261128_000401_create_named_group::Migration),
        Box::new(m20261128_000402_create_named_group_member::Migration),
    ]
}

/// Returns of places, revision by revision.
fn returns() -> Chapter {
    vec![
        Box::new(m20261128_000501_create_return_revision::Migration),
        Box::new(m20261128_000502_create_return_event::Migration),
        Box::new(m20261128_000503_create_return_file::Migration),
        Box::new(m20261128_000504_create_return_kept::Migration),
        Box::new(m20261128_000505_create_return_note::Migration),
        Box::new(m20261128_000506_create_return_word::Migration),
    ]
}

/// What places measure besides, whom returns are for, and which are prepared by themselves.
fn around_returns() -> Chapter {
    vec![
        Box::new(m20261128_000601_create_local_measure::Migration),
        Box::new(m20261128_000602_create_return_recipient::Migration),
        Box::new(m20261128_000603_create_return_schedule::Migration),
        Box::new(m20261128_000604_count_local_measures::Migration),
        Box::new(m20261128_000701_add_teams_of_return::Migration),
    ]
}
