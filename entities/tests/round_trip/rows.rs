//! One row of each table that has a type of ours, each referring to the others by their fixed ids.

mod around_returns; // of local measures, recipients and schedules
mod later; // of the tables that came after the first
mod programmes; // of training packages
mod protected_time; // of educators' time
mod returns; // of places
mod sessions; // of teaching sessions
mod travelling; // what comes from elsewhere

pub use around_returns::*;
pub use later::*;
pub use programmes::*;
pub use protected_time::*;
pub use returns::*;
pub use sessions::*;
pub use travelling::*;

use domain::codes::{
    AreaKind, CareLevel, CareSetting, CrosswalkRelation, GrantKind, InputKind, JudgementKind,
    Origin, PostCategory, PostStatus, Sector, Strand, VersionState,
};
use domain::fte::Fte;
use domain::ids::{
    AccountId, AreaId, CompetencyId, CrosswalkId, DomainId, FrameworkCommentId,
    FrameworkInvitationId, FrameworkVersionId, GrantId, ImportId, MentalHealthInputId,
    OrganisationId, PersonId, PostId, RoleId, TeamId,
};
use domain::inputs::{CaseDiscussions, Population, SupervisionInterval};
use entities::*;
use sea_orm::prelude::{Date, DateTimeUtc, Uuid};

pub fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn moment(text: &str) -> DateTimeUtc {
    text.parse().unwrap()
}

fn fte(text: &str) -> Fte {
    text.parse().unwrap()
}

pub fn area() -> area::Model {
    area::Model {
        id: AreaId(uuid(1)),
        code: "code".into(),
        name: "name".into(),
        kind: AreaKind::Network,
        parent_id: None,
        opened_on: Some(day("2026-11-21")),
        closed_on: Some(day("2026-11-21")),
    }
}

pub fn organisation() -> organisation::Model {
    organisation::Model {
        id: OrganisationId(uuid(2)),
        code: "code".into(),
        name: "name".into(),
        sector: Sector::GpPractice,
        postcode: Some("postcode".into()),
        opened_on: Some(day("2026-11-21")),
        closed_on: Some(day("2026-11-21")),
    }
}

pub fn team() -> team::Model {
    team::Model {
        id: TeamId(uuid(3)),
        code: "code".into(),
        name: "name".into(),
        setting: CareSetting::PrimaryCare,
        organisation_id: OrganisationId(uuid(2)),
        area_id: Some(AreaId(uuid(1))),
        care_level: Some(CareLevel::OngoingNeeds),
        sessions_due_per_year: Some(3),
        opened_on: Some(day("2026-11-21")),
        closed_on: Some(day("2026-11-21")),
    }
}

pub fn role() -> role::Model {
    role::Model {
        id: RoleId(uuid(4)),
        code: "code".into(),
        title: "title".into(),
        setting: CareSetting::PrimaryCare,
        profession: Some("profession".into()),
        gpw_staff_group: Some("gpw staff group".into()),
        esr_staff_group: Some("esr staff group".into()),
        mental_health_professional: true,
    }
}

pub fn person() -> person::Model {
    person::Model {
        id: PersonId(uuid(5)),
        employer_id: None,
        employee_number: "employee number".into(),
        first_name: "first name".into(),
        last_name: "last name".into(),
        work_email: Some("amina@example.org".into()),
        professional_registration_number: Some("professional registration number".into()),
    }
}

pub fn mental_health_input() -> mental_health_input::Model {
    mental_health_input::Model {
        id: MentalHealthInputId(uuid(6)),
        team_id: TeamId(uuid(3)),
        kind: InputKind::LinkWorker,
        starts_on: None,
        ends_on: Some(day("2026-11-21")),
        from_team_id: None,
        from_person_id: Some(PersonId(uuid(5))),
        wte: Some(fte("0.6")),
        target_wte: Some(fte("0.8")),
        population: Some(Population::OlderAdults),
        case_discussions: Some(CaseDiscussions::Invited),
        supervisor_id: Some(PersonId(uuid(5))),
        supervised_every: Some(SupervisionInterval::Monthly),
        times: Some("times".into()),
        reach: Some("reach".into()),
    }
}

pub fn post() -> post::Model {
    post::Model {
        id: PostId(uuid(7)),
        person_id: PersonId(uuid(5)),
        assignment_number: Some("assignment number".into()),
        starts_on: Some(day("2026-11-21")),
        leaves_on: None,
        afc_band: Some("afc band".into()),
    }
}

pub fn post_terms() -> post_terms::Model {
    post_terms::Model {
        id: 1,
        post_id: PostId(uuid(7)),
        holds_from: None,
        team_id: TeamId(uuid(3)),
        role_id: RoleId(uuid(4)),
        fte: fte("0.6"),
        category: PostCategory::FixedTerm,
        status: PostStatus::Away,
        line_manager_id: None,
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        recorded_by: "recorded by".into(),
    }
}

pub fn framework_version() -> framework_version::Model {
    framework_version::Model {
        id: FrameworkVersionId(uuid(8)),
        number: 3,
        title: "title".into(),
        state: VersionState::InReview,
        published_from: Some(day("2026-11-21")),
    }
}

pub fn framework_source() -> framework_source::Model {
    framework_source::Model {
        version_id: FrameworkVersionId(uuid(8)),
        creator: "creator".into(),
        publisher: Some("publisher".into()),
        description: None,
        language: Some("en-GB".into()),
        official_source_url: None,
        licence_title: Some("licence title".into()),
        licence_identifier: Some(uuid(30)),
        licence_uri: Some("https://example.org/licence".into()),
    }
}

