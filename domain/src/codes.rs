//! The short lists of the field: what is stored as a code and shown as words.

use crate::frameworks::Level;
use crate::macros::codes;

/// A word that is in none of the lists, with the list it should have come from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{written}' is not a known {what}; use one of: {known}")]
pub struct UnknownCode {
    pub what: &'static str,
    pub written: String,
    pub known: String,
}

codes! {
    /// The kinds of area, widest first.
    AreaKind, "kind of area" {
        System "system" "System",
        Place "place" "Place",
        Locality "locality" "Locality",
        Network "network" "Network",
    }

    /// What an organisation is.
    Sector, "sector" {
        GpPractice "gp_practice" "GP practice",
        NhsTrust "nhs_trust" "NHS trust",
        CommunityProvider "community_provider" "Community provider",
        Ambulance "ambulance" "Ambulance service",
        GpFederation "gp_federation" "GP federation",
        Commissioner "commissioner" "Commissioner",
        LocalAuthority "local_authority" "Local authority",
        Housing "housing" "Housing",
        Voluntary "voluntary" "Voluntary sector",
        CareHome "care_home" "Care home",
        Police "police" "Police",
        Employer "employer" "Employer",
        Education "education" "Education",
        Other "other" "Other",
    }

    /// Where a team gives care.
    CareSetting, "care setting" {
        PrimaryCare "primary_care" "Primary care",
        IntegratedTeam "integrated_team" "Integrated team",
        MentalHealth "mental_health" "Mental health",
        Acute "acute" "Acute",
        UrgentCare "urgent_care" "Urgent care",
        Crisis "crisis" "Crisis",
        CareHome "care_home" "Care home",
        Children "children" "Children",
        Maternity "maternity" "Maternity",
        Community "community" "Community",
        Police "police" "Police",
        Wellbeing "wellbeing" "Wellbeing",
    }

    /// The four care levels of the new models of care.
    CareLevel, "care level" {
        ComplexNeeds "complex_needs" "Highly complex needs",
        OngoingNeeds "ongoing_needs" "Ongoing needs",
        UrgentCare "urgent_care" "Urgent care",
        WholePopulation "whole_population" "Whole population",
    }

    /// How mental health professionals reach a team.
    InputKind, "kind of mental health input" {
        Embedded "embedded" "Embedded in the team",
        LinkWorker "link_worker" "Link worker",
        ConsultationLiaison "consultation_liaison" "Consultation and liaison",
        None "none" "None",
    }

    /// On what terms somebody holds a post.
    PostCategory, "assignment category" {
        Permanent "permanent" "Permanent",
        FixedTerm "fixed_term" "Fixed term",
        Partner "partner" "Partner",
        Trainee "trainee" "Trainee",
        Bank "bank" "Bank",
        Locum "locum" "Locum",
        Honorary "honorary" "Honorary",
        Volunteer "volunteer" "Volunteer",
    }

    /// Whether the holder of a post is at work in it. Why somebody is away is never kept.
    PostStatus, "assignment status" {
        Active "active" "Active",
        Away "away" "Away",
        Left "left" "Left",
    }

    /// The two halves of the Tower Hamlets set.
    Strand, "strand" {
        MentalHealth "mental_health" "Mental health skills for community and primary care teams",
        IntegratedCare "integrated_care" "Integrated care skills for mental health professionals",
    }

    /// Who first named a domain.
    Origin, "origin" {
        NamedInReport "named_in_report" "Named by the report",
        Elaboration "elaboration" "Our elaboration",
        Local "local" "Local",
    }

    /// Where a framework version is in its life.
    VersionState, "state of a framework version" {
        Draft "draft" "Draft",
        InReview "in_review" "In review",
        Published "published" "Published",
        Retired "retired" "Retired",
    }

    /// What becomes of a competency in the next framework version.
    CrosswalkRelation, "answer of a crosswalk" {
        Same "same" "Same",
        Narrower "narrower" "Narrower",
        Wider "wider" "Wider",
        Split "split" "Split into several",
        Merged "merged" "Merged with others",
        Retired "retired" "Retired",
    }

    /// Whether a requirement enters coverage.
    Necessity, "necessity" {
        Core "core" "Core",
        Optional "optional" "Optional",
    }

    /// The kinds of judgement. Each is an event; none is ever changed or deleted.
    JudgementKind, "kind of judgement" {
        SelfAssessment "self" "Self assessment",
        Requested "requested" "Confirmation requested",
        Withdrawn "withdrawn" "Request withdrawn",
        /// One of two signatures: no level counts by it.
        FirstSignature "first_signature" "Signed, waiting for a second signature",
        Confirmed "confirmed" "Confirmed",
        SentBack "sent_back" "Sent back",
        Revoked "revoked" "Revoked",
        Recognised "recognised" "Recognised",
        Accepted "accepted" "Accepted from another employer",
        Exempted "exempted" "Not part of this post",
        ExemptionEnded "exemption_ended" "Part of this post again",
        ExemptionClaimed "exemption_claimed" "Claimed: not part of my post",
        ExemptionDeclined "exemption_declined" "Claim declined: part of this post",
    }

    /// What a confirmation can rest on.
    Evidence, "evidence" {
        PriorLearning "prior_learning" "Prior learning",
        Reading "reading" "Reading",
        Attendance "attendance" "Attendance at a session",
        Elearning "elearning" "E-learning",
        ReflectiveAccount "reflective_account" "Reflective account",
        KnowledgeCheck "knowledge_check" "Knowledge check",
        CaseDiscussion "case_discussion" "Case discussion",
        Simulation "simulation" "Simulation with a debrief",
        MultiSourceFeedback "multi_source_feedback" "Feedback from several colleagues",
        Observation "observation" "Observation of practice",
        CaseRecordReview "case_record_review" "Review of case records",
        Teaching "teaching" "Teaching or supervising others",
    }

    /// Where a piece of evidence came from.
    EvidenceSource, "source of evidence" {
        OwnWords "own_words" "Added by its owner",
        Import "import" "Brought in from a file",
        Session "session" "Attendance at a session",
        Brought "brought" "In a record from an earlier employer",
    }

    /// What an organisation lets grants from outside it see.
    Sharing, "sharing level" {
        None "none" "Nothing but published figures",
        Figures "figures" "Exact team figures, no lists of people",
        People "people" "Figures and people",
    }

    /// What a grant makes its holder, inside its scope.
    GrantKind, "grant" {
        LineManager "line_manager" "Line manager",
        TeamManager "team_manager" "Team manager",
        PracticeLead "practice_lead" "Practice mental health lead",
        Assessor "assessor" "Assessor",
        Educator "educator" "Educator",
        WorkforceLead "workforce_lead" "Workforce lead",
        Approver "approver" "Approver",
        FrameworkEditor "framework_editor" "Framework editor",
        InformationGovernance "information_governance" "Information governance",
        Administrator "administrator" "Administrator",
        Auditor "auditor" "Auditor",
    }
}

