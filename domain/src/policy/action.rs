//! What can be done: every permission the product asks for, in one list.

use crate::codes::Sharing;
use crate::macros::codes;

codes! {
    /// One permission. The label is how the printed table names it.
    Action, "action" {
        ReadRecord "read_record" "read status, levels, confirmations",
        ReadReflections "read_reflections" "read reflections and confidence",
        SelfAssess "self_assess" "self-assess",
        RequestConfirmation "request_confirmation" "ask for confirmation",
        ClaimExemption "claim_exemption" "claim an exemption",
        DecideExemption "decide_exemption" "decide an exemption",
        Nudge "nudge" "nudge about what is due",
        LogSupervision "log_supervision" "keep the supervision log",
        BookSeat "book_seat" "book a seat",
        ExportRecord "export_record" "export a whole record",
        SeeWhoLooked "see_who_looked" "see who looked at a record",
        FindPeople "find_people" "list people by name",
        DecideRequest "decide_request" "decide a request",
        Countersign "countersign" "countersign a mutual confirmation",
        ReadRequestEvidence "read_request_evidence" "read an open request's evidence",
        RecordObservation "record_observation" "record an observation",
        Recognise "recognise" "recognise a level",
        Revoke "revoke" "revoke a confirmation",
        Accept "accept" "accept or decline a record from elsewhere",
        SignOff "sign_off" "sign off a whole role",
        ReadFigures "read_figures" "read exact team figures",
        ReadLoad "read_load" "read the year's load of confirming",
        ReadPublished "read_published" "read published figures",
        AskWhoCanHelp "ask_who_can_help" "ask who can help",
        OfferHelp "offer_help" "agree to be asked for help",
        ManagePosts "manage_posts" "starters, leavers, posts",
        ManageInput "manage_input" "mental health input of teams",
        ManageRelease "manage_release" "windows, cover, release, claims, deputy",
        AskForSessions "ask_for_sessions" "ask for sessions",
        ReadSessions "read_sessions" "read sessions",
        RunSessions "run_sessions" "create and run sessions",
        KeepOwnTime "keep_own_time" "keep one's own protected time",
        GiveTime "give_time" "give protected time, read its use",
        KeepFunding "keep_funding" "keep funding schemes",
        KeepCover "keep_cover" "keep cover rules",
        KeepNamedGroups "keep_named_groups" "keep named groups",
        ReadGapCounts "read_gap_counts" "read gap counts for teaching",
        PrepareReturn "prepare_return" "prepare and check returns",
        ReadReturn "read_return" "read returns before submission",
        ApproveReturn "approve_return" "approve returns",
        KeepRecipients "keep_recipients" "recipients of returns",
        ReadFramework "read_framework" "read the framework",
        DraftFramework "draft_framework" "draft frameworks and requirements",
        PublishFramework "publish_framework" "publish a framework",
        ReadProgrammes "read_programmes" "read programmes",
        DraftProgrammes "draft_programmes" "draft and change programmes",
        GiveGrants "give_grants" "give and end grants",
        ReadSharing "read_sharing" "read sharing levels",
        SetSharing "set_sharing" "set sharing levels",
        Redact "redact" "redact text",
        SubjectAccess "subject_access" "answer subject access",
        ReadLogs "read_logs" "read the audit log",
        ManageOrganisations "manage_organisations" "organisations, teams, roles and their imports",
        ManageAccounts "manage_accounts" "accounts and invitations",
        ManageIssuers "manage_issuers" "trusted issuers",
        ImportPeople "import_people" "import staff and judgements",
        KeepKeys "keep_keys" "keep the keys that sign passports",
    }
}