pub fn predecessor() -> predecessor::Model {
    predecessor::Model {
        competency_id: competency().id,
        identifier: uuid(31),
        title: "title".into(),
        uri: "https://example.org/item".into(),
    }
}

pub fn competency_domain() -> competency_domain::Model {
    competency_domain::Model {
        id: DomainId(uuid(9)),
        version_id: FrameworkVersionId(uuid(8)),
        code: "code".into(),
        title: "title".into(),
        origin: Origin::NamedInReport,
        position: 3,
    }
}

pub fn competency() -> competency::Model {
    competency::Model {
        id: CompetencyId(uuid(10)),
        version_id: FrameworkVersionId(uuid(8)),
        domain_id: DomainId(uuid(9)),
        code: "code".into(),
        title: "title".into(),
        statement: "statement".into(),
        strand: Strand::IntegratedCare,
        refresh_months: 3,
        rare_event: true,
        position: 3,
        level_1: Some("level 1".into()),
        level_2: Some("level 2".into()),
        level_3: Some("level 3".into()),
        level_4: None,
        level_5: None,
    }
}

pub fn crosswalk() -> crosswalk::Model {
    crosswalk::Model {
        id: CrosswalkId(uuid(14)),
        version_id: FrameworkVersionId(uuid(8)),
        old_competency_id: CompetencyId(uuid(10)),
        new_competency_id: Some(CompetencyId(uuid(10))),
        relation: CrosswalkRelation::Narrower,
        asked_again: true,
    }
}

pub fn framework_invitation() -> framework_invitation::Model {
    framework_invitation::Model {
        id: FrameworkInvitationId(uuid(15)),
        version_id: FrameworkVersionId(uuid(8)),
        token_hash: vec![7; 32],
        invited: "invited".into(),
        ends_on: day("2026-11-21"),
        created_at: moment("2026-11-21T09:30:00.123456Z"),
        created_by: "created by".into(),
    }
}

pub fn framework_comment() -> framework_comment::Model {
    framework_comment::Model {
        id: FrameworkCommentId(uuid(16)),
        version_id: FrameworkVersionId(uuid(8)),
        competency_id: Some(CompetencyId(uuid(10))),
        account_id: Some(AccountId(uuid(11))),
        invitation_id: None,
        name: "name".into(),
        text: "text".into(),
        written_at: moment("2026-11-21T09:30:00.123456Z"),
        resolved_at: Some(moment("2026-11-21T09:30:00.123456Z")),
        resolved_by: Some("resolved by".into()),
    }
}

pub fn account() -> account::Model {
    account::Model {
        id: AccountId(uuid(11)),
        email: "amina@example.org".into(),
        person_id: Some(PersonId(uuid(5))),
        password_hash: Some("password hash".into()),
        demonstration: true,
        created_at: moment("2026-11-21T09:30:00.123456Z"),
        disabled_at: None,
    }
}

pub fn grant() -> grant::Model {
    grant::Model {
        id: GrantId(uuid(12)),
        account_id: AccountId(uuid(11)),
        kind: GrantKind::Assessor,
        area_id: Some(AreaId(uuid(1))),
        organisation_id: None,
        team_id: None,
        starts_on: day("2026-11-21"),
        ends_on: Some(day("2026-11-21")),
        founding_level: Some(3),
        founding_competencies: Some("founding competencies".into()),
        given_by: "given by".into(),
        given_at: moment("2026-11-21T09:30:00.123456Z"),
    }
}

pub fn sign_in() -> sign_in::Model {
    sign_in::Model {
        token_hash: vec![7; 32],
        account_id: AccountId(uuid(11)),
        created_at: moment("2026-11-21T09:30:00.123456Z"),
        last_seen_at: moment("2026-11-21T09:30:00.123456Z"),
        expires_at: moment("2026-11-21T09:30:00.123456Z"),
        ended_at: None,
        user_agent: Some("user agent".into()),
    }
}

pub fn import_run() -> import_run::Model {
    import_run::Model {
        id: ImportId(uuid(13)),
        kind: "kind".into(),
        file_name: "file name".into(),
        digest: "digest".into(),
        as_at: day("2026-11-21"),
        started_at: moment("2026-11-21T09:30:00.123456Z"),
        finished_at: Some(moment("2026-11-21T09:30:00.123456Z")),
        actor: "actor".into(),
        account_id: Some(AccountId(uuid(11))),
        state: "merging".into(),
        options: Some("options".into()),
        progress: 5_000_000_000,
        total: 5_000_000_000,
        outcome: None,
    }
}

pub fn import_chunk() -> import_chunk::Model {
    import_chunk::Model { import_id: ImportId(uuid(13)), position: 3, bytes: vec![0, 10, 255] }
}

pub fn judgement() -> judgement::Model {
    judgement::Model {
        sequence: 1,
        person_id: PersonId(uuid(5)),
        competency_id: CompetencyId(uuid(10)),
        kind: JudgementKind::Requested,
        level: Some(3),
        made_on: day("2026-11-21"),
        original_on: None,
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        by_person_id: Some(PersonId(uuid(5))),
        by_account_id: Some(AccountId(uuid(11))),
        evidence: Some("observation;teaching".into()),
        evidence_on: Some(day("2026-11-20")),
        note: None,
        asked_of_id: Some(PersonId(uuid(5))),
        first_signature: Some(1),
        import_id: Some(ImportId(uuid(13))),
        import_key: Some(vec![9; 16]),
    }
}