impl Evidence {
    /// The highest level this evidence alone can support (rules, section 3); 0 supports a request only.
    pub const fn ceiling(self) -> u8 {
        match self {
            Self::PriorLearning => 0,
            Self::Reading | Self::Attendance | Self::Elearning | Self::ReflectiveAccount => 1,
            Self::KnowledgeCheck | Self::CaseDiscussion => 2,
            Self::Simulation | Self::MultiSourceFeedback => 3,
            Self::Observation | Self::CaseRecordReview => 4,
            Self::Teaching => 5,
        }
    }

    /// As [`Evidence::ceiling`], where what is judged may be too rare to be seen in practice.
    pub const fn ceiling_where(self, rare_event: bool) -> u8 {
        match self {
            Self::Simulation if rare_event => 4,
            other => other.ceiling(),
        }
    }

    /// The kinds that support a level, weakest first.
    pub fn supporting(level: Level, rare_event: bool) -> Vec<Self> {
        let supports = |kind: &Self| kind.ceiling_where(rare_event) >= level.number();
        Self::ALL.iter().copied().filter(supports).collect()
    }

    /// What it supports, in words for whoever chooses it.
    pub fn supports(self, rare_event: bool) -> String {
        match self.ceiling_where(rare_event) {
            0 => "Supports a request, but no level by itself".to_owned(),
            1 => "Supports level 1".to_owned(),
            5 => "Supports level 5, on top of a current level 4".to_owned(),
            level => format!("Supports levels up to {level}"),
        }
    }
}

impl AreaKind {
    /// How far below the widest kind this one stands; a parent's depth is always smaller than its child's.
    pub const fn depth(self) -> u8 {
        match self {
            Self::System => 0,
            Self::Place => 1,
            Self::Locality => 2,
            Self::Network => 3,
        }
    }
}