impl Action {
    /// What an organisation must share before a grant from outside it allows this in there. A request reaches its
    /// assessor whatever is shared, because the person asked themselves or whoever manages them did; so does a record that
    /// they brought.
    pub const fn needs_from_outside(self) -> Sharing {
        match self {
            Self::ReadFigures | Self::ReadLoad | Self::ReadGapCounts => Sharing::Figures,
            Self::DecideExemption
            | Self::FindPeople
            | Self::ReadRecord
            | Self::RecordObservation
            | Self::Recognise
            | Self::Revoke
            | Self::SignOff
            | Self::RequestConfirmation
            | Self::Nudge
            | Self::LogSupervision
            | Self::ManagePosts
            | Self::GiveTime
            | Self::BookSeat => Sharing::People,
            // One's own, whose asker chose the reader, or not about people.
            Self::ReadReflections
            | Self::SelfAssess
            | Self::ClaimExemption
            | Self::ExportRecord
            | Self::SeeWhoLooked
            | Self::DecideRequest
            | Self::Countersign
            | Self::ReadRequestEvidence
            | Self::Accept
            | Self::ReadPublished
            | Self::AskWhoCanHelp
            | Self::OfferHelp
            | Self::ManageInput
            | Self::ManageRelease
            | Self::AskForSessions
            | Self::ReadSessions
            | Self::RunSessions
            | Self::KeepOwnTime
            | Self::KeepFunding
            | Self::KeepCover
            | Self::KeepNamedGroups
            | Self::PrepareReturn
            | Self::ReadReturn
            | Self::ApproveReturn
            | Self::KeepRecipients
            | Self::ReadFramework
            | Self::DraftFramework
            | Self::PublishFramework
            | Self::ReadProgrammes
            | Self::DraftProgrammes
            | Self::GiveGrants
            | Self::ReadSharing
            | Self::SetSharing
            | Self::Redact
            | Self::SubjectAccess
            | Self::ReadLogs
            | Self::ManageOrganisations
            | Self::ManageAccounts
            | Self::ManageIssuers
            | Self::ImportPeople
            | Self::KeepKeys => Sharing::None,
        }
    }

    /// Nobody decides about themselves.
    pub const fn never_to_oneself(self) -> bool {
        matches!(
            self,
            Self::DecideExemption
                | Self::Nudge
                | Self::DecideRequest
                | Self::Countersign
                | Self::RecordObservation
                | Self::Recognise
                | Self::Revoke
                | Self::Accept
                | Self::SignOff
                | Self::GiveTime
                | Self::Redact
        )
    }

    /// Whether it shows people: then a workforce lead's reach goes 90 days past a post's end.
    pub const fn reads_people(self) -> bool {
        matches!(self, Self::FindPeople | Self::ReadRecord)
    }

    /// Whether it reaches people however long ago their posts ended: what was written about them outlives those.
    pub const fn outlives_posts(self) -> bool {
        matches!(self, Self::Redact)
    }

    /// Whether it is only ever done to what belongs to no place: then it takes a grant that holds everywhere. A test holds
    /// this list against what the use cases ask for.
    pub const fn belongs_to_the_installation(self) -> bool {
        matches!(
            self,
            Self::DraftFramework
                | Self::PublishFramework
                | Self::ManageAccounts
                | Self::ManageIssuers
                | Self::KeepKeys
                | Self::KeepRecipients
        )
    }

    /// The command line without `--as` stands for no person: it neither judges nor signs, and is no second person.
    pub const fn open_to_operator(self) -> bool {
        matches!(
            self,
            Self::ReadRecord
                | Self::BookSeat
                | Self::ExportRecord
                | Self::SeeWhoLooked
                | Self::FindPeople
                | Self::Recognise
                | Self::Revoke
                | Self::ReadFigures
                | Self::ReadLoad
                | Self::ReadPublished
                | Self::AskWhoCanHelp
                | Self::ManagePosts
                | Self::ManageInput
                | Self::ManageRelease
                | Self::ReadSessions
                | Self::RunSessions
                | Self::ReadGapCounts
                | Self::PrepareReturn
                | Self::ReadReturn
                | Self::KeepRecipients
                | Self::ReadFramework
                | Self::DraftFramework
                | Self::PublishFramework
                | Self::ReadProgrammes
                | Self::DraftProgrammes
                | Self::GiveGrants
                | Self::ReadSharing
                | Self::SetSharing
                | Self::SubjectAccess
                | Self::ReadLogs
                | Self::ManageOrganisations
                | Self::ManageAccounts
                | Self::ManageIssuers
                | Self::ImportPeople
                | Self::KeepKeys
        )
    }
}
