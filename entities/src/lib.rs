//! The rows of Esteem's database: one file per table, no behaviour.
//!
//! Ids and codes are `domain`'s own types. Relations stand only where a join wants them; the foreign keys are in
//! `migrations`.

// Places
pub mod area;
pub mod mental_health_input;
pub mod network_membership;
pub mod organisation;
pub mod team;

// People
pub mod other_employee_number;
pub mod person;
pub mod post;
pub mod post_terms;
pub mod role;

// The framework
pub mod competency;
pub mod competency_domain;
pub mod crosswalk;
pub mod framework_comment;
pub mod framework_invitation;
pub mod framework_source;
pub mod framework_version;
pub mod predecessor;
pub mod requirement;
pub mod session_template;

// Access
pub mod account;
pub mod grant;
pub mod invitation;
pub mod sharing_level;
pub mod sign_in;

// Imports
pub mod import_chunk;
pub mod import_run;

// What comes from other employers and other systems
pub mod acceptance;
pub mod accepted_from;
pub mod brought_evidence;
pub mod brought_record;
pub mod course;
pub mod course_about;
pub mod declined_record;
pub mod imported_evidence;
pub mod trusted_issuer;

// Records
pub mod audit_entry;
pub mod judgement;
pub mod redaction;
pub mod reflection;
pub mod revision;
pub mod role_sign_off;
pub mod viewing;

// Training and support
pub mod help_agreement;
pub mod nudge;
pub mod programme;
pub mod programme_outcome;
pub mod programme_role;
pub mod programme_setting;
pub mod programme_step;
pub mod supervision;

// Evidence
pub mod draft;
pub mod evidence_about;
pub mod evidence_content;
pub mod evidence_file;
pub mod evidence_item;
pub mod judgement_attendance;
pub mod judgement_evidence;

// What people take along
pub mod passport;
pub mod signing_key;

// What Esteem does by itself
pub mod job;
pub mod mail;
pub mod mail_preference;

// Teaching sessions
pub mod attendance_event;
pub mod booking_event;
pub mod calendar_feed;
pub mod check_in_secret;
pub mod check_in_try;
pub mod feedback;
pub mod feedback_confidence;
pub mod series_action;
pub mod session;
pub mod session_guest;
pub mod session_lead;
pub mod session_outcome;
pub mod session_quota;
pub mod session_request;
pub mod session_request_competency;
pub mod session_request_event;
pub mod session_series;
pub mod session_team;
pub mod wellbeing_count;

// Educators' protected time, and teams' release
pub mod declined_booking;
pub mod protected_time_allocation;
pub mod protected_time_entry;
pub mod release_exception;
pub mod release_minimum;
pub mod release_window;
pub mod team_release;

// How many of a team must hold what
pub mod cover_rule;

// Areas, organisations or teams that are asked about together
pub mod named_group;
pub mod named_group_member;

// What places measure besides; whom returns are for, and which are prepared by themselves
pub mod local_measure;
pub mod return_recipient;
pub mod return_schedule;
// Returns of places
pub mod return_event;
pub mod return_file;
pub mod return_kept;
pub mod return_note;
pub mod return_revision;
pub mod return_word;

// Money for sessions
pub mod funding_claim;
pub mod funding_claim_session;
pub mod funding_scheme;
