//! One row of each table of protected time, of release, of money for sessions, of cover and of named groups.

use super::{day, moment, uuid};
use domain::codes::CareSetting;
use domain::coverage::named_groups::GroupOf;
use domain::funding::CountsFrom;
use domain::ids::{
    AccountId, AllocationId, AreaId, CoverRuleId, FundingClaimId, FundingSchemeId, GroupMemberId,
    NamedGroupId, PersonId, ReleaseWindowId, SessionId, TeamId, TimeEntryId,
};
use domain::protected_time::{EntryKind, Shortfall, TimeUnit, TimeUse, WhyLost};
use domain::release::{Cover, DeclineReason};
use entities::*;

pub fn protected_time_allocation() -> protected_time_allocation::Model {
    protected_time_allocation::Model {
        id: AllocationId(uuid(81)),
        person_id: PersonId(uuid(5)),
        starts_on: day("2026-11-21"),
        ends_on: Some(day("2027-03-31")),
        unit: TimeUnit::Wte,
        minutes_a_week: 450,
        source: "source".into(),
        agreed_by: "name".into(),
        given_at: moment("2026-11-21T09:30:00.123456Z"),
        given_by_id: AccountId(uuid(11)),
    }
}

pub fn protected_time_entry() -> protected_time_entry::Model {
    protected_time_entry::Model {
        id: TimeEntryId(uuid(82)),
        person_id: PersonId(uuid(5)),
        kind: EntryKind::Outside,
        time_use: TimeUse::Delivery,
        spent_on: day("2026-11-30"),
        minutes: 90,
        why_lost: Some(WhyLost::ClinicalWork),
        shortfall: Some(Shortfall::OutsideDates),
        session_id: Some(SessionId(uuid(18))),
        note: Some("note".into()),
        takes_back_id: None,
        recorded_at: moment("2026-11-21T09:30:00.123456Z"),
        recorded_by_id: Some(AccountId(uuid(11))),
    }
}

pub fn team_release() -> team_release::Model {
    team_release::Model {
        team_id: TeamId(uuid(3)),
        cover: Some(Cover::Nhs111),
        notice_weeks: 6,
        asks_approval: true,
        deputy_id: Some(PersonId(uuid(5))),
    }
}

pub fn release_window() -> release_window::Model {
    release_window::Model {
        id: ReleaseWindowId(uuid(83)),
        team_id: TeamId(uuid(3)),
        first_on: day("2026-11-25"),
        every_weeks: 2,
        last_on: Some(day("2027-03-31")),
        from_minute: 780,
        to_minute: 1_020,
    }
}

pub fn release_exception() -> release_exception::Model {
    release_exception::Model { team_id: TeamId(uuid(3)), closed_on: day("2026-12-23") }
}

pub fn release_minimum() -> release_minimum::Model {
    release_minimum::Model { team_id: TeamId(uuid(3)), profession: "Nursing".into(), least: 2 }
}

pub fn declined_booking() -> declined_booking::Model {
    declined_booking::Model {
        session_id: SessionId(uuid(18)),
        sequence: 5_000_000_000,
        person_id: PersonId(uuid(5)),
        reason: DeclineReason::NoCover,
    }
}

pub fn funding_scheme() -> funding_scheme::Model {
    funding_scheme::Model {
        id: FundingSchemeId(uuid(84)),
        origin_id: FundingSchemeId(uuid(84)),
        area_id: Some(AreaId(uuid(1))),
        name: "name".into(),
        payer: "payer".into(),
        conditions: Some("conditions".into()),
        counts_from: CountsFrom::OnePerson,
        pence_per_session: 30_000,
        pence_per_branch: 10_000,
        most_a_year: Some(6),
        notice_weeks: 8,
        needs_cover: true,
        needs_feedback: true,
        starts_on: day("2026-04-01"),
        ends_on: Some(day("2027-03-31")),
        kept_at: moment("2026-11-21T09:30:00.123456Z"),
        kept_by_id: AccountId(uuid(11)),
    }
}

pub fn funding_claim() -> funding_claim::Model {
    funding_claim::Model {
        id: FundingClaimId(uuid(85)),
        team_id: TeamId(uuid(3)),
        scheme_id: FundingSchemeId(uuid(84)),
        claimed_on: day("2026-12-01"),
        branches: 2,
        cover: Some(Cover::Locum),
        claimed_at: moment("2026-12-01T09:30:00.123456Z"),
        claimed_by_id: AccountId(uuid(11)),
    }
}

pub fn funding_claim_session() -> funding_claim_session::Model {
    funding_claim_session::Model {
        claim_id: FundingClaimId(uuid(85)),
        session_id: SessionId(uuid(18)),
        team_id: TeamId(uuid(3)),
        pence: 50_000,
        came: 4,
    }
}

pub fn cover_rule() -> cover_rule::Model {
    cover_rule::Model {
        id: CoverRuleId(uuid(87)),
        team_id: None,
        setting: Some(CareSetting::PrimaryCare),
        area_id: Some(AreaId(uuid(1))),
        domain_code: None,
        competency_code: Some("RSK-1".into()),
        people: 2,
        level: Some(3),
        professions: 2,
        starts_on: day("2026-04-01"),
        ends_on: Some(day("2027-03-31")),
        kept_at: moment("2026-11-21T09:30:00.123456Z"),
        kept_by_id: AccountId(uuid(11)),
    }
}

pub fn named_group() -> named_group::Model {
    named_group::Model {
        id: NamedGroupId(uuid(88)),
        code: "NEL3".into(),
        name: "Three boroughs".into(),
        made_of: GroupOf::Areas,
        kept_at: moment("2026-11-21T09:30:00.123456Z"),
        kept_by_id: AccountId(uuid(11)),
    }
}

pub fn named_group_member() -> named_group_member::Model {
    named_group_member::Model {
        id: GroupMemberId(uuid(89)),
        group_id: NamedGroupId(uuid(88)),
        area_id: Some(AreaId(uuid(1))),
        organisation_id: None,
        team_id: None,
        starts_on: day("2026-04-01"),
        ends_on: Some(day("2027-03-31")),
        kept_at: moment("2026-11-21T09:30:00.123456Z"),
        kept_by_id: AccountId(uuid(11)),
    }
}
