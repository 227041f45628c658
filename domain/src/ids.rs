//! One typed id per table that others refer to; add at the end, never reuse.

use crate::macros::ids;

ids! {
    AreaId
    OrganisationId
    TeamId
    RoleId
    PersonId
    PostId
    FrameworkVersionId
    DomainId
    CompetencyId
    RequirementId
    AccountId
    GrantId
    ImportId
    /// A dated membership of an organisation in a network.
    MembershipId
    /// A dated row of a team's mental health input.
    MentalHealthInputId
    SharingLevelId
    RoleSignOffId
    /// An entry of the supervision log.
    SupervisionId
    /// One answer of a crosswalk.
    CrosswalkId
    FrameworkInvitationId
    FrameworkCommentId
    EvidenceItemId
    /// A free text that was blanked, or is to be.
    RedactionId
    MailId
    /// A course as files name it.
    CourseId
    TrustedIssuerId
    /// A record that somebody brought from an earlier employer.
    BroughtRecordId
    PassportId
    ProgrammeId
    ProgrammeStepId
    SessionId
    SessionLeadId
    SessionQuotaId
    /// Somebody who is not on record here and comes to one session.
    GuestId
    /// Sessions that recur by one rule.
    SessionSeriesId
    /// Protected time that was promised to somebody.
    AllocationId
    /// An entry of the ledger of protected time.
    TimeEntryId
    ReleaseWindowId
    FundingSchemeId
    FundingClaimId
    /// An action that was agreed in a series.
    SeriesActionId
    /// What a team asks to be taught.
    SessionRequestId
    /// A rule of how many people of a team must hold what.
    CoverRuleId
    /// Areas, organisations or teams that are asked about together.
    NamedGroupId
    /// A dated membership of one.
    GroupMemberId
    /// One value of a local measure.
    LocalMeasureId
    /// Somebody whom returns are for, from a day on.
    ReturnRecipientId
    /// That the returns of a place are, or are not, prepared by themselves.
    ReturnScheduleId
    /// A return of a place and a day, and one revision of it.
    ReturnRevisionId
}

/// The place of a judgement in the order of recording; the database counts it up.
pub type JudgementSequence = i64;
